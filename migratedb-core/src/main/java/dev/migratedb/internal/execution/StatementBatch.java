package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/** Consecutive statements that change rows, collected to be sent to the server at once. */
final class StatementBatch {

    /** Below this, one by one is as fast. */
    private static final int SMALLEST = 3;

    private final int largest;
    private final int largestText;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int length;

    /**
     * Creates an empty batch.
     *
     * @param largest number of statements
     * @param largestText in chars; bounds what is kept in memory, together with the number for texts that are small
     */
    StatementBatch(int largest, int largestText) {
        this.largest = largest;
        this.largestText = largestText;
    }

    void add(SqlStatement statement) {
        statements.add(statement);
        length += statement.sql().length();
    }

    boolean isFull() {
        return statements.size() >= largest || length >= largestText;
    }

    /** Whether there are enough statements for it to be worth it. */
    boolean isWorthIt() {
        return statements.size() >= SMALLEST;
    }

    /** The statements in their order; empties the batch. */
    List<SqlStatement> take() {
        List<SqlStatement> taken = List.copyOf(statements);
        statements.clear();
        length = 0;
        return taken;
    }
}
