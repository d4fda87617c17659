package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for each problem: what does not agree, with the values of both sides, and what to do about it. */
final class Findings {

    private Findings() {}

    static Problem unknownTarget(MigrationVersion target, @Nullable MigrationVersion highest) {
        return new Problem(
                ErrorCode.CONFIGURATION,
                null,
                null,
                "The target is version " + target + ", but no migration with this version was found or is applied; "
                        + (highest == null ? "there is no version at all." : "the highest version is " + highest + "."),
                "Correct 'migratedb.target' or the locations, or write " + target
                        + "? as target where an unknown version shall not be an error.");
    }

    static Problem unknownPick(String item) {
        return new Problem(
                ErrorCode.CONFIGURATION,
                null,
                null,
                "'migratedb.cherry-pick' has '" + item
                        + "', but no migration has this version, and no repeatable one this" + " description.",
                "Correct 'migratedb.cherry-pick' or the locations.");
    }

    static Problem failed(Reconciled line) {
        return validation(
                line,
                name(line.info()) + " failed (" + rank(line) + "), and what it had done by then was not rolled back.",
                "Take back by hand what it left behind, run repair, which removes the failed row, then run migrate"
                        + " again.");
    }

    static Problem missing(Reconciled line) {
        return validation(
                line,
                name(line.info()) + " is applied (" + rank(line) + "), but its "
                        + source(line.info().type())
                        + " was not found: it was deleted or renamed, or is not in the locations.",
                "Put it back, or add its location, or, if it is gone for good, run repair, which marks the row as"
                        + " deleted.");
    }

    static Problem future(Reconciled line) {
        return validation(
                line,
                name(line.info()) + " is applied (" + rank(line) + "), but its "
                        + source(line.info().type())
                        + " was not found, nor was any higher version: a newer application applied it, or it was"
                        + " deleted or is not in the locations.",
                "Run the application that has it, or put it back, or add its location, or let"
                        + " 'migratedb.ignore-migration-patterns' hold *:future, as it does by default.");
    }

    static Problem late(Reconciled line, MigrationInfo highest) {
        return validation(
                line,
                name(line.info()) + " is not applied, but version " + highest.version() + " (" + highest.script()
                        + ") is: it came too late.",
                "Give it a version above " + highest.version()
                        + ", or set 'migratedb.out-of-order' to true to run it all the same.");
    }

    static Problem pending(Reconciled line) {
        return validation(line, name(line.info()) + " was found, but is not applied.", "Run migrate.");
    }

    static Problem outdated(Reconciled line) {
        Candidate candidate = line.candidate();
        AppliedMigration row = line.applied();
        String checksums = candidate == null || row == null
                ? ""
                : ": "
                        + new Difference(
                                        Difference.What.CHECKSUM,
                                        String.valueOf(row.checksum()),
                                        String.valueOf(candidate.migration().checksum()))
                                .text(source(candidate.migration().type()));
        return validation(
                line,
                name(line.info()) + " has changed since it ran" + checksums + ".",
                "Run migrate, which runs it again.");
    }

    static Problem changed(Reconciled line, AppliedMigration row, Candidate candidate, List<Difference> differences) {
        String source = source(candidate.migration().type());
        String script = candidate.migration().script();
        String renamed = row.script().equals(script) ? "" : "; the history knows it as " + row.script();
        return validation(
                line,
                name(line.info()) + " has changed since it was applied: "
                        + differences.stream()
                                .map(difference -> difference.text(source))
                                .collect(Collectors.joining("; "))
                        + renamed + ".",
                remedy(line, source, differences));
    }

    private static String remedy(Reconciled line, String source, List<Difference> differences) {
        Difference.What only = differences.size() == 1 ? differences.get(0).what() : null;
        if (line.info().version() == null) {
            return only == Difference.What.CHECKSUM
                    ? "Take the change back, or change the text, so that it runs again, or, if the database already"
                            + " looks as the " + source + " says, run repair."
                    : "Take the change back, or give it another checksum, so that it runs again.";
        }
        if (only == Difference.What.DESCRIPTION) {
            return "Give the " + source + " its old name back, or run repair, which takes over the new description.";
        }
        return "Take the change back and write a new migration for it, or, if the database already looks as the "
                + source + " says, run repair.";
    }

    private static Problem validation(Reconciled line, String message, String remedy) {
        return new Problem(ErrorCode.VALIDATION, line.info(), null, message, remedy);
    }

    private static String name(MigrationInfo info) {
        String subject = switch (info.kind()) {
            case VERSIONED -> "Version " + info.version();
            case REPEATABLE -> "Repeatable migration '" + info.description() + "'";
            case BASELINE -> "Baseline " + info.version();
            case UNDO -> "The undo of version " + info.version();
        };
        return subject + " (" + info.script() + ")";
    }

    private static String rank(Reconciled line) {
        return "rank " + line.info().installedRank() + " in the history";
    }

    private static String source(String type) {
        return switch (RowType.language(type)) {
            case "SQL", "SCRIPT" -> "file";
            case "JDBC" -> "class";
            default -> "migration";
        };
    }
}
