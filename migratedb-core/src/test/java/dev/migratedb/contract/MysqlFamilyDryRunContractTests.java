package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On servers whose client is that of MySQL or MariaDB. */
abstract class MysqlFamilyDryRunContractTests extends DryRunContractTests {

    /** The databases of the server are the schemas; what tests create is called neither of these. */
    private static final String SCHEMA =
            "%s not in ('mysql', 'sys', 'information_schema', 'performance_schema') and %<s not like 'test~_%%' escape '~'";

    /** One is set by drivers, not by scripts. */
    private static final String MODE = "replace(sql_mode, 'IGNORE_SPACE,', '')";

    @Override
    List<String> contents(FreshDatabase database) {
        List<String> contents = new ArrayList<>();
        contents.addAll(FlywayHistory.rows(
                database,
                "schema_name from information_schema.schemata where " + SCHEMA.formatted("schema_name")
                        + " order by 1"));
        contents.addAll(FlywayHistory.rows(
                database,
                "table_schema, table_name, column_name, ordinal_position, column_type, is_nullable, column_default,"
                        + " character_set_name, extra from information_schema.columns where "
                        + SCHEMA.formatted("table_schema") + " order by 1, 2, 4"));
        contents.addAll(FlywayHistory.rows(
                database,
                "table_schema, table_name, index_name, seq_in_index, column_name, non_unique"
                        + " from information_schema.statistics where " + SCHEMA.formatted("table_schema")
                        + " order by 1, 2, 3, 4"));
        contents.addAll(FlywayHistory.rows(
                database,
                "table_schema, table_name, view_definition from information_schema.views where "
                        + SCHEMA.formatted("table_schema") + " order by 1, 2"));
        contents.addAll(FlywayHistory.rows(
                database,
                "routine_schema, routine_name, routine_definition, " + MODE + " from information_schema.routines where "
                        + SCHEMA.formatted("routine_schema") + " order by 1, 2"));
        contents.addAll(FlywayHistory.rows(
                database,
                "trigger_schema, trigger_name, action_statement, " + MODE + " from information_schema.triggers where "
                        + SCHEMA.formatted("trigger_schema") + " order by 1, 2"));
        for (String table : database.strings("select '\"' || table_schema || '\".\"' || table_name || '\"'"
                + " from information_schema.tables where table_type = 'BASE TABLE' and "
                + SCHEMA.formatted("table_schema") + " order by 1")) {
            contents.addAll(rows(database, table));
        }
        return contents;
    }

    @Override
    void runByHand(FreshDatabase database, Path script) throws IOException {
        URI url = URI.create(database.url().substring("jdbc:".length()));
        new DatabaseClient("mysql", "--no-defaults", "--comments", "--binary-mode")
                .with("--default-character-set=utf8mb4", "--protocol=tcp", "--host=" + url.getHost())
                .with(
                        "--port=" + url.getPort(),
                        "--user=" + database.user(),
                        url.getPath().substring(1))
                .run(script);
    }

    @Override
    String changesSession() {
        return "create schema other;\nuse other;\nset sql_mode = 'ANSI_QUOTES'";
    }

    @Override
    void specialities() {
        script("V6__programs.sql", """
                delimiter $$
                create procedure add_two(n int)
                begin
                  -- not // the end;
                  insert into person values (n, 'first; # no comment');
                  insert into person values (n + 1, "second"); # with an end of its own
                end$$
                create trigger noticed after insert on person for each row
                begin insert into audit values (concat(new.id, '; // \\'')); end$$
                delimiter ;
                call add_two(6);
                """);
        script("V7__texts.sql", "insert into person values (9, 'grüße\\n\r\nC:\\\\temp \\g \\c');\n# the end");
        script(
                "V8__keys.sql",
                "set foreign_key_checks = 0; create table child (id int, parent int,"
                        + " foreign key (parent) references person (id)); insert into child values (1, 4711);");
        script("V9__checked.sql", "create table checked as select @@foreign_key_checks as checks");
    }

    @Test
    void theScriptBringsBackWhatBeforeMigrateHasSet() throws IOException {
        script("beforeMigrate.sql", "set lock_wait_timeout = 77;");
        script("V1__one.sql", "set lock_wait_timeout = 5, character_set_results = latin1;");
        script("V2__two.sql", "create table two as select @@lock_wait_timeout as setting;");
        Path plan = folder.resolve("plan.txt");
        engine().dryRunOutput(plan.toString()).load().migrate();

        runByHand(database, plan);

        assertThat(database.strings("select setting from \"app\".two")).containsExactly("77");
    }
}
