package dev.migratedb.testsupport;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** HSQLDB, in memory. A database lives until it is closed, whether somebody is connected or not. */
public final class HsqldbTestDatabase implements TestDatabase {

    private static final HsqldbTestDatabase INSTANCE = new HsqldbTestDatabase();
    private static final String USER = "SA";
    private static final Pattern SELECT =
            Pattern.compile("(\\bselect (?:'[^']*'|(?! where )[^;'])*)( where (?:'[^']*'|[^;'])*)?(?=;|$)");
    private static final Pattern BEGIN = Pattern.compile("\\bbegin;");
    private static final Pattern FROM = Pattern.compile("\\bfrom\\b");

    private HsqldbTestDatabase() {}

    public static HsqldbTestDatabase get() {
        return INSTANCE;
    }

    @Override
    public String name() {
        return "HSQL Database Engine";
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public FreshDatabase freshDatabase() {
        String url = "jdbc:hsqldb:mem:test_" + UUID.randomUUID();
        DataSource dataSource = new DriverManagerDataSource(url, USER, "");
        return new FreshDatabase(
                url,
                USER,
                "",
                dataSource,
                dataSource,
                CatalogQueries.HSQLDB,
                () -> JdbcClient.create(dataSource).sql("shutdown").update());
    }

    /** It has no {@code select} without {@code from}, and autocommit is what {@code begin} would have to end. */
    @Override
    public String spelled(String sql) {
        return SELECT.matcher(BEGIN.matcher(sql).replaceAll("set autocommit false;"))
                .replaceAll(select -> {
                    String where = select.group(2) == null ? "" : select.group(2);
                    return Matcher.quoteReplacement(
                            FROM.matcher(select.group(1)).find()
                                    ? select.group()
                                    : select.group(1).stripTrailing() + " from (values (0))" + where);
                });
    }
}
