package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import java.util.List;

/** The sessions on one database of a server, as its administrator sees and ends them. */
final class Sessions {

    private static final String POSTGRES = """
            select pid from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    private static final String MARIADB = """
            select id from information_schema.processlist where db = schema() and id <> connection_id()
            """;

    private final FreshDatabase database;
    private final boolean postgres;

    Sessions(Product product, FreshDatabase database) {
        this.database = database;
        this.postgres = product == Product.POSTGRES;
    }

    /** All but the one that asks. */
    List<String> all() {
        return database.strings(postgres ? POSTGRES : MARIADB);
    }

    /** Those that are in a statement with a text, which is no part of a question of this class. */
    List<String> running(String text) {
        String condition = " and %s like '%%" + text + "%%'";
        return database.strings(
                postgres
                        ? POSTGRES + " and state = 'active'" + condition.formatted("query")
                        : MARIADB + condition.formatted("info"));
    }

    /** Those that have advisory locks of PostgreSQL. */
    List<String> lockHolders() {
        return database.strings("""
                select distinct pid from pg_locks where locktype = 'advisory' and granted
                and database = (select oid from pg_database where datname = current_database())
                """);
    }

    /** Ends one that may have ended by itself. */
    void end(String session) {
        if (postgres) {
            database.strings("select pg_terminate_backend(" + session + ")");
        } else if (all().contains(session)) {
            database.execute("kill " + session);
        }
    }
}
