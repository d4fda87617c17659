package dev.migratedb.testsupport;

import java.util.List;
import java.util.Locale;

/**
 * What went through the connections of a {@link StatementCounter}.
 *
 * @param connections connections that were opened
 * @param maxOpenConnections the most connections that were open at the same time
 * @param statements calls that executed SQL: {@code execute…}, and {@code executeBatch} once whatever its size
 * @param hiddenQueries calls that do not look like SQL but make the driver ask the server: {@code getSchema()},
 *     {@code isValid()}, {@code setSavepoint()}, the catalogue questions of {@code DatabaseMetaData} …
 * @param commits ends of a transaction in which something had been executed: by {@code commit()}, by switching
 *     auto-commit on, or by a {@code COMMIT} at the end of an executed text
 * @param rollbacks the same for rolling back
 * @param roundTrips how often somebody waited for the server: statements, hidden queries, and those commits and
 *     rollbacks that were not part of an executed text; a driver that sends large texts or batches in portions waits
 *     more often
 * @param sql the texts of the statements, in the order of their start
 */
public record StatementCounts(
        int connections,
        int maxOpenConnections,
        int statements,
        int hiddenQueries,
        int commits,
        int rollbacks,
        int roundTrips,
        List<String> sql) {

    public StatementCounts {
        sql = List.copyOf(sql);
    }

    /** How many of the texts contain a fragment, without regard to case. */
    public long statementsWith(String fragment) {
        String wanted = fragment.toLowerCase(Locale.ROOT);
        return sql.stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(wanted))
                .count();
    }
}
