package dev.migratedb.samples.quickstart.migration;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.result.MigrateResult;
import org.springframework.stereotype.Component;

/** Notes in the logbook, after each run, what the run has done. */
@Component
class HarbourMaster implements Callback {

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        if (context.getOperationResult() instanceof MigrateResult result) {
            context.getJdbcClient()
                    .sql("INSERT INTO logbook (entry) VALUES (:entry)")
                    .param("entry", entry(result))
                    .update();
        }
    }

    private static String entry(MigrateResult result) {
        int executed = result.migrationsExecuted();
        return executed == 0
                ? "Started. The database was up to date at version %s, nothing was to do."
                        .formatted(result.targetVersion())
                : "Started. %d %s applied, now at version %s."
                        .formatted(executed, executed == 1 ? "migration" : "migrations", result.targetVersion());
    }
}
