package dev.migratedb.internal.dialect;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What a server of MySQL or MariaDB says about why it lets nothing be changed.
 *
 * @param sessionVariables the table of the variables of the session
 * @param byDriver whether the driver has made the session's transactions read-only ones
 */
record MysqlReadOnly(JdbcOperations jdbc, String sessionVariables, boolean byDriver) {

    private static final int PREVENTED_BY_OPTION = 1290;
    private static final Set<String> OFF = Set.of("0", "OFF");

    @Nullable
    String because() {
        return jdbc.query(
                "SELECT @@global.read_only, (SELECT MAX(variable_value) FROM " + sessionVariables
                        + " WHERE LOWER(variable_name) IN ('tx_read_only', 'transaction_read_only'))",
                row -> row.next() ? because(row.getString(1), row.getString(2)) : null);
    }

    private @Nullable String because(String server, @Nullable String transactions) {
        if (!OFF.contains(server) && isPrevented()) {
            return "the server runs with 'read_only', as a replica does, and this user may not write nevertheless. Connect to"
                    + " the primary, or have 'read_only' switched off.";
        }
        return byDriver || transactions == null || OFF.contains(transactions)
                ? null
                : "transactions of this session are read only. Set 'transaction_read_only' (older servers: 'tx_read_only')"
                        + " off.";
    }

    /** There are users for whom the option does not count. It is checked before it is seen that there is no such table. */
    private boolean isPrevented() {
        try {
            jdbc.update("DELETE FROM mysql.migratedb_is_never_there WHERE FALSE");
            return false;
        } catch (DataAccessException ex) {
            return ex.getMostSpecificCause() instanceof SQLException failure
                    && failure.getErrorCode() == PREVENTED_BY_OPTION;
        }
    }
}
