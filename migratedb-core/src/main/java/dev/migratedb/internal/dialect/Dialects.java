package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The dialects that there are. */
public final class Dialects {

    private static final List<Dialect> ALL = List.of(
            new PostgresDialect(),
            new MariadbDialect(),
            new MysqlDialect(),
            new H2Dialect(),
            new HsqldbDialect(),
            new SqliteDialect(),
            new SqlServerDialect(),
            new OracleDialect(),
            new CockroachDialect(),
            new YugabyteDialect());

    private Dialects() {}

    /** The dialect of a connection's database, found by its product name without a statement; empty where there is none. */
    public static Optional<Dialect> of(Connection connection) throws SQLException {
        String product = productOf(connection);
        return ALL.stream()
                .filter(dialect -> dialect.name().equalsIgnoreCase(product))
                .findFirst();
    }

    /**
     * What the database is called. MySQL's driver calls MariaDB MySQL too. Some that only speak PostgreSQL's protocol call themselves PostgreSQL, but do not have its
     * locks; they are told apart by what else they say when a client connects.
     */
    public static String productOf(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String product = data.getDatabaseProductName();
        if (product.equals("MySQL")
                && String.valueOf(data.getDatabaseProductVersion()).contains("MariaDB")) {
            return "MariaDB";
        }
        if (!product.equals("PostgreSQL")) {
            return product;
        }
        if (String.valueOf(data.getDatabaseProductVersion()).contains("-YB-")) {
            return "YugabyteDB";
        }
        return PostgresDialect.isCockroach(connection) ? "CockroachDB" : product;
    }

    /** The names of the databases that there are dialects for. */
    public static String names() {
        return ALL.stream().map(Dialect::name).collect(Collectors.joining(", "));
    }
}
