package dev.migratedb.internal.discovery;

import dev.migratedb.internal.discovery.JavaMigrations.Described;
import dev.migratedb.internal.discovery.SqlFiles.Identified;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what has one identity more than once. */
final class Duplicates {

    private Duplicates() {}

    /** What must exist only once; versions that are equal but written differently are one. */
    private record MigrationKey(
            MigrationKind kind,
            @Nullable MigrationVersion version,
            @Nullable String description) {

        static MigrationKey of(MigrationKind kind, @Nullable MigrationVersion version, String description) {
            return new MigrationKey(kind, version, version == null ? description : null);
        }

        @Override
        public String toString() {
            return switch (kind) {
                case REPEATABLE -> "repeatable migrations have the description '" + description + "'";
                case VERSIONED -> "migrations have version " + version;
                case BASELINE -> "baseline migrations have version " + version;
                case UNDO -> "undo migrations have version " + version;
            };
        }
    }

    /**
     * Something that has an identity.
     *
     * @param place where it is, for people
     * @param exactPlace the same where that does not tell two apart
     * @param file null where it is no file
     */
    private record Claim<T>(
            String place, String exactPlace, @Nullable T file) {}

    /** The files whose identity nothing else has; what shares one becomes a problem. */
    static List<MigrationFile> withoutDuplicates(
            List<Identified<MigrationFile>> files, List<Described> javaMigrations, List<ScriptProblem> problems) {
        Map<MigrationKey, List<Claim<MigrationFile>>> claims = new LinkedHashMap<>();
        for (Identified<MigrationFile> identified : files) {
            MigrationFile file = identified.value();
            claims.computeIfAbsent(
                            MigrationKey.of(file.kind(), file.version(), file.description()), key -> new ArrayList<>())
                    .add(new Claim<>(file.file().location(), identified.identity(), file));
        }
        for (Described java : javaMigrations) {
            claims.computeIfAbsent(
                            MigrationKey.of(java.kind(), java.version(), java.description()), key -> new ArrayList<>())
                    .add(new Claim<>("class " + java.className(), "class " + java.className(), null));
        }
        return unique(claims, MigrationKey::toString, Duplicates::remedy, problems);
    }

    /** One migration in Java for each identity. That there are more of one was told together with those in files. */
    static Collection<Described> firstOfEach(List<Described> javaMigrations) {
        Map<MigrationKey, Described> first = new LinkedHashMap<>();
        javaMigrations.forEach(
                java -> first.putIfAbsent(MigrationKey.of(java.kind(), java.version(), java.description()), java));
        return first.values();
    }

    /** All migrations but those that share their identity with one of a resolver; each such identity becomes a problem. */
    static List<Found> withCustom(List<Found> builtIn, List<Found> custom, List<ScriptProblem> problems) {
        Map<MigrationKey, List<Claim<Found>>> claims = new LinkedHashMap<>();
        custom.forEach(found -> claims.computeIfAbsent(key(found), key -> new ArrayList<>())
                .add(new Claim<>(found.migration().script(), found.migration().script(), found)));
        List<Found> unique = new ArrayList<>();
        for (Found found : builtIn) {
            List<Claim<Found>> claimants = claims.get(key(found));
            if (claimants == null) {
                unique.add(found);
            } else {
                String place = found.script() == null
                        ? "class " + found.migration().script()
                        : found.script().location();
                claimants.add(new Claim<>(place, place, found));
            }
        }
        unique.addAll(unique(claims, MigrationKey::toString, Duplicates::remedy, problems));
        return unique;
    }

    private static MigrationKey key(Found found) {
        ResolvedMigration migration = found.migration();
        return MigrationKey.of(migration.kind(), migration.version(), migration.description());
    }

    private static String remedy(MigrationKey key) {
        return key.version() == null
                ? "Give all but one of them another description."
                : "Give all but one of them another version; one that was applied already keeps its version.";
    }

    /** The callbacks whose event and description no other one has; what shares both becomes a problem. */
    static List<CallbackFile> withoutDuplicates(List<Identified<CallbackFile>> files, List<ScriptProblem> problems) {
        Map<String, List<Claim<CallbackFile>>> claims = new LinkedHashMap<>();
        for (Identified<CallbackFile> identified : files) {
            CallbackFile file = identified.value();
            String key = file.event().id() + (file.description().isEmpty() ? "" : " - " + file.description());
            claims.computeIfAbsent(key, ignored -> new ArrayList<>())
                    .add(new Claim<>(file.file().location(), identified.identity(), file));
        }
        return unique(
                claims,
                key -> "callbacks are called '" + key + "'",
                key -> "Give all but one of them another description.",
                problems);
    }

    private static <K, T> List<T> unique(
            Map<K, List<Claim<T>>> claims,
            Function<K, String> what,
            Function<K, String> remedy,
            List<ScriptProblem> problems) {
        List<T> unique = new ArrayList<>();
        claims.forEach((key, claimants) -> {
            T file = claimants.get(0).file();
            if (claimants.size() > 1) {
                problems.add(new ScriptProblem(
                        ErrorCode.DUPLICATE_MIGRATION,
                        null,
                        claimants.size() + " " + what.apply(key) + ": " + places(claimants) + ".",
                        remedy.apply(key)));
            } else if (file != null) {
                unique.add(file);
            }
        });
        return unique;
    }

    private static <T> String places(List<Claim<T>> claims) {
        Set<String> seen = new TreeSet<>();
        boolean ambiguous = claims.stream().anyMatch(claim -> !seen.add(claim.place()));
        List<String> places = claims.stream()
                .map(claim -> claim.place()
                        + (ambiguous && !claim.place().equals(claim.exactPlace())
                                ? " (" + claim.exactPlace() + ")"
                                : ""))
                .sorted()
                .toList();
        int last = places.size() - 1;
        return String.join(", ", places.subList(0, last)) + " and " + places.get(last);
    }
}
