package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteDryRunTests extends DryRunContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    List<String> contents(FreshDatabase database) {
        List<String> contents = new ArrayList<>(database.strings("select coalesce(sql, name) from sqlite_master"
                + " where name not like '%~_lock' escape '~' order by name"));
        for (String table : database.tables()) {
            if (!table.endsWith("_lock")) {
                contents.addAll(rows(database, "\"" + table + "\""));
            }
        }
        return contents;
    }

    @Override
    void runByHand(FreshDatabase database, Path script) throws IOException {
        new DatabaseClient("sqlite3", "-bail", database.url().substring("jdbc:sqlite:".length())).run(script);
    }

    @Override
    String changesSession() {
        return "pragma recursive_triggers = on";
    }

    @Override
    void specialities() {
        script("V6__trigger.sql", """
                create table noticed (id int, recursive text);
                create trigger notice after insert on person begin
                  insert into noticed select new.id, recursive_triggers from pragma_recursive_triggers;
                  insert into audit values ('; in a trigger');
                end;""");
        script("V7__row.sql", "insert into person values (7, 'new\nline; grüße')");
    }

    @Test
    void theScriptBringsBackWhatBeforeMigrateHasSet() throws IOException {
        script("beforeMigrate.sql", "pragma recursive_triggers = on;");
        script("V1__one.sql", "pragma recursive_triggers = off;");
        script(
                "V2__two.sql",
                "create table two as select recursive_triggers as setting from pragma_recursive_triggers;");
        Path plan = folder.resolve("plan.txt");
        engine().dryRunOutput(plan.toString()).load().migrate();

        runByHand(database, plan);

        assertThat(database.strings("select setting from two")).containsExactly("1");
    }
}
