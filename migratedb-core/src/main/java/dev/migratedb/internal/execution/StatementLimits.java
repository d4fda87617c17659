package dev.migratedb.internal.execution;

import dev.migratedb.configuration.MigratePolicy.Timeouts;
import dev.migratedb.internal.dialect.TableLocks;
import dev.migratedb.internal.script.CheckedScript;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps statements of scripts from waiting too long for locks of tables, and from running too long. Knows what the session was
 * told last, so that it is told again only where that changes. Used by the thread of the run.
 */
public final class StatementLimits implements AutoCloseable {

    /** No database takes much more. */
    private static final Duration LONGEST = Duration.ofDays(20);

    private final WorkConnection work;
    private final SessionGuard session;
    private final Timeouts settings;
    private final StatementWatch watch;
    private final @Nullable TableLocks locks;

    /** What the session has now; zero means what it has by itself, null that nobody knows. */
    private @Nullable Duration inForce = Duration.ZERO;

    private @Nullable Duration inForceAtCapture = Duration.ZERO;

    /** Whether code of the user has set the limit, which then wins. */
    private boolean setByUser;

    private boolean setByUserAtCapture;
    private boolean setByUserBefore;

    /** Whether the transaction has locks of tables, so that others wait for as long as it does. */
    private boolean holdsLocks;

    /** Creates the limits of a run. */
    public StatementLimits(WorkConnection work, SessionGuard session, Timeouts settings) {
        this.work = work;
        this.session = session;
        this.settings = settings;
        this.locks = work.rehearsal() == null ? work.dialect().tableLocks().orElse(null) : null;
        this.watch = new StatementWatch(work::another);
    }

    Timeouts settings() {
        return settings;
    }

    /** The limits of one script. */
    ForScript of(CheckedScript script) {
        return new ForScript(script);
    }

    /** To be called when a transaction begins, or has ended. */
    void newTransaction() {
        holdsLocks = false;
        setByUserBefore = setByUser;
        if (session.switchesSessions()) {
            inForce = Duration.ZERO;
        }
    }

    /** To be called when a transaction was rolled back, and with it what it had set. */
    void rolledBack() {
        holdsLocks = false;
        inForce = null;
        setByUser = setByUserBefore;
    }

    /** To be called when the session was looked at, to be set back to that. */
    void sessionCaptured() {
        inForceAtCapture = inForce;
        setByUserAtCapture = setByUser;
    }

    /** To be called when the session was set back. */
    void sessionRestored() {
        inForce = inForceAtCapture;
        setByUser = setByUserAtCapture;
    }

    /** To be called before code of the user: what it waits for is not known, and running it again may do harm. */
    void beforeCode() throws SQLException {
        tell(holdsLocks ? atMost(settings.ddlLock()) : Duration.ZERO);
    }

    private void tell(Duration limit) throws SQLException {
        if (locks == null || setByUser || limit.equals(inForce)) {
            return;
        }
        if (session.switchesSessions()) {
            tellTransaction(locks, limit);
        } else {
            try (Statement statement = work.connection().createStatement()) {
                statement.execute(limit.isZero() ? locks.noLimit() : locks.limit(limit));
            }
            inForce = limit;
        }
    }

    /** What the session is told, another client of the pooler would have next. */
    private void tellTransaction(TableLocks tableLocks, Duration limit) throws SQLException {
        if (!limit.isZero() && !work.isAutoCommit()) {
            try (Statement statement = work.connection().createStatement()) {
                statement.execute(tableLocks.limitOfTransaction(limit));
            }
            inForce = limit;
        }
    }

    private static Duration atMost(Duration limit) {
        return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    }

    @Override
    public void close() {
        watch.close();
    }

    /** What is done under the limits. */
    @FunctionalInterface
    interface Action<T, E extends Exception> {
        T run() throws SQLException, E;
    }

    /** The limits of one script. */
    final class ForScript {

        private final Duration lockLimit;
        private final @Nullable Duration statementLimit;
        private final boolean controlsTransactions;
        private boolean setLocally;
        private @Nullable Overdue overdue;

        private ForScript(CheckedScript script) {
            Duration ownLockLimit = script.file().options().ddlLockTimeout();
            Duration ownStatementLimit = script.file().options().statementTimeout();
            this.lockLimit = atMost(ownLockLimit == null ? settings.ddlLock() : ownLockLimit);
            Duration limit = ownStatementLimit == null ? settings.statement() : ownStatementLimit;
            this.statementLimit = limit == null || limit.isZero() ? null : atMost(limit);
            this.controlsTransactions = script.firstControlling() != null;
        }

        /** Whether there is a limit for each statement, which cannot be kept where many are sent together. */
        boolean limitsEach() {
            return statementLimit != null;
        }

        /**
         * Sends a statement under its limits.
         *
         * @param canceller has the database give it up
         * @param action sends it
         */
        <T, E extends Exception> T send(SqlStatement statement, StatementWatch.Canceller canceller, Action<T, E> action)
                throws SQLException, E {
            overdue = null;
            before(statement);
            Duration limit = setByUser || inForce == null ? Duration.ZERO : inForce;
            try (StatementWatch.Watched watched =
                    watch.begin(work.connection(), locks, limit, statementLimit, canceller)) {
                try {
                    return action.run();
                } catch (SQLException ex) {
                    overdue = watched.overdue(ex);
                    throw ex;
                }
            } finally {
                noteWhatItSets(statement);
            }
        }

        /** Which limit has ended the statement that has just failed; null where none has. Told once. */
        @Nullable
        Overdue overdue() {
            Overdue reason = overdue;
            overdue = null;
            return reason;
        }

        private void before(SqlStatement statement) throws SQLException {
            LockNeed need = LockNeed.of(statement);
            if (need == LockNeed.NOTHING) {
                return;
            }
            tell(need == LockNeed.TABLE || holdsLocks ? lockLimit : Duration.ZERO);
            holdsLocks |= need == LockNeed.TABLE && keepsLocks();
        }

        /** Where DDL commits, or is alone in its transaction, its locks end with it. */
        private boolean keepsLocks() {
            return work.dialect().transactionalDdl() && (controlsTransactions || !work.isAutoCommit());
        }

        private void noteWhatItSets(SqlStatement statement) {
            if (locks == null) {
                return;
            }
            if (statement.transactionRule() == TransactionRule.CONTROLS || statement.beginsWith("ROLLBACK")) {
                // it may take back what was set
                inForce = null;
                holdsLocks &= statement.transactionRule() != TransactionRule.CONTROLS;
            } else if (statement.changesSession() || statement.beginsWith("SET")) {
                if (statement.sql().toLowerCase(Locale.ROOT).contains(locks.setting())) {
                    setLocally |= !setByUser && !statement.changesSession();
                    setByUser = true;
                } else if (!statement.beginsWith("SET")) {
                    // RESET ALL and DISCARD ALL set it back
                    inForce = null;
                }
            }
        }

        /** To be called when the script has ended, and with its transaction what it has set for that only. */
        void end() {
            if (setLocally) {
                setByUser = false;
                inForce = null;
            }
        }

        /** To be called when a transaction of one statement was rolled back, and with it what was told in it. */
        void takenBack() {
            inForce = null;
        }

        /** Whether a statement that has waited too long can be sent again by itself, since nothing else was lost with it. */
        boolean standsAlone() {
            return !work.dialect().transactionalDdl() || (work.isAutoCommit() && !controlsTransactions);
        }
    }
}
