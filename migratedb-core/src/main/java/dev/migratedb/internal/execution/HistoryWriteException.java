package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.TableName;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;

/** The row of a migration could not be written, although the migration itself went well. */
final class HistoryWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TableName table;

    HistoryWriteException(TableName table, DataAccessException cause) {
        super(cause.getMostSpecificCause().getMessage(), cause.getMostSpecificCause());
        this.table = table;
    }

    TableName table() {
        return table;
    }

    /** Whether the database has refused it for want of a privilege. */
    boolean isForbidden() {
        return getCause() instanceof SQLException failure && "42501".equals(failure.getSQLState());
    }
}
