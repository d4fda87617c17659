package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.execution.Texts;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.CleanResult;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops everything in the schemas, the history included. */
public final class CleanCommand {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private final RunContext run;
    private final Callbacks callbacks;
    private final long begin = System.nanoTime();

    private CleanCommand(RunContext run) {
        this.run = run;
        this.callbacks = run.callbacks();
    }

    /**
     * Runs the command.
     *
     * @throws MigrateDbException with code {@code CLEAN_DISABLED} if that is not allowed; nothing has happened then, not even
     *     a connection was opened
     */
    public static CleanResult run(Configuration configuration) {
        if (configuration.cleanDisabled()) {
            throw new MigrateDbException(
                    ErrorCode.CLEAN_DISABLED,
                    "Clean drops everything in the schemas and is switched off. Nothing was changed. Where losing all data is"
                            + " fine, such as in tests, set 'migratedb.clean-disabled' (builder: cleanDisabled) to false.");
        }
        return Command.CLEAN.run(configuration, run -> new CleanCommand(run).clean());
    }

    private CleanResult clean() {
        List<Problem> problems = run.fileProblems(run.catalog());
        if (!problems.isEmpty()) {
            throw new ValidationFailedException(problems);
        }
        HistoryTable history = run.history();
        List<String> warnings = new ArrayList<>(run.warnings());
        List<String> schemas = existing(history.name().schema(), warnings);
        SchemaEmptying emptying = new SchemaEmptying(run, history.name());
        List<String> created = SchemaCreation.created(run.first().history().rows());
        if (emptying.areEmpty(schemas) && schemas.stream().noneMatch(created::contains)) {
            callbacks.fire(Event.BEFORE_CLEAN, Moment.PLAIN);
            return finished(warnings, schemas, List.of());
        }
        run.beginWork();
        if (schemas.contains(history.name().schema())) {
            // elsewhere there is neither a history that somebody could change, nor a place for the row of a lease
            run.acquireLock();
            HistorySnapshot locked = run.adoption().again(run.first().history());
            created = SchemaCreation.created(locked.rows());
            run.session().useSchema();
        }
        callbacks.fire(Event.BEFORE_CLEAN, Moment.PLAIN);
        List<String> dropped = schemas.stream().filter(created::contains).toList();
        run.section("Clean of " + String.join(", ", schemas));
        List<String> notDropped = emptying.clean(schemas, dropped, run::disposeLock);
        for (String schema : notDropped) {
            warnings.add("The schema \"" + schema + "\" could not be dropped; it was cleaned instead");
        }
        List<String> gone =
                dropped.stream().filter(schema -> !notDropped.contains(schema)).toList();
        return finished(warnings, schemas, gone);
    }

    /** The schemas that are cleaned: the one with the history first. */
    private List<String> existing(String defaultSchema, List<String> warnings) {
        Set<String> all = new LinkedHashSet<>(List.of(defaultSchema));
        all.addAll(run.configuration().schemas().managed());
        List<String> missing = run.dialect().missingSchemas(run.work().jdbc(), List.copyOf(all));
        for (String schema : missing) {
            String warning = "The schema \"" + schema + "\" does not exist, so that there is nothing to clean in it";
            LOG.warn(warning);
            warnings.add(warning);
        }
        return all.stream().filter(schema -> !missing.contains(schema)).toList();
    }

    private CleanResult finished(List<String> warnings, List<String> schemas, List<String> dropped) {
        List<String> cleaned =
                schemas.stream().filter(schema -> !dropped.contains(schema)).toList();
        CleanResult result = new CleanResult(run.work().product(), warnings, cleaned, dropped);
        callbacks.fire(Event.AFTER_CLEAN, Moment.after(result));
        cleaned.forEach(schema -> run.log()
                .info("Successfully cleaned schema \"{}\" (execution time {})", schema, Texts.timeSince(begin)));
        dropped.forEach(schema -> run.log()
                .info("Successfully dropped schema \"{}\" (execution time {})", schema, Texts.timeSince(begin)));
        return result;
    }
}
