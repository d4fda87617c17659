package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.failed;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.ignoring;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTests {

    private static Readiness of(List<AppliedMigration> history, List<Candidate> files, MigratePolicy policy) {
        return Readiness.of(Reconciliation.of(files, history, policy), policy);
    }

    @Test
    void isReadyWhereEverythingIsApplied() {
        assertThat(of(history(ran("V1__a.sql", 1)), files(file("V1__a.sql", 1)), DEFAULT)
                        .isReady())
                .isTrue();
    }

    @Test
    void isReadyWhereAnotherProcessKnowsMore() {
        List<AppliedMigration> history = history(ran("V1__a.sql", 1), ran("V2__b.sql", 2));
        assertThat(of(history, files(file("V1__a.sql", 1)), DEFAULT).isReady()).isTrue();
        assertThat(of(history, files(file("V1__a.sql", 1)), ignoring("!*:future"))
                        .isReady())
                .isTrue();
    }

    @Test
    void waitsForWhatIsPending() {
        Readiness readiness = of(
                history(ran("V1__a.sql", 1)),
                files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("R__c.sql", 9)),
                DEFAULT);
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.pending()).extracting(MigrationInfo::script).containsExactly("V2__b.sql", "R__c.sql");
        assertThat(readiness.problems()).isEmpty();
    }

    @Test
    void waitsForARunThatPutsRightWhatHasFailed() {
        Readiness readiness = of(history(failed(ran("V1__a.sql", 1))), files(file("V1__a.sql", 1)), DEFAULT);
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.failed()).extracting(MigrationInfo::script).containsExactly("V1__a.sql");
        assertThat(readiness.problems()).isEmpty();
    }

    @Test
    void doesNotWaitForWhatNoRunGetsOver() {
        Readiness readiness = of(
                history(ran("V1__a.sql", 1), ran("V3__c.sql", 2)),
                files(file("V2__b.sql", 2), file("V3__c.sql", 3)),
                DEFAULT);
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.problems()).as("missing, changed, late").hasSize(3);
    }
}
