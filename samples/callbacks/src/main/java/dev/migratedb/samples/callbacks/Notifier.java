package dev.migratedb.samples.callbacks;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.result.MigrateResult;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells how a migration ended, whichever way that was. */
@Component
class Notifier implements Callback {

    private final NotificationService notificationService;

    Notifier(NotificationService notificationService) {
        this.notificationService = notificationService;
    }

    @Override
    public boolean supports(Event event, CallbackContext context) {
        return event == Event.AFTER_MIGRATE || event == Event.AFTER_MIGRATE_ERROR;
    }

    @Override
    public void handle(Event event, CallbackContext context) {
        notificationService.send(
                event == Event.AFTER_MIGRATE ? "Success: " + outcome(context) : "Failed: " + cause(context));
    }

    private static String outcome(CallbackContext context) {
        return context.getOperationResult() instanceof MigrateResult result && result.migrationsExecuted() > 0
                ? "the database is now at version " + result.targetVersion()
                : "there was nothing to migrate";
    }

    private static String cause(CallbackContext context) {
        return Optional.ofNullable(context.getError())
                .map(Throwable::getMessage)
                .flatMap(message -> message.lines().findFirst())
                .orElse("for an unknown reason");
    }
}
