package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.SqlStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a script failed. Turned into what the user sees by whoever ran the script. */
final class StatementFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SqlStatement statement;
    private final SQLException failure;
    private final int succeededBefore;
    private transient @Nullable Overdue overdue;

    StatementFailedException(SqlStatement statement, SQLException failure, int succeededBefore) {
        this(statement, failure, succeededBefore, null);
    }

    StatementFailedException(
            SqlStatement statement, SQLException failure, int succeededBefore, @Nullable Overdue overdue) {
        super(failure.getMessage(), failure);
        this.overdue = overdue;
        this.statement = statement;
        this.failure = failure;
        this.succeededBefore = succeededBefore;
    }

    SqlStatement statement() {
        return statement;
    }

    SQLException failure() {
        return failure;
    }

    int succeededBefore() {
        return succeededBefore;
    }

    /** Which limit has ended it; null where it failed for another reason. */
    @Nullable
    Overdue overdue() {
        return overdue;
    }

    /** To be called when more is known of it. */
    void overdue(Overdue reason) {
        this.overdue = reason;
    }
}
