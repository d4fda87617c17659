package dev.migratedb.internal.execution;

import dev.migratedb.migration.AppliedMigration;
import java.util.List;
import java.util.Set;

/**
 * Where a script goes on that has stopped on its way.
 *
 * @param first number of the first statement that is run
 * @param place where that one is, in words that follow a verb
 * @param again numbers of statements before it that are sent once more, since they made the session what it has to be
 * @param before what is to be dropped before, since the first statement has left it half made
 * @param failed rows that the history has of the attempts before, which the row of the migration replaces
 */
public record Resumption(
        int first, String place, Set<Integer> again, List<String> before, List<AppliedMigration> failed) {

    public Resumption {
        again = Set.copyOf(again);
        before = List.copyOf(before);
        failed = List.copyOf(failed);
    }
}
