package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.applied;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.bean;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.described;
import static dev.migratedb.internal.plan.PlanDsl.failed;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.found;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.outOfOrder;
import static dev.migratedb.internal.plan.PlanDsl.policy;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static dev.migratedb.internal.plan.PlanDsl.ranked;
import static dev.migratedb.internal.plan.PlanDsl.row;
import static dev.migratedb.internal.plan.PlanDsl.schemas;
import static dev.migratedb.internal.plan.PlanDsl.shown;
import static dev.migratedb.internal.plan.PlanDsl.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReconciliationTests {

    record Case(
            String claim,
            List<AppliedMigration> history,
            List<Candidate> files,
            MigratePolicy policy,
            @Nullable String currentVersion,
            List<String> lines) {

        @Override
        public String toString() {
            return claim;
        }
    }

    private static Case of(
            String claim,
            List<AppliedMigration> history,
            List<Candidate> files,
            @Nullable String currentVersion,
            String... lines) {
        return of(claim, DEFAULT, history, files, currentVersion, lines);
    }

    private static Case of(
            String claim,
            MigratePolicy policy,
            List<AppliedMigration> history,
            List<Candidate> files,
            @Nullable String currentVersion,
            String... lines) {
        return new Case(claim, history, files, policy, currentVersion, List.of(lines));
    }

    static Stream<Case> cases() {
        return Stream.of(ordinary(), notFound(), late(), repeatable(), takenBack(), baselines(), targets(), rowTypes())
                .flatMap(List::stream);
    }

    private static List<Case> ordinary() {
        return List.of(
                of("nothing at all", history(), files(), null),
                of(
                        "an empty history leaves everything pending, by version, repeatable ones last",
                        history(),
                        files(file("R__b.sql", 1), file("V10__c.sql", 2), file("R__a.sql", 3), file("V9__d.sql", 4)),
                        null,
                        "V9__d.sql PENDING",
                        "V10__c.sql PENDING",
                        "R__a.sql PENDING",
                        "R__b.sql PENDING"),
                of(
                        "applied lines come by rank, then pending ones by version",
                        history(ran("R__a.sql", 1), ran("V1__a.sql", 2)),
                        files(file("V3__c.sql", 4), file("V1__a.sql", 2), file("R__a.sql", 1), file("V2__b.sql", 3)),
                        "1",
                        "#1 R__a.sql SUCCESS",
                        "#2 V1__a.sql SUCCESS",
                        "V2__b.sql PENDING",
                        "V3__c.sql PENDING"),
                of(
                        "versions are the same as numbers",
                        history(applied("01.0", "SQL", "V01_0__a.sql", 1)),
                        files(file("V1__a.sql", 1)),
                        "1",
                        "#1 V1__a.sql SUCCESS"),
                of(
                        "a version that is written in another language now does not run again",
                        history(ran("V1__a.sql", 1)),
                        files(bean("V1__a")),
                        "1",
                        "#1 V1__a SUCCESS"),
                of(
                        "a version that another tool ran twice, once per language, has two rows",
                        history(ran("V1__a.sql", 1), row("V1__a", "JDBC", null)),
                        files(bean("V1__a")),
                        "1",
                        "#1 V1__a SUCCESS",
                        "#2 V1__a OUT_OF_ORDER"),
                of(
                        "a failed version is failed, and not the current one",
                        history(ran("V1__a.sql", 1), failed(ran("V2__b.sql", 2))),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2)),
                        "1",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V2__b.sql FAILED"));
    }

    private static List<Case> notFound() {
        return List.of(
                of(
                        "a version below the highest found one is missing",
                        history(ran("V1__a.sql", 1), failed(ran("V2__b.sql", 2)), ran("V3__c.sql", 3)),
                        files(file("V3__c.sql", 3)),
                        "3",
                        "#1 V1__a.sql MISSING_SUCCESS",
                        "#2 V2__b.sql MISSING_FAILED",
                        "#3 V3__c.sql SUCCESS"),
                of(
                        "a version at or above the highest found one is of the future",
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), failed(ran("V3__c.sql", 3))),
                        files(file("V1__a.sql", 1)),
                        "2",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V2__b.sql FUTURE_SUCCESS",
                        "#3 V3__c.sql FUTURE_FAILED"),
                of(
                        "where nothing is found every version is of the future",
                        history(ran("V1__a.sql", 1)),
                        files(),
                        "1",
                        "#1 V1__a.sql FUTURE_SUCCESS"),
                of(
                        "an undo migration does not make an older version missing",
                        history(ran("V1__a.sql", 1)),
                        files(file("U2__b.sql", 2)),
                        "1",
                        "#1 V1__a.sql FUTURE_SUCCESS",
                        "U2__b.sql AVAILABLE"),
                of(
                        "a repeatable one is always missing, its earlier runs superseded",
                        history(ran("R__a.sql", 1), ran("R__a.sql", 2), failed(ran("R__b.sql", 3))),
                        files(),
                        null,
                        "#1 R__a.sql SUPERSEDED",
                        "#2 R__a.sql MISSING_SUCCESS",
                        "#3 R__b.sql MISSING_FAILED"));
    }

    private static List<Case> late() {
        List<AppliedMigration> oneAndThree = history(ran("V1__a.sql", 1), ran("V3__c.sql", 3));
        List<Candidate> oneToThree = files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("V3__c.sql", 3));
        return List.of(
                of(
                        "a late version is ignored",
                        oneAndThree,
                        oneToThree,
                        "3",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V3__c.sql SUCCESS",
                        "V2__b.sql IGNORED"),
                of(
                        "a late version is pending where that is allowed",
                        outOfOrder(),
                        oneAndThree,
                        oneToThree,
                        "3",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V3__c.sql SUCCESS",
                        "V2__b.sql PENDING"),
                of(
                        "a version applied after a higher one is out of order, whatever the setting",
                        history(ran("V1__a.sql", 1), ran("V3__c.sql", 3), ran("V2__b.sql", 2)),
                        oneToThree,
                        "3",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V3__c.sql SUCCESS",
                        "#3 V2__b.sql OUT_OF_ORDER"),
                of(
                        "a deleted higher version makes nothing late",
                        history(ran("V3__c.sql", 3), deleted("V3__c.sql"), ran("V2__b.sql", 2)),
                        files(file("V2__b.sql", 2), file("V1__a.sql", 1)),
                        "2",
                        "#1 V3__c.sql DELETED",
                        "#2 V3__c.sql SUCCESS",
                        "#3 V2__b.sql SUCCESS",
                        "V1__a.sql IGNORED"));
    }

    private static List<Case> repeatable() {
        return List.of(
                of(
                        "an unchanged one has nothing to run",
                        history(ran("R__a.sql", 1)),
                        files(file("R__a.sql", 1)),
                        null,
                        "#1 R__a.sql SUCCESS"),
                of(
                        "a changed one is outdated and pending",
                        history(ran("R__a.sql", 1)),
                        files(file("R__a.sql", 2)),
                        null,
                        "#1 R__a.sql OUTDATED",
                        "R__a.sql PENDING"),
                of(
                        "earlier runs are superseded, also one with the checksum of now",
                        history(ran("R__a.sql", 1), ran("R__a.sql", 2)),
                        files(file("R__a.sql", 1)),
                        null,
                        "#1 R__a.sql SUPERSEDED",
                        "#2 R__a.sql OUTDATED",
                        "R__a.sql PENDING"),
                of(
                        "the checksum of the raw text counts as equal",
                        history(ran("R__a.sql", 1)),
                        files(file("R__a.sql", 2, 1)),
                        null,
                        "#1 R__a.sql SUCCESS"),
                of(
                        "null is not the checksum of an empty file",
                        history(row("R__a.sql", "SQL", null)),
                        files(file("R__a.sql", 0)),
                        null,
                        "#1 R__a.sql OUTDATED",
                        "R__a.sql PENDING"),
                of(
                        "null is no other checksum",
                        history(row("R__a.sql", "SQL", null)),
                        files(file("R__a.sql", 5)),
                        null,
                        "#1 R__a.sql OUTDATED",
                        "R__a.sql PENDING"),
                of(
                        "a bean without checksum runs once",
                        history(row("R__a", "JDBC", null)),
                        files(bean("R__a")),
                        null,
                        "#1 R__a SUCCESS"),
                of(
                        "a file that became a bean runs again",
                        history(ran("R__a.sql", 1)),
                        files(bean("R__a")),
                        null,
                        "#1 R__a.sql OUTDATED",
                        "R__a PENDING"),
                of(
                        "a failed one is not pending as long as it is what failed",
                        history(failed(ran("R__a.sql", 1))),
                        files(file("R__a.sql", 1)),
                        null,
                        "#1 R__a.sql FAILED"),
                of(
                        "a failed one that was corrected is failed and pending",
                        history(failed(ran("R__a.sql", 1))),
                        files(file("R__a.sql", 2)),
                        null,
                        "#1 R__a.sql FAILED",
                        "R__a.sql PENDING"),
                of(
                        "a failed one stays failed, also when it ran again",
                        history(failed(ran("R__a.sql", 1)), ran("R__a.sql", 2)),
                        files(file("R__a.sql", 2)),
                        null,
                        "#1 R__a.sql FAILED",
                        "#2 R__a.sql SUCCESS"),
                of(
                        "descriptions differ by case, and go by string order",
                        history(),
                        files(file("R__b.sql", 1), file("R__B.sql", 2), file("R__a.sql", 3)),
                        null,
                        "R__B.sql PENDING",
                        "R__a.sql PENDING",
                        "R__b.sql PENDING"),
                of(
                        "an empty description is found in databases that have no empty text",
                        history(described("<< no description >>", ran("R__.sql", 1))),
                        files(file("R__.sql", 1)),
                        null,
                        "#1 R__.sql SUCCESS"));
    }

    private static List<Case> takenBack() {
        return List.of(
                of(
                        "a deleted version whose file is back is pending again",
                        history(ran("V1__a.sql", 1), deleted("V1__a.sql")),
                        files(file("V1__a.sql", 1)),
                        null,
                        "#1 V1__a.sql DELETED",
                        "#2 V1__a.sql SUCCESS",
                        "V1__a.sql PENDING"),
                of(
                        "a deleted version that ran again is applied",
                        history(ran("V1__a.sql", 1), deleted("V1__a.sql"), ran("V1__a.sql", 2)),
                        files(file("V1__a.sql", 2)),
                        "1",
                        "#1 V1__a.sql DELETED",
                        "#2 V1__a.sql SUCCESS",
                        "#3 V1__a.sql SUCCESS"),
                of(
                        "a failed deletion deletes nothing",
                        history(ran("V1__a.sql", 1), failed(deleted("V1__a.sql"))),
                        files(file("V1__a.sql", 1)),
                        "1",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V1__a.sql FAILED"),
                of(
                        "a failed deletion leaves a repeatable one as it is",
                        history(ran("R__a.sql", 1), failed(deleted("R__a.sql"))),
                        files(file("R__a.sql", 1)),
                        null,
                        "#1 R__a.sql SUCCESS",
                        "#2 R__a.sql FAILED"),
                of(
                        "a version that ran twice is applied as long as it was undone once only",
                        history(ran("V1__a.sql", 1), ran("V1__a.sql", 1), ran("U1__a.sql", 2)),
                        files(file("V1__a.sql", 1), file("U1__a.sql", 2)),
                        "1",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V1__a.sql UNDONE",
                        "#3 U1__a.sql SUCCESS",
                        "U1__a.sql AVAILABLE"),
                of(
                        "a version that ran twice and was undone twice is pending",
                        history(ran("V1__a.sql", 1), ran("V1__a.sql", 1), ran("U1__a.sql", 2), ran("U1__a.sql", 2)),
                        files(file("V1__a.sql", 1), file("U1__a.sql", 2)),
                        null,
                        "#1 V1__a.sql UNDONE",
                        "#2 V1__a.sql UNDONE",
                        "#3 U1__a.sql SUCCESS",
                        "#4 U1__a.sql SUCCESS",
                        "V1__a.sql PENDING"),
                of(
                        "a deletion of what is not there does nothing",
                        history(deleted("V1__a.sql"), deleted("R__a.sql")),
                        files(file("V2__b.sql", 2)),
                        null,
                        "#1 V1__a.sql SUCCESS",
                        "#2 R__a.sql SUCCESS",
                        "V2__b.sql PENDING"),
                of(
                        "a deleted repeatable one whose file is back is pending, with the same checksum too",
                        history(ran("R__a.sql", 1), ran("R__a.sql", 2), row("R__a.sql", "DELETE", 2)),
                        files(file("R__a.sql", 2)),
                        null,
                        "#1 R__a.sql SUPERSEDED",
                        "#2 R__a.sql DELETED",
                        "#3 R__a.sql SUCCESS",
                        "R__a.sql PENDING"),
                of(
                        "an undone version is pending again, and its undo migration spent",
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("U2__b.sql", 3)),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("U2__b.sql", 3)),
                        "1",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V2__b.sql UNDONE",
                        "#3 U2__b.sql SUCCESS",
                        "V2__b.sql PENDING"),
                of(
                        "a version that ran again after its undo is in order, and can be undone again",
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("U2__b.sql", 3), ran("V2__b.sql", 2)),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("U2__b.sql", 3)),
                        "2",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V2__b.sql UNDONE",
                        "#3 U2__b.sql SUCCESS",
                        "#4 V2__b.sql SUCCESS",
                        "U2__b.sql AVAILABLE"),
                of(
                        "an undo migration stands behind its version",
                        history(ran("V2__b.sql", 2)),
                        files(file("U3__c.sql", 6), file("U2__b.sql", 5), file("V3__c.sql", 3), file("V2__b.sql", 2)),
                        "2",
                        "#1 V2__b.sql SUCCESS",
                        "U2__b.sql AVAILABLE",
                        "V3__c.sql PENDING",
                        "U3__c.sql AVAILABLE"),
                of(
                        "a failed undo takes nothing back",
                        history(ran("V1__a.sql", 1), failed(ran("U1__a.sql", 2))),
                        files(file("V1__a.sql", 1), file("U1__a.sql", 2)),
                        "1",
                        "#1 V1__a.sql SUCCESS",
                        "#2 U1__a.sql FAILED",
                        "U1__a.sql AVAILABLE"),
                of(
                        "an undo leaves alone what failed or is a baseline",
                        history(
                                ran("B1__a.sql", 1),
                                failed(ran("V2__b.sql", 2)),
                                ran("U1__a.sql", 3),
                                ran("U2__b.sql", 4)),
                        files(file("B1__a.sql", 1), file("V2__b.sql", 2)),
                        "1",
                        "#1 B1__a.sql BASELINE",
                        "#2 V2__b.sql FAILED",
                        "#3 U1__a.sql SUCCESS",
                        "#4 U2__b.sql SUCCESS"));
    }

    private static List<Case> baselines() {
        List<Candidate> squashed = files(
                file("V1__a.sql", 1),
                file("B2__x.sql", 12),
                file("V2__b.sql", 2),
                file("V3__c.sql", 3),
                file("B4__y.sql", 14),
                file("V4__d.sql", 4),
                file("V5__e.sql", 5));
        return List.of(
                of(
                        "the history begins above the version of its baseline",
                        history(baseline("2")),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("V3__c.sql", 3)),
                        "2",
                        "#1 << baseline >> BASELINE",
                        "V1__a.sql BELOW_BASELINE",
                        "V2__b.sql BASELINE_IGNORED",
                        "V3__c.sql PENDING"),
                of(
                        "an empty history begins with the newest baseline migration",
                        history(),
                        squashed,
                        null,
                        "V1__a.sql BELOW_BASELINE",
                        "V2__b.sql BELOW_BASELINE",
                        "B2__x.sql BELOW_BASELINE",
                        "V3__c.sql BELOW_BASELINE",
                        "V4__d.sql BASELINE_IGNORED",
                        "B4__y.sql PENDING",
                        "V5__e.sql PENDING"),
                of(
                        "the newest baseline migration is the newest one that the target admits",
                        target("3"),
                        history(),
                        squashed,
                        null,
                        "V1__a.sql BELOW_BASELINE",
                        "V2__b.sql BASELINE_IGNORED",
                        "B2__x.sql PENDING",
                        "V3__c.sql PENDING",
                        "V4__d.sql ABOVE_TARGET",
                        "B4__y.sql ABOVE_TARGET",
                        "V5__e.sql ABOVE_TARGET"),
                of(
                        "rows of schemas and of repeatable migrations leave the history empty for that",
                        history(schemas(), ran("R__a.sql", 1)),
                        files(file("V1__a.sql", 1), file("B2__x.sql", 2), file("R__a.sql", 1)),
                        null,
                        "#0 \"s\" SUCCESS",
                        "#1 R__a.sql SUCCESS",
                        "V1__a.sql BELOW_BASELINE",
                        "B2__x.sql PENDING"),
                of(
                        "an applied baseline migration is where the history begins",
                        history(ran("B2__x.sql", 12), ran("V3__c.sql", 3)),
                        squashed,
                        "3",
                        "#1 B2__x.sql BASELINE",
                        "#2 V3__c.sql SUCCESS",
                        "V1__a.sql BELOW_BASELINE",
                        "V2__b.sql BASELINE_IGNORED",
                        "V4__d.sql PENDING",
                        "B4__y.sql IGNORED",
                        "V5__e.sql PENDING"),
                of(
                        "a baseline migration comes too late for a history with versions, undone ones included",
                        history(ran("V1__a.sql", 1), ran("U1__a.sql", 2)),
                        files(file("V1__a.sql", 1), file("B2__x.sql", 12)),
                        null,
                        "#1 V1__a.sql UNDONE",
                        "#2 U1__a.sql SUCCESS",
                        "V1__a.sql PENDING",
                        "B2__x.sql IGNORED"),
                of(
                        "a baseline migration for the version at which the history begins is not needed",
                        history(baseline("2")),
                        files(file("B1__w.sql", 11), file("B2__x.sql", 12)),
                        "2",
                        "#1 << baseline >> BASELINE",
                        "B1__w.sql BELOW_BASELINE",
                        "B2__x.sql BASELINE_IGNORED"),
                of(
                        "a failed baseline migration is failed, and will be the beginning once it is repaired",
                        history(failed(ran("B2__x.sql", 12))),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("B2__x.sql", 12), file("V3__c.sql", 3)),
                        null,
                        "#1 B2__x.sql FAILED",
                        "V1__a.sql BELOW_BASELINE",
                        "V2__b.sql BASELINE_IGNORED",
                        "V3__c.sql PENDING"),
                of(
                        "a baseline migration that is gone is missing or of the future, and still the beginning",
                        history(ran("B2__x.sql", 12)),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2)),
                        "2",
                        "#1 B2__x.sql FUTURE_SUCCESS",
                        "V1__a.sql BELOW_BASELINE",
                        "V2__b.sql BASELINE_IGNORED"),
                of(
                        "a deleted baseline migration is still the beginning",
                        history(ran("B2__x.sql", 12), deleted("B2__x.sql")),
                        files(file("V1__a.sql", 1), file("V3__c.sql", 3)),
                        null,
                        "#1 B2__x.sql DELETED",
                        "#2 B2__x.sql SUCCESS",
                        "V1__a.sql BELOW_BASELINE",
                        "V3__c.sql PENDING"));
    }

    private static List<Case> targets() {
        List<AppliedMigration> two = history(ran("V2__b.sql", 2));
        List<Candidate> all = files(
                file("V1__a.sql", 1),
                file("V2__b.sql", 2),
                file("V3__c.sql", 3),
                file("V4__d.sql", 4),
                file("R__r.sql", 9));
        return List.of(
                of(
                        "a version as target puts higher ones above it, and no repeatable one",
                        target("3"),
                        two,
                        all,
                        "2",
                        "#1 V2__b.sql SUCCESS",
                        "V1__a.sql IGNORED",
                        "V3__c.sql PENDING",
                        "V4__d.sql ABOVE_TARGET",
                        "R__r.sql PENDING"),
                of(
                        "the target current puts everything new above it",
                        target("current"),
                        two,
                        all,
                        "2",
                        "#1 V2__b.sql SUCCESS",
                        "V1__a.sql IGNORED",
                        "V3__c.sql ABOVE_TARGET",
                        "V4__d.sql ABOVE_TARGET",
                        "R__r.sql PENDING"),
                of(
                        "the target current lets in no late version either",
                        policy("current", true),
                        two,
                        all,
                        "2",
                        "#1 V2__b.sql SUCCESS",
                        "V1__a.sql ABOVE_TARGET",
                        "V3__c.sql ABOVE_TARGET",
                        "V4__d.sql ABOVE_TARGET",
                        "R__r.sql PENDING"),
                of(
                        "the target current on an empty history lets in no baseline migration",
                        target("current"),
                        history(),
                        files(file("V1__a.sql", 1), file("B2__x.sql", 2)),
                        null,
                        "V1__a.sql ABOVE_TARGET",
                        "B2__x.sql ABOVE_TARGET"),
                of(
                        "the target next lets in one version",
                        target("next"),
                        two,
                        all,
                        "2",
                        "#1 V2__b.sql SUCCESS",
                        "V1__a.sql IGNORED",
                        "V3__c.sql PENDING",
                        "V4__d.sql ABOVE_TARGET",
                        "R__r.sql PENDING"),
                of(
                        "the target next lets in a late version first",
                        policy("next", true),
                        two,
                        all,
                        "2",
                        "#1 V2__b.sql SUCCESS",
                        "V1__a.sql PENDING",
                        "V3__c.sql ABOVE_TARGET",
                        "V4__d.sql ABOVE_TARGET",
                        "R__r.sql PENDING"),
                of(
                        "the target next lets in a baseline migration as the one",
                        target("next"),
                        history(),
                        files(file("V1__a.sql", 1), file("B2__x.sql", 2), file("V3__c.sql", 3)),
                        null,
                        "V1__a.sql BELOW_BASELINE",
                        "B2__x.sql PENDING",
                        "V3__c.sql ABOVE_TARGET"),
                of(
                        "a target below what is applied changes nothing about it",
                        target("1"),
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2)),
                        all,
                        "2",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V2__b.sql SUCCESS",
                        "V3__c.sql ABOVE_TARGET",
                        "V4__d.sql ABOVE_TARGET",
                        "R__r.sql PENDING"));
    }

    private static List<Case> rowTypes() {
        return List.of(
                of(
                        "rows with a negative rank are no part of the history",
                        List.of(
                                ranked(-100, ran("V9__lock.sql", 1)),
                                ranked(-1, applied(null, "TABLE", "", null)),
                                ranked(1, ran("V1__a.sql", 1))),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2)),
                        "1",
                        "#1 V1__a.sql SUCCESS",
                        "V2__b.sql PENDING"),
                of(
                        "created schemas come first, and are no version",
                        history(schemas(), ran("V1__a.sql", 1)),
                        files(file("V1__a.sql", 1)),
                        "1",
                        "#0 \"s\" SUCCESS",
                        "#1 V1__a.sql SUCCESS"),
                of(
                        "schemas that stand behind a baseline, with a version as old histories have it, are no version",
                        history(baseline("1"), applied("0", "SCHEMA", "\"s\"", null)),
                        files(file("V2__b.sql", 2)),
                        "1",
                        "#1 << baseline >> BASELINE",
                        "#2 \"s\" SUCCESS",
                        "V2__b.sql PENDING"),
                of(
                        "schemas leave the history empty, with a version too",
                        history(applied("0", "SCHEMA", "\"s\"", null)),
                        files(file("V1__a.sql", 1), file("B2__x.sql", 2)),
                        null,
                        "#0 \"s\" SUCCESS",
                        "V1__a.sql BELOW_BASELINE",
                        "B2__x.sql PENDING"),
                of(
                        "rows of any language, known or not, are their version's",
                        history(
                                row("V1__a.sql", "SPRING_JDBC", null),
                                row("V2__b.sql", "SCRIPT", 2),
                                row("V3__c.sql", "CUSTOM", 3),
                                row("V4__d.sql", "SQL_STATE_SCRIPT", 4),
                                row("V5__e.sql", "sql", 5)),
                        files(
                                bean("V1__a.sql"),
                                found("V2__b.sql", "SCRIPT", 2, null),
                                found("V3__c.sql", "CUSTOM", 3, null),
                                file("V4__d.sql", 4),
                                file("V5__e.sql", 5)),
                        "5",
                        "#1 V1__a.sql SUCCESS",
                        "#2 V2__b.sql SUCCESS",
                        "#3 V3__c.sql SUCCESS",
                        "#4 V4__d.sql SUCCESS",
                        "#5 V5__e.sql SUCCESS"),
                of(
                        "undo rows of any language take back",
                        history(
                                row("V1__a", "JDBC", null),
                                row("V2__b", "SCRIPT", 2),
                                row("U2__b", "UNDO_SCRIPT", 3),
                                row("U1__a", "UNDO_SPRING_JDBC", null)),
                        files(bean("V1__a")),
                        null,
                        "#1 V1__a UNDONE",
                        "#2 V2__b UNDONE",
                        "#3 U2__b SUCCESS",
                        "#4 U1__a SUCCESS",
                        "V1__a PENDING"),
                of(
                        "executed baselines of any language are a beginning",
                        history(row("B2__x", "JDBC_BASELINE", null)),
                        files(bean("B2__x"), file("V1__a.sql", 1)),
                        "2",
                        "#1 B2__x BASELINE",
                        "V1__a.sql BELOW_BASELINE"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLineHasItsPlaceAndState(Case given) {
        Reconciliation reconciliation = Reconciliation.of(given.files(), given.history(), given.policy());

        assertThat(shown(reconciliation)).isEqualTo(given.lines());
        assertThat(reconciliation.currentVersion())
                .isEqualTo(given.currentVersion() == null ? null : MigrationVersion.of(given.currentVersion()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderInWhichFilesAndRowsArriveDoesNotMatter(Case given) {
        Random random = new Random(42);
        List<Candidate> files = new ArrayList<>(given.files());
        List<AppliedMigration> history = new ArrayList<>(given.history());
        Collections.shuffle(files, random);
        Collections.shuffle(history, random);

        assertThat(Reconciliation.of(files, history, given.policy()))
                .isEqualTo(Reconciliation.of(given.files(), given.history(), given.policy()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLineHasARowExactlyWhenItsStateSaysSo(Case given) {
        assertThat(Reconciliation.of(given.files(), given.history(), given.policy())
                        .lines())
                .allSatisfy(line -> {
                    assertThat(line.applied() != null)
                            .isEqualTo(line.info().state().isApplied());
                    if (line.candidate() != null) {
                        assertThat(line.info().state().isResolved()).isTrue();
                    }
                });
    }

    @Test
    void theCasesCoverEveryState() {
        assertThat(cases().flatMap(each -> each.lines().stream())
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .map(MigrationState::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MigrationState.class))))
                .containsExactlyInAnyOrder(MigrationState.values());
    }

    @Test
    void theCasesHaveDistinctClaims() {
        assertThat(cases().map(Case::claim).toList()).doesNotHaveDuplicates();
    }

    @Test
    void longDescriptionsAreFoundAsTheHistoryCutsThem() {
        String longName = "R__" + "x".repeat(300) + ".sql";
        AppliedMigration cut = described("x".repeat(197) + "...", ran(longName, 1));

        assertThat(shown(Reconciliation.of(files(file(longName, 1)), history(cut), DEFAULT)))
                .isEqualTo(List.of("#1 " + longName + " SUCCESS"));
    }

    @ParameterizedTest
    @MethodSource("sameIdentity")
    void twoFilesWithOneIdentityAreRefusedWithBothNames(List<Candidate> files) {
        assertThatThrownBy(() -> Reconciliation.of(files, history(), DEFAULT))
                .isInstanceOfSatisfying(
                        MigrateDbException.class,
                        ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.DUPLICATE_MIGRATION))
                .hasMessageContainingAll(
                        files.get(0).migration().script(),
                        files.get(1).migration().script());
    }

    static List<List<Candidate>> sameIdentity() {
        return Arrays.asList(
                files(file("V1__a.sql", 1), file("V01__b.sql", 2)),
                files(file("V1__a.sql", 1), bean("V1_0__b")),
                files(file("R__a.sql", 1), bean("R__a")),
                files(file("R__" + "x".repeat(197) + "yyyyyy.sql", 1), file("R__" + "x".repeat(197) + "zzzzzz.sql", 1)),
                files(file("U1__a.sql", 1), file("U1__b.sql", 1)),
                files(file("B1__a.sql", 1), file("B1__b.sql", 1)));
    }
}
