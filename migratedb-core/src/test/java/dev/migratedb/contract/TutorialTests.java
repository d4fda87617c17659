package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The first steps of a new user: a file database, a callback, two migrations, and what the log says of them. */
class TutorialTests extends ContractTests {

    private static final List<String> FIRST_RUN = List.of(
            "Database: jdbc:h2:file:… (H2 2.4)",
            "Successfully validated 2 migrations (execution time …)",
            "Executing SQL callback: beforeMigrate",
            "Creating Schema History table: \"PUBLIC\".\"migratedb_state\"",
            "Current version of schema \"PUBLIC\": << Empty Schema >>",
            "Migrating schema \"PUBLIC\" to version 1 - Create person table",
            "Migrating schema \"PUBLIC\" to version 2 - Add people",
            "Successfully applied 2 migrations (1, 2) to schema \"PUBLIC\", now at version 2 (execution time …)");

    @Override
    TestDatabase server() {
        return H2TestDatabase.inFiles();
    }

    @Test
    void theLogTellsWhatIsDoneInTheOrderInWhichItIsDone() {
        script("beforeMigrate.sql", "CHECKPOINT SYNC;\n");
        script("V1__Create_person_table.sql", "create table PERSON (ID int not null, NAME varchar(100) not null);\n");
        script("V2__Add_people.sql", """
                insert into PERSON (ID, NAME) values (1, 'Axel');
                insert into PERSON (ID, NAME) values (2, 'Mr. Foo');
                insert into PERSON (ID, NAME) values (3, 'Ms. Bar');
                """);

        assertThat(logOfARun(MigrateDb::migrate)).containsExactlyElementsOf(FIRST_RUN);
        assertThat(logOfARun(MigrateDb::migrate))
                .containsExactly(
                        "Database: jdbc:h2:file:… (H2 2.4)",
                        "Successfully validated 2 migrations (execution time …)",
                        "Executing SQL callback: beforeMigrate",
                        "Schema \"PUBLIC\" is up to date at version 2. No migration necessary.");
        assertThat(logOfARun(MigrateDb::clean))
                .containsExactly(
                        "Database: jdbc:h2:file:… (H2 2.4)",
                        "Successfully cleaned schema \"PUBLIC\" (execution time …)");
        assertThat(database.tables()).isEmpty();
        assertThat(logOfARun(MigrateDb::migrate)).containsExactlyElementsOf(FIRST_RUN);
        assertThat(database.strings("select NAME from PERSON order by ID"))
                .containsExactly("Axel", "Mr. Foo", "Ms. Bar");
    }

    private List<String> logOfARun(Consumer<MigrateDb> command) {
        try (LogLines lines = new LogLines()) {
            command.accept(engine().cleanDisabled(false).load());
            return lines.all().stream()
                    .map(line -> line.replaceAll("execution time [\\d:.]+s", "execution time …")
                            .replaceAll("jdbc:h2:file:\\S+", "jdbc:h2:file:…"))
                    .toList();
        }
    }
}
