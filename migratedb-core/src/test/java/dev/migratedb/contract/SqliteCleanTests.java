package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.result.CleanResult;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteCleanTests extends CleanContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String ownSchema() {
        return "main";
    }

    @Override
    List<String> oneOfEverything() {
        return List.of(
                "create table city (id integer primary key autoincrement, size int check (size > 0))",
                "create table street (id int, city int references city (id))",
                "create table mayor (city int references city (id))",
                "insert into city values (1, 1)",
                "insert into street values (1, 1)",
                "create index street_index on street (city)",
                "create view small as select * from city where size < 10",
                "create view smaller as select * from small where size < 5",
                "create trigger noticed after insert on city begin insert into street values (new.id, null); end",
                "create trigger refused instead of insert on small begin select raise(abort, 'no'); end",
                "create virtual table words using fts5 (word)",
                "create table \"Odd \"\"Name\" (id int)");
    }

    @Override
    List<String> objects(String schema) {
        return database.strings(
                "select name from \"" + schema + "\".sqlite_master where name not like 'sqlite~_%' escape '~'");
    }

    private String attached() {
        return "attach database '" + folder.resolve("other.sqlite") + "' as \"Mine\"";
    }

    /** Its schemas are databases that a connection attaches; it creates none, so it drops none. */
    @Override
    @Test
    void dropsSchemasThatItHasCreatedAndEmptiesOthers() {
        script("V1__one.sql", "create table one (id int);\ncreate table \"Mine\".\"Odd \"\"Name\" (id int);");
        engine().initSqls(attached()).schemas("main", "Mine").load().migrate();

        CleanResult result = engine().initSqls(attached())
                .schemas("main", "Mine", "nowhere")
                .cleanDisabled(false)
                .load()
                .clean();

        assertThat(result.cleaned()).containsExactly("main", "Mine");
        assertThat(result.dropped()).isEmpty();
        assertThat(result.warnings()).singleElement().asString().contains("\"nowhere\" does not exist");
        assertThat(engine().initSqls(attached())
                        .schemas("main", "Mine")
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isOne();
    }

    @Override
    @Test
    void leavesOtherSchemasAlone() {
        script("V1__one.sql", "create table \"Mine\".kept (id int);");
        engine().initSqls(attached()).load().migrate();

        engine().initSqls(attached()).cleanDisabled(false).load().clean();

        assertThat(database.tables()).isEmpty();
        script("V1__one.sql", "insert into kept values (1);");
        assertThat(engine().initSqls(attached()).load().migrate().migrationsExecuted())
                .isOne();
    }
}
