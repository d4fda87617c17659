package dev.migratedb.result;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code info} found: every migration that has a file, class or bean, or a row in the history.
 *
 * @param database product name and version
 * @param warnings what the user should know
 * @param all those that are not applied because the history begins above them, then applied ones in the order of the
 *     history, then the others, in the order in which they would run
 * @param stopped scripts that have not come to their end, one line each, with the place where the next run goes on
 */
public record InfoResult(String database, List<String> warnings, List<MigrationInfo> all, List<String> stopped)
        implements OperationResult {

    /** Rows that keep the books of the history and change nothing in the database. */
    private static final Set<String> BOOKKEEPING = Set.of("SCHEMA", "DELETE");

    private static final Comparator<MigrationInfo> BY_RANK =
            Comparator.comparing(MigrationInfo::installedRank, Comparator.nullsFirst(Comparator.naturalOrder()));

    public InfoResult {
        warnings = List.copyOf(warnings);
        all = List.copyOf(all);
        stopped = List.copyOf(stopped);
    }

    /** Where no script has stopped on its way. */
    public InfoResult(String database, List<String> warnings, List<MigrationInfo> all) {
        this(database, warnings, all, List.of());
    }

    /**
     * The applied migration that gives the database its version: the one with the highest version that neither failed nor
     * was undone or deleted. Where there is none, the repeatable migration that was applied last; where there is none
     * either, null.
     */
    public @Nullable MigrationInfo current() {
        List<MigrationInfo> inEffect =
                all.stream().filter(InfoResult::isInEffect).toList();
        return inEffect.stream()
                .filter(info -> info.version() != null)
                .max(Comparator.comparing((MigrationInfo info) -> Objects.requireNonNull(info.version()))
                        .thenComparing(BY_RANK))
                .or(() -> inEffect.stream()
                        .filter(info -> info.kind() == MigrationKind.REPEATABLE)
                        .max(BY_RANK))
                .orElse(null);
    }

    /** Those that the next {@code migrate} would run. */
    public List<MigrationInfo> pending() {
        return all.stream()
                .filter(info -> info.state() == MigrationState.PENDING)
                .toList();
    }

    /** Those that have a row in the history. */
    public List<MigrationInfo> applied() {
        return all.stream().filter(info -> info.state().isApplied()).toList();
    }

    /** Everything as a table for people, one line per migration, framed, with {@link #stopped} below it; times are UTC. */
    public String asTable() {
        return stopped.isEmpty() ? InfoTable.of(all) : InfoTable.of(all) + "\n" + String.join("\n", stopped);
    }

    private static boolean isInEffect(MigrationInfo info) {
        return info.state().isApplied()
                && !info.state().isFailed()
                && info.state() != MigrationState.UNDONE
                && info.state() != MigrationState.DELETED
                && info.kind() != MigrationKind.UNDO
                && !BOOKKEEPING.contains(info.type());
    }
}
