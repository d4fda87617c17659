package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresDryRunTests extends DryRunContractTests {

    private static final String NAMESPACES =
            "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_t%'";

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    List<String> contents(FreshDatabase database) {
        List<String> contents = new ArrayList<>();
        for (String query : List.of(
                "select nspname from pg_namespace n where " + NAMESPACES,
                "select concat_ws(' ', n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod),"
                        + " a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid"
                        + " and a.attnum > 0 left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where "
                        + NAMESPACES,
                "select concat_ws(' ', conname, pg_get_constraintdef(o.oid)) from pg_constraint o"
                        + " join pg_namespace n on n.oid = o.connamespace where " + NAMESPACES,
                "select pg_get_indexdef(c.oid) || i.indisvalid from pg_class c join pg_index i on i.indexrelid = c.oid"
                        + " join pg_namespace n on n.oid = c.relnamespace where " + NAMESPACES,
                "select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where "
                        + NAMESPACES)) {
            contents.addAll(database.strings(query + " order by 1"));
        }
        for (String table : database.strings("select format('%I.%I', schemaname, tablename) from pg_tables n"
                + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
            contents.addAll(database.strings(
                    "select to_jsonb(t) - 'installed_on' - 'execution_time' from " + table + " t order by 1"));
        }
        return contents;
    }

    @Override
    void runByHand(FreshDatabase database, Path script) throws IOException {
        URI url = URI.create(database.url().substring("jdbc:".length()));
        new DatabaseClient("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1")
                .with("-h", url.getHost(), "-p", String.valueOf(url.getPort()), "-U", database.user())
                .with("-d", url.getPath().substring(1), "-f", script.toString())
                .environment(Map.of("PGPASSWORD", database.password(), "PGCLIENTENCODING", "UTF8"))
                .run(null);
    }

    @Override
    String changesSession() {
        return "create schema other;\nset search_path = other";
    }

    @Override
    void specialities() {
        script("V6__copied.sql", "copy person (id, name) from stdin;\n3\tthree; ${x}\n4\t\\N\n\\.\nanalyze person;");
        script("V7__concurrently.sql", "create index concurrently person_name on person (name);");
        script("V8__function.sql", "create function twice(int) returns int language sql as $$ select $1 * 2; $$;");
        script("V9__atomic.sql", "create function f() returns int language sql begin atomic select 1; select 2; end;");
        script("V10__comment.sql", "comment on table person is E'a \\'quoted\\' -- text';\nset role none -- last");
        script("V11__grüße.sql", "insert into person values (11, 'grüße');");
    }

    @Test
    void theScriptBringsBackWhatBeforeMigrateHasSet() throws IOException {
        script("beforeMigrate.sql", "set statement_timeout = '77s';");
        script("V1__one.sql", "set statement_timeout = '5s'; reset all;");
        script("V2__two.sql", "create table two as select current_setting('statement_timeout') as setting;");
        Path plan = folder.resolve("plan.txt");
        engine().dryRunOutput(plan.toString()).load().migrate();

        runByHand(database, plan);

        assertThat(database.strings("select setting from app.two")).containsExactly("77s");
    }
}
