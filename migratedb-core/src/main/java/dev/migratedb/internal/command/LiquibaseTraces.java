package dev.migratedb.internal.command;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** Recognises a schema that Liquibase has managed. Its change sets are no migrations, so there is nothing to take over. */
final class LiquibaseTraces {

    private static final Logger LOG = LoggerFactory.getLogger(LiquibaseTraces.class);

    /** As databases fold the name of the table, which Liquibase does not quote. */
    private static final List<String> TABLES = List.of("databasechangelog", "DATABASECHANGELOG");

    private LiquibaseTraces() {}

    /** Sentences about what Liquibase has done there, with a space before them; empty where it has done nothing. */
    static String in(Dialect dialect, JdbcOperations jdbc, List<String> schemas) {
        for (String schema : schemas) {
            for (String table : TABLES) {
                TableName name = new TableName(schema, table);
                if (dialect.tableExists(jdbc, name)) {
                    return described(dialect.quote(name), jdbc);
                }
            }
        }
        return "";
    }

    private static String described(String table, JdbcOperations jdbc) {
        try {
            Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
            String last = jdbc.query(
                    "SELECT id, author, dateexecuted FROM " + table + " ORDER BY dateexecuted DESC, orderexecuted DESC",
                    rows -> rows.next()
                            ? ", the last of them " + rows.getString(1) + " by " + rows.getString(2) + ", executed "
                                    + rows.getString(3)
                            : "");
            return " Liquibase has managed it: " + table + " lists " + count
                    + (count != null && count == 1 ? " change set" : " change sets") + last
                    + ". To go on from there, let the history begin at a version below that of the first new migration;"
                    + " whatever Liquibase has built counts as done then.";
        } catch (DataAccessException ex) {
            LOG.debug("{} is no table of Liquibase", table, ex);
            return "";
        }
    }
}
