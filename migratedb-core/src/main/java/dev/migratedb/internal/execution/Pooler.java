package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Backends;
import dev.migratedb.internal.dialect.SessionState;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a pooler between the run and its server gives the connection another session for each transaction. Nothing
 * that belongs to a session holds then: no lock, no setting, no statement that the driver keeps there.
 */
final class Pooler {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");
    private static final int KEPT_NEVER = 0;

    private final WorkConnection work;
    private boolean looked;
    private boolean switching;
    private @Nullable String schema;
    private @Nullable Connection tuned;
    private int threshold;

    Pooler(WorkConnection work) {
        this.work = work;
    }

    /** Whether nothing holds in the session for longer than a transaction. */
    boolean switchesSessions() {
        return switching;
    }

    /**
     * Compares the session with the one that the driver was greeted by, and looks closer where they differ.
     *
     * @param state of the session, as just captured
     */
    void look(SessionState state) {
        Backends backends = work.dialect().backends().orElse(null);
        if (backends == null || work.rehearsal() != null || looked) {
            return;
        }
        looked = true;
        try {
            int greeted = backends.greeted(work.connection());
            if (greeted == 0 || greeted == backends.of(state)) {
                return;
            }
            switching = !new SessionProbe(work, backends).holds();
            if (switching) {
                threshold = backends.keepStatementsAfter(work.connection(), KEPT_NEVER);
                tuned = work.connection();
                LOG.warn(
                        "A pooler between this run and the database gives each transaction another session, or does not show"
                                + " that it does not. What is set for the session (SET ROLE, SET search_path,"
                                + " 'migratedb.init-sqls', a lock or a temporary table of a callback) need not hold in the"
                                + " next transaction; 'migratedb.default-schema' is set in each one, but not for statements"
                                + " without a transaction. The lock of this run is a row of a table. To avoid all this, give"
                                + " 'migratedb.url' the address of the database itself.");
            } else {
                LOG.debug("A pooler stands before the database, and leaves the connection its session");
            }
        } catch (SQLException ex) {
            throw new MigrateDbException(
                    ErrorCode.CONNECTION,
                    "The connection to the database was lost: " + ex.getMessage() + " (SQLState " + ex.getSQLState()
                            + "). Nothing was changed. Check that the database runs, and start again.",
                    ex);
        }
    }

    /** Makes a schema the one that unqualified names mean, in each transaction that begins from now on. */
    void useInEachTransaction(String schema) {
        this.schema = schema;
        work.onBegin(this::beginTransaction);
    }

    /** To be called in a transaction whose settings are those of the session. */
    void beginTransaction() {
        if (schema != null && work.isTransactional()) {
            work.jdbc().execute(work.dialect().backends().orElseThrow().useSchemaInTransaction(schema));
        }
    }

    /** To be called when the connection is another one. */
    void reconnected() {
        looked = false;
        switching = false;
        tuned = null;
        schema = null;
    }

    /** Lets the driver keep statements again, as before. */
    void restore() {
        if (tuned != null) {
            try {
                work.dialect().backends().orElseThrow().keepStatementsAfter(tuned, threshold);
            } catch (SQLException ex) {
                LOG.debug("The driver does not keep statements again", ex);
                work.markBroken();
            }
        }
    }
}
