package dev.migratedb.internal.plan;

import dev.migratedb.configuration.IgnorePattern;
import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.TargetVersion;
import dev.migratedb.resolver.MigrationExecutor;
import dev.migratedb.resolver.ResolvedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files and rows in one line each. Version, kind, description and type come from the name: V2__add_people.sql. */
final class PlanDsl {

    static final Instant ON = Instant.parse("2026-01-02T03:04:05Z");
    static final String BY = "sa";
    static final MigrationExecutor EXECUTOR = context -> {};
    static final MigratePolicy DEFAULT = MigratePolicy.DEFAULT;

    private PlanDsl() {}

    /** A SQL file. */
    static Candidate file(String name, int checksum) {
        return found(name, type(name, "SQL"), checksum, null);
    }

    /** A repeatable SQL file with placeholders: the second checksum is that of its raw text. */
    static Candidate file(String name, int checksum, int rawChecksum) {
        return found(name, type(name, "SQL"), checksum, rawChecksum);
    }

    /** A Java migration. */
    static Candidate bean(String name) {
        return found(name, type(name, "JDBC"), null, null);
    }

    static Candidate found(String name, String type, @Nullable Integer checksum, @Nullable Integer equivalentChecksum) {
        return new Candidate(
                new ResolvedMigration(kind(name), version(name), description(name), type, name, checksum, EXECUTOR),
                equivalentChecksum);
    }

    /** A migration that says that it is not to be run. */
    static Candidate off(Candidate candidate) {
        return new Candidate(candidate.migration(), candidate.equivalentChecksum(), false);
    }

    static List<Candidate> files(Candidate... candidates) {
        return List.of(candidates);
    }

    /** The row that the run of a file leaves. */
    static AppliedMigration ran(String name, int checksum) {
        return row(name, type(name, "SQL"), checksum);
    }

    /** A row with any type. */
    static AppliedMigration row(String name, String type, @Nullable Integer checksum) {
        MigrationVersion version = version(name);
        return applied(version == null ? null : version.toString(), type, name, checksum);
    }

    /** A row with everything said; the description comes from the script. */
    static AppliedMigration applied(@Nullable String version, String type, String script, @Nullable Integer checksum) {
        MigrationVersion parsed = version == null ? null : MigrationVersion.of(version);
        return new AppliedMigration(0, parsed, description(script), type, script, checksum, BY, ON, 7, true);
    }

    static AppliedMigration failed(AppliedMigration row) {
        return with(row, row.installedRank(), row.description(), false);
    }

    static AppliedMigration described(String description, AppliedMigration row) {
        return with(row, row.installedRank(), description, row.success());
    }

    /** The same row, written some minutes later. */
    static AppliedMigration minute(int minutes, AppliedMigration row) {
        return new AppliedMigration(
                row.installedRank(),
                row.version(),
                row.description(),
                row.type(),
                row.script(),
                row.checksum(),
                row.installedBy(),
                ON.plus(Duration.ofMinutes(minutes)),
                row.executionTimeMillis(),
                row.success());
    }

    /** The row that repair writes for a row whose file is gone. */
    static AppliedMigration deleted(String name) {
        return row(name, "DELETE", null);
    }

    /** The row that the command baseline writes. */
    static AppliedMigration baseline(String version) {
        return applied(version, "BASELINE", "<< baseline >>", null);
    }

    /** The row that tells which schemas were created. */
    static AppliedMigration schemas() {
        return applied(null, "SCHEMA", "\"s\"", null);
    }

    /** Numbers the rows as the history does: from 1, or from 0 where the first one is about schemas. */
    static List<AppliedMigration> history(AppliedMigration... rows) {
        List<AppliedMigration> numbered = new ArrayList<>();
        int rank = rows.length > 0 && rows[0].type().equals("SCHEMA") ? 0 : 1;
        for (AppliedMigration row : rows) {
            numbered.add(with(row, rank++, row.description(), row.success()));
        }
        return numbered;
    }

    static AppliedMigration ranked(int rank, AppliedMigration row) {
        return with(row, rank, row.description(), row.success());
    }

    static MigratePolicy target(String target) {
        return policy(target, false);
    }

    static MigratePolicy outOfOrder() {
        return policy("latest", true);
    }

    static MigratePolicy ignoring(String... patterns) {
        return policy("latest", false, patterns);
    }

    static MigratePolicy policy(String target, boolean outOfOrder, String... patterns) {
        return policy(target, outOfOrder, true, patterns);
    }

    static MigratePolicy policy(String target, boolean outOfOrder, boolean validate, String... patterns) {
        return policy(target, List.of(), outOfOrder, validate, patterns);
    }

    static MigratePolicy picking(String... items) {
        return policy("latest", List.of(items), false, true);
    }

    static MigratePolicy policy(
            String target, List<String> cherryPick, boolean outOfOrder, boolean validate, String... patterns) {
        return new MigratePolicy(
                TargetVersion.parse(target),
                cherryPick,
                outOfOrder,
                false,
                false,
                true,
                false,
                validate,
                IgnorePattern.defaultsAnd(List.of(patterns)),
                false,
                DEFAULT.baselineVersion(),
                DEFAULT.baselineDescription());
    }

    /** Each line as {@code #rank script STATE}; without a rank where it is not applied. */
    static List<String> shown(Reconciliation reconciliation) {
        return reconciliation.lines().stream()
                .map(Reconciled::info)
                .map(PlanDsl::shown)
                .toList();
    }

    static String shown(MigrationInfo info) {
        String rank = info.installedRank() == null ? "" : "#" + info.installedRank() + " ";
        return rank + info.script() + " " + info.state();
    }

    private static AppliedMigration with(AppliedMigration row, int rank, String description, boolean success) {
        return new AppliedMigration(
                rank,
                row.version(),
                description,
                row.type(),
                row.script(),
                row.checksum(),
                row.installedBy(),
                row.installedOn(),
                row.executionTimeMillis(),
                success);
    }

    private static MigrationKind kind(String name) {
        return switch (name.charAt(0)) {
            case 'V' -> MigrationKind.VERSIONED;
            case 'R' -> MigrationKind.REPEATABLE;
            case 'B' -> MigrationKind.BASELINE;
            case 'U' -> MigrationKind.UNDO;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String type(String name, String language) {
        return switch (kind(name)) {
            case VERSIONED, REPEATABLE -> language;
            case BASELINE -> language + "_BASELINE";
            case UNDO -> "UNDO_" + language;
        };
    }

    private static @Nullable MigrationVersion version(String name) {
        String text = name.substring(1, name.indexOf("__"));
        return text.isEmpty() ? null : MigrationVersion.of(text);
    }

    private static String description(String name) {
        int separator = name.indexOf("__");
        return separator < 0
                ? name
                : name.substring(separator + 2).replace(".sql", "").replace('_', ' ');
    }
}
