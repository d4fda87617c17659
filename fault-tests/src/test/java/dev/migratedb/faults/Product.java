package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The databases that faults are tried on. */
enum Product {
    POSTGRES("PostgreSQL", "select pg_sleep(%s)", "", """
            select 'column ' || concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, column_default)
            from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
            union all
            select 'index ' || pg_get_indexdef(i.indexrelid) || case when indisvalid then '' else ' INVALID' end
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema)')
            union all
            select 'advisory lock ' || pid from pg_locks
            where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
            """) {
        @Override
        TestDatabase server() {
            return PostgresTestDatabase.get();
        }
    },

    MARIADB("MariaDB", "select sleep(%s)", "", """
            select concat_ws(' ', 'column', table_name, column_name, column_type, is_nullable, column_default)
            from information_schema.columns where table_schema = schema()
            union all
            select concat_ws(' ', 'index', table_name, index_name, seq_in_index, column_name, non_unique)
            from information_schema.statistics where table_schema = schema()
            """) {
        @Override
        TestDatabase server() {
            return MariadbTestDatabase.get();
        }
    },

    H2("H2 in a file", null, ";AUTO_SERVER=TRUE", """
            select concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default)
            from information_schema.columns where table_schema = 'PUBLIC'
            union all
            select concat_ws(' ', 'index', i.table_name, i.index_type_name, c.ordinal_position, c.column_name)
            from information_schema.indexes i join information_schema.index_columns c
                on c.index_schema = i.index_schema and c.index_name = i.index_name
            where i.table_schema = 'PUBLIC'
            """) {
        @Override
        TestDatabase server() {
            return H2TestDatabase.inFiles();
        }
    },

    SQLITE(
            "SQLite",
            null,
            "?synchronous=OFF",
            "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master") {
        @Override
        TestDatabase server() {
            return SqliteTestDatabase.get();
        }
    };

    private final String title;
    private final @Nullable String sleep;
    private final String urlOptions;
    private final String catalog;

    Product(String title, @Nullable String sleep, String urlOptions, String catalog) {
        this.title = title;
        this.sleep = sleep;
        this.urlOptions = urlOptions;
        this.catalog = catalog;
    }

    String title() {
        return title;
    }

    abstract TestDatabase server();

    /** Databases for many short rounds. */
    EmptyDatabases emptyDatabases() {
        return new EmptyDatabases(
                server(), this == POSTGRES ? "drop schema public cascade;create schema public" : null);
    }

    /** Whether one of the processes that use a database is its server, so that its death breaks the connections of all others. */
    boolean isServedByAUser() {
        return this == H2;
    }

    /** The URL by which several processes can have the database at the same time. */
    String urlForProcesses(FreshDatabase database) {
        return database.url() + urlOptions;
    }

    /** A statement that takes its time. */
    String pause(int millis) {
        return sleep != null
                ? sleep.formatted("0.%03d".formatted(millis)) + ";\n"
                : "with recursive n (i) as (select 1 union all select i + 1 from n where i < " + millis * 1000
                        + ") select count(*) from n;\n";
    }

    /** A query whose rows tell of columns, indexes and locks. */
    String catalog() {
        return catalog;
    }
}
