package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.internal.dialect.SessionState;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps settings of the session where they belong: what a migration sets ends with it, what callbacks set lasts until the end
 * of the run, and the pool gets its connection back as it was.
 */
public final class SessionGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionGuard.class);

    private final WorkConnection work;
    private final @Nullable String schema;
    private boolean schemaInUse;
    private final ConnectionSettings settings;
    private final Secrets secrets;
    private final Pooler pooler;
    private @Nullable Captured beforeRun;
    private @Nullable Captured beforeMigrations;

    /**
     * The session as it was.
     *
     * @param server what the server keeps of it
     * @param driver what the driver does
     */
    private record Captured(SessionState server, JdbcState driver) {}

    /**
     * Creates the guard of a run.
     *
     * @param schema what unqualified names shall mean in code of the user; null means what they mean already
     * @param settings what is done first on its connection
     */
    public SessionGuard(WorkConnection work, @Nullable String schema, ConnectionSettings settings, Secrets secrets) {
        this.work = work;
        this.pooler = new Pooler(work);
        this.schema = schema;
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * Takes the role of the run, and runs what shall run first on the connection.
     *
     * @throws MigrateDbException if the role cannot be taken, or such a statement fails
     */
    public void initialise() {
        String role = settings.runAsRole();
        if (role != null) {
            beforeChanges();
            take(role);
        }
        if (!settings.initSqls().isEmpty()) {
            beforeChanges();
            Rehearsal rehearsal = work.rehearsal();
            if (rehearsal != null) {
                rehearsal.section("Statements of 'migratedb.init-sqls'", null);
            }
            settings.initSqls().forEach(this::init);
        }
    }

    /** Connects again where the connection is lost, and prepares the new session as the first one was. */
    public void reconnect() {
        if (work.reconnectIfBroken()) {
            reconnected();
            beforeChanges();
        }
    }

    /** To be called when the connection is another one. */
    void reconnected() {
        beforeRun = null;
        beforeMigrations = null;
        pooler.reconnected();
        schemaInUse = false;
        initialise();
    }

    private void take(String role) {
        String statement = work.dialect().takeRole(role);
        if (statement == null) {
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    "'migratedb.run-as-role' is '" + role + "', but on "
                            + work.dialect().name()
                            + " a session cannot take a role. Nothing was changed. Leave the setting out.");
        }
        if (work.rehearsal() != null) {
            work.rehearsal().section("Role of 'migratedb.run-as-role'", null);
        }
        try {
            work.jdbc().execute(statement);
        } catch (DataAccessException ex) {
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    "The role '" + role + "' of 'migratedb.run-as-role' cannot be taken: "
                            + Texts.cause(ex.getMostSpecificCause())
                            + ". Nothing was changed. Correct the name, or make the user a member of the role: GRANT "
                            + role + " TO the user.",
                    ex);
        }
    }

    private void init(String sql) {
        try (Statement statement = work.connection().createStatement()) {
            // written for the database, not for JDBC
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException ex) {
            Throwable cause = secrets.mask(ex);
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    Texts.failure(
                            "A statement of 'migratedb.init-sqls' failed: " + secrets.mask(sql),
                            null,
                            Texts.cause(cause),
                            "No migration was run. The statements before it in 'migratedb.init-sqls' were carried out.",
                            "Correct the statement, or give the user of the connection the privilege that it needs."),
                    cause);
        }
    }

    /** To be called before anything that may change the session. */
    public void beforeChanges() {
        if (beforeRun == null) {
            beforeRun = capture();
            pooler.look(beforeRun.server());
        }
    }

    /** Whether a pooler gives the connection another session for each transaction, so that nothing holds in it. */
    public boolean switchesSessions() {
        return pooler.switchesSessions();
    }

    /** Makes the configured schema the one that unqualified names mean. It must exist. */
    public void useSchema() {
        if (schema != null && !schemaInUse) {
            beforeChanges();
            if (pooler.switchesSessions()) {
                pooler.useInEachTransaction(schema);
                schemaInUse = true;
                return;
            }
            if (work.rehearsal() != null) {
                work.rehearsal().section("Schema of unqualified names", null);
            }
            try {
                work.jdbc().execute(work.dialect().useSchema(schema));
            } catch (DataAccessException ex) {
                throw new MigrateDbException(
                        ErrorCode.CONFIGURATION,
                        "The schema \"" + schema + "\" cannot be made the one that unqualified names mean: "
                                + ex.getMostSpecificCause().getMessage()
                                + ". No migration was run. Correct 'migratedb.default-schema' or 'migratedb.schemas'.",
                        ex);
            }
            schemaInUse = true;
        }
    }

    /** To be called before a callback of the command, which may come before the schema is there. */
    void beforeCallback() {
        beforeChanges();
        if (work.rehearsal() != null && !exists()) {
            return;
        }
        try {
            useSchema();
        } catch (MigrateDbException ex) {
            LOG.debug("The schema \"{}\" cannot be used yet", schema, ex);
        }
    }

    /** A rehearsal creates none, and would not learn from an error that it is missing. */
    private boolean exists() {
        return schema == null
                || work.dialect().missingSchemas(work.jdbc(), List.of(schema)).isEmpty();
    }

    /**
     * To be called before a migration that may change the session.
     *
     * @return whether it is now that the session was looked at, to be set back to that
     */
    boolean beforeMigration() {
        if (beforeMigrations != null) {
            return false;
        }
        beforeMigrations = capture();
        if (work.rehearsal() != null) {
            work.rehearsal().client(work.dialect().rememberSession());
        }
        return true;
    }

    /** To be called after such a migration, in its transaction. */
    void afterMigration() {
        if (beforeMigrations == null) {
            return;
        }
        if (work.rehearsal() != null) {
            work.rehearsal().client(work.dialect().recallSession(beforeMigrations.server(), schema));
        } else if (pooler.switchesSessions() && beforeRun != null) {
            // what holds until the end of the transaction must not be made to hold in a session that others get next
            restore(beforeRun);
            pooler.beginTransaction();
        } else {
            restore(beforeMigrations);
        }
    }

    /** To be called when such a migration has failed: a rollback does not take every setting back. */
    void afterFailedMigration() {
        try {
            afterMigration();
        } catch (DataAccessException ex) {
            LOG.debug("The session could not be set back after a migration that failed", ex);
        }
    }

    private Captured capture() {
        JdbcState driver = Objects.requireNonNull(work.jdbc().execute(JdbcState::of));
        return new Captured(work.dialect().captureSession(work.jdbc()), driver);
    }

    private void restore(Captured before) {
        // the driver first, which may have told the server, too
        restoreDriver(before);
        work.dialect().restoreSession(work.jdbc(), before.server());
    }

    private void restoreDriver(Captured before) {
        work.jdbc().execute((Connection connection) -> {
            before.driver().restore(connection);
            return true;
        });
    }

    @Override
    public void close() {
        pooler.restore();
        if (beforeRun == null) {
            return;
        }
        try {
            if (pooler.switchesSessions()) {
                // the session is anybody's by now
                restoreDriver(beforeRun);
            } else {
                restore(beforeRun);
            }
        } catch (DataAccessException ex) {
            LOG.debug("The session could not be set back; its connection is ended", ex);
            work.markBroken();
        }
    }
}
