package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.H2TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checker that cannot find anything proves nothing. */
class WitnessTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FreshDatabase database = H2TestDatabase.inMemory().freshDatabase();

    @SuppressWarnings("NullAway.Init")
    private Scripts scripts;

    @BeforeEach
    void migrate() {
        scripts = Scripts.tables(folder, 3, "");
        Engine.MIGRATEDB.migrate(database.dataSource(), scripts.folder(), Engine.Pace.QUICK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Witness witness() {
        return Witness.of(Content.of(database, H2TestDatabase.inMemory(), ""), Engine.MIGRATEDB, scripts);
    }

    @Test
    void findsNothingWrongInWhatARunLeaves() {
        assertThat(witness().isRight()).isTrue();
    }

    @Test
    void findsAMigrationThatHasRunTwice() {
        database.execute("insert into audit_run values (2)");

        assertThat(witness().twice()).containsExactly("V2__t.sql (in the history 1, in the tables 2)");
        assertThat(witness().lost()).isEmpty();
    }

    @Test
    void findsAMigrationThatTheHistoryHasTwice() {
        database.execute("insert into \"migratedb_state\" select 4, \"version\", \"description\", \"type\", \"script\","
                + " \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\", \"success\""
                + " from \"migratedb_state\" where \"version\" = '3'");

        assertThat(witness().twice()).containsExactly("V3__t.sql (in the history 2, in the tables 1)");
    }

    @Test
    void findsAMigrationThatTheHistoryLacks() {
        database.execute("delete from \"migratedb_state\" where \"version\" = '3'");

        assertThat(witness().lost()).containsExactly("V3__t.sql (in the history 0, in the tables 1)");
    }

    @Test
    void findsAMigrationWhoseWorkIsLost() {
        database.execute("delete from audit_run where v = 1");

        assertThat(witness().lost()).containsExactly("V1__t.sql (in the history 1, in the tables 0)");
    }

    @Test
    void findsARowOfAFailure() {
        database.execute("update \"migratedb_state\" set \"success\" = false where \"version\" = '2'");

        assertThat(witness().failed()).containsExactly("V2__t.sql");
    }
}
