package dev.migratedb.internal.command;

import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Empties schemas and drops some of them: in one transaction where DDL takes part in transactions.
 */
final class SchemaEmptying {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");
    private static final int SHOWN_OBJECTS = 10;

    private final RunContext run;
    private final JdbcOperations jdbc;
    private final TableName history;

    SchemaEmptying(RunContext run, TableName history) {
        this.run = run;
        this.jdbc = run.work().jdbc();
        this.history = history;
    }

    /** Whether there is nothing to drop in any of the schemas. */
    boolean areEmpty(List<String> schemas) {
        return schemas.stream()
                .allMatch(schema ->
                        run.dialect().cleanStatements(jdbc, schema, Set.of()).isEmpty());
    }

    /**
     * Empties schemas.
     *
     * @param dropped those that are dropped as well
     * @param disposeLock gives back the lock with its table
     * @return those that could not be dropped, and are empty now
     */
    List<String> clean(List<String> schemas, List<String> dropped, Runnable disposeLock) {
        if (run.dialect().transactionalDdl()) {
            run.work().inTransaction(() -> {
                for (String schema : schemas) {
                    empty(schema, kept(schema), () -> "Everything was rolled back: nothing was dropped.");
                    if (dropped.contains(schema)) {
                        if (!kept(schema).isEmpty()) {
                            // the table of the lease goes with the schema, so whether it is still held is asked before
                            disposeLock.run();
                        }
                        execute(
                                run.dialect().dropSchema(schema),
                                () -> "Everything was rolled back: nothing was dropped.");
                    }
                }
                return true;
            });
            disposeLock.run();
            return List.of();
        }
        for (String schema : schemas) {
            empty(schema, kept(schema), () -> remaining(schemas));
        }
        if (!Locks.isLease(run)) {
            // held until the schema is gone, which takes along what another run would have put into it
            List<String> notDropped = notDropped(dropped);
            disposeLock.run();
            return notDropped;
        }
        disposeLock.run();
        return notDropped(dropped);
    }

    /** The table of a lease stays until everything else is gone. */
    private Set<String> kept(String schema) {
        boolean lease = Locks.isLease(run) && schema.equals(history.schema());
        return lease ? Set.of(history.table() + RunLock.TABLE_SUFFIX) : Set.of();
    }

    private void empty(String schema, Set<String> kept, Supplier<String> state) {
        run.dialect().cleanStatements(jdbc, schema, kept).forEach(statement -> execute(statement, state));
    }

    private void execute(String statement, Supplier<String> state) {
        try {
            jdbc.execute(statement);
        } catch (DataAccessException ex) {
            throw new MigrateDbException(
                    ErrorCode.CLEAN_FAILED,
                    "Clean failed at " + statement + ".\n  Cause:  "
                            + ex.getMostSpecificCause().getMessage() + "\n  State:  " + state.get()
                            + "\n  Remedy: Drop by hand what cannot be dropped here, or give the user the right to, and"
                            + " clean again.",
                    ex);
        }
    }

    /** Asked after a failure where every statement before it has been committed. */
    private String remaining(List<String> schemas) {
        List<String> statements = new ArrayList<>();
        for (String schema : schemas) {
            statements.addAll(run.dialect().cleanStatements(jdbc, schema, Set.of()));
        }
        int more = statements.size() - SHOWN_OBJECTS;
        return "What was dropped before stays dropped. What remains would be dropped by: "
                + String.join("; ", statements.subList(0, Math.min(SHOWN_OBJECTS, statements.size())))
                + (more > 0 ? "; and " + more + " more." : ".");
    }

    private List<String> notDropped(List<String> schemas) {
        List<String> notDropped = new ArrayList<>();
        for (String schema : schemas) {
            try {
                jdbc.execute(run.dialect().dropSchema(schema));
            } catch (DataAccessException ex) {
                LOG.warn(
                        "Unable to drop schema \"{}\": {}. It was cleaned instead.",
                        schema,
                        ex.getMostSpecificCause().getMessage());
                notDropped.add(schema);
            }
        }
        return notDropped;
    }
}
