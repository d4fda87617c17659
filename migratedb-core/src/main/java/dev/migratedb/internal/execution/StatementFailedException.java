package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.SqlStatement;
import java.sql.SQLException;

/** A statement of a script failed. Turned into what the user sees by whoever ran the script. */
final class StatementFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SqlStatement statement;
    private final SQLException failure;
    private final int succeededBefore;

    StatementFailedException(SqlStatement statement, SQLException failure, int succeededBefore) {
        super(failure.getMessage(), failure);
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
}
