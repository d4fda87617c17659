package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import org.junit.jupiter.api.Test;

/** Only what the settings pick runs, in their order. */
abstract class CherryPickContractTests extends ContractTests {

    @Test
    void runsWhatIsPickedInTheGivenOrderAndNothingElse() {
        script("V1__a.sql", "create table a (id int)");
        script("V2__b.sql", "create table b (id int)");
        script("V3__c.sql", "create table c (id int)");
        script("R__some_view.sql", "create table some_view (id int)");
        script("R__other.sql", "create table other (id int)");

        RecordingCallback recording = new RecordingCallback();
        MigrateDb engine =
                engine().cherryPick("3", "some_view", "1").callbacks(recording).load();
        engine.migrate();

        assertThat(history())
                .containsExactly(
                        "1 3 c SQL V3__c.sql ok", "2 null some view SQL R__some_view.sql ok", "3 1 a SQL V1__a.sql ok");
        assertThat(recording.fired())
                .containsSubsequence(
                        "beforeEachMigrate",
                        "beforeRepeatables",
                        "beforeEachMigrate",
                        "afterVersioned",
                        "afterMigrate");
        assertThat(engine.validate().problems()).isEmpty();

        engine().outOfOrder(true).load().migrate();
        assertThat(history()).hasSize(5);
    }

    @Test
    void refusesAPickThatNothingHas() {
        script("V1__a.sql", "create table a (id int)");

        assertThatThrownBy(() -> engine().cherryPick("1", "7").load().migrate())
                .isInstanceOfSatisfying(
                        ValidationFailedException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::code)
                                .containsExactly(ErrorCode.CONFIGURATION))
                .hasMessageContaining("'migratedb.cherry-pick' has '7'");
        assertThat(database.tables()).isEmpty();
    }
}
