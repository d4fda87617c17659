package dev.migratedb.internal.execution;

import dev.migratedb.callback.BlockStatementExecutionException;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.callback.RunObserver;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.RunSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All callbacks of a run from the moment on when it is connected, in their order, and the way to call them. */
public final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.callback");

    /** At beforeConnect only SQL files are called here: everything else was called before there was a connection. */
    private final Set<Event> asked = EnumSet.complementOf(EnumSet.of(Event.BEFORE_CONNECT));

    private final RunScope scope;
    private final WorkConnection work;
    private final SessionGuard session;
    private final RunSettings settings;
    private final boolean transactional;
    private final Progress progress;
    private final ScriptRunner runner;
    private final CallbackFailure failure;
    private final Listeners listeners;

    /**
     * Asks every callback which events it wants.
     *
     * @param transactional whether callbacks may run in transactions at all
     */
    public Callbacks(RunScope scope, List<Callback> callbacks, boolean transactional) {
        this.scope = scope;
        this.work = scope.work();
        this.session = scope.session();
        this.settings = scope.settings();
        this.progress = scope.progress();
        this.transactional = transactional;
        this.runner = new ScriptRunner(scope);
        this.failure = new CallbackFailure(scope.secrets(), runner::place, scope.statements()::cause);
        this.listeners = new Listeners(failure);
        listeners.ask(callbacks, asked, context(Moment.PLAIN));
    }

    /** Adds SQL callbacks, which can be read only once it is known which database they are for. */
    public void add(List<SqlCallbackScript> scripts) {
        scripts.forEach(script -> listeners.add(script.event(), new SqlCallback(script, runner)));
    }

    /** Says which callbacks listen to an event that has another name now. Who listens to everything does not mean it. */
    public void warnOfDeprecated() {
        String names = listeners.of(Event.CREATE_SCHEMA).stream()
                .filter(callback ->
                        !asked.stream().allMatch(event -> listeners.of(event).contains(callback)))
                .map(CallbackNames::source)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            LOG.warn("The event createSchema is deprecated, use beforeCreateSchema instead: {}", names);
        }
    }

    /** Whether anybody listens to the event. */
    public boolean anyFor(Event event) {
        return !listeners.of(event).isEmpty();
    }

    /** Whether anybody listens to the event who may do something with the connection. */
    public boolean anyActingAt(Event event) {
        return listeners.of(event).stream().anyMatch(callback -> !(callback instanceof RunObserver));
    }

    private CallbackContext context(Moment moment) {
        return new RunCallbackContext(work, settings, moment);
    }

    /**
     * Calls the callbacks of an event of the command, each in a transaction of its own unless it wants none.
     *
     * @throws CallbackFailedException if one fails; those after it are not called
     */
    public void fire(Event event, Moment moment) {
        listeners.of(event).forEach(callback -> call(callback, event, moment, transactional));
    }

    /**
     * Calls the callbacks of an event without a transaction, whatever they want.
     *
     * @throws CallbackFailedException if one fails; those after it are not called
     */
    public void fireWithoutTransaction(Event event, Moment moment) {
        listeners.of(event).forEach(callback -> call(callback, event, moment, false));
    }

    private void tell(RunObserver observer, Event event, CallbackContext context) {
        if (!scope.isRehearsal()) {
            Observers.tell(observer, event, context);
        }
    }

    private void call(Callback callback, Event event, Moment moment, boolean mayHaveTransaction) {
        CallbackContext context = context(moment);
        if (callback instanceof RunObserver observer) {
            tell(observer, event, context);
            return;
        }
        session.beforeCallback();
        boolean inTransaction = false;
        try {
            if (!callback.supports(event, context)) {
                return;
            }
            scope.section(CallbackNames.title(event, callback), null);
            if (isLeftOut(callback)) {
                scope.leaveOut(CallbackNames.title(event, callback), CallbackNames.source(callback));
                return;
            }
            if (!scope.isRehearsal()) {
                LOG.info("Executing {}", CallbackNames.title(event, callback));
            }
            inTransaction = mayHaveTransaction && callback.canHandleInTransaction(event, context);
            if (inTransaction) {
                work.inTransaction(() -> {
                    callback.handle(event, context);
                    return true;
                });
            } else {
                handleWithoutTransaction(callback, event, context);
            }
        } catch (RuntimeException | Error ex) {
            throw failure.of(event, callback, ex, state(event, moment, inTransaction || work.isTransactional()));
        } finally {
            scope.limits().newTransaction();
        }
    }

    /** A rehearsal writes SQL; code of the user it only names. */
    private boolean isLeftOut(Callback callback) {
        return scope.isRehearsal() && !(callback instanceof SqlCallback);
    }

    private void handleWithoutTransaction(Callback callback, Event event, CallbackContext context) {
        try {
            callback.handle(event, context);
            work.refuseOpenTransaction();
        } catch (RuntimeException | Error ex) {
            work.rollbackLeftOver();
            throw ex;
        }
    }

    /**
     * Calls the callbacks of an event of a migration or statement, in the transaction of the migration.
     *
     * @throws CallbackFailedException if one fails
     * @throws BlockStatementExecutionException if one wants a statement to be left out
     */
    void fireWithinMigration(Event event, Moment moment) {
        for (Callback callback : listeners.of(event)) {
            CallbackContext context = context(moment);
            if (callback instanceof RunObserver observer) {
                tell(observer, event, context);
                continue;
            }
            try {
                if (!callback.supports(event, context)) {
                    continue;
                }
                if (isLeftOut(callback)) {
                    scope.leaveOut(CallbackNames.title(event, callback), CallbackNames.source(callback));
                    continue;
                }
                scope.note(CallbackNames.title(event, callback));
                LOG.debug("Executing {}", CallbackNames.title(event, callback));
                callback.handle(event, context);
            } catch (RuntimeException ex) {
                if (ex instanceof BlockStatementExecutionException && mayBlock(event)) {
                    throw ex;
                }
                throw failure.of(event, callback, ex, state(event, moment, work.isTransactional()));
            } catch (Error ex) {
                throw failure.of(event, callback, ex, state(event, moment, work.isTransactional()));
            }
        }
    }

    private static boolean mayBlock(Event event) {
        return event == Event.BEFORE_EACH_MIGRATE_STATEMENT || event == Event.BEFORE_EACH_UNDO_STATEMENT;
    }

    /**
     * Calls all callbacks of an error event, after the rollback. What they throw is added to the error as suppressed.
     *
     * @param moment with the error that the event is about
     */
    public void fireError(Event event, Moment moment) {
        scope.interruption().acknowledge();
        for (Callback callback : listeners.of(event)) {
            try {
                if (!(callback instanceof RunObserver) && work.replaceIfBroken()) {
                    session.reconnected();
                }
                call(callback, event, moment, transactional);
            } catch (RuntimeException | Error ex) {
                LOG.warn("A callback of {} failed as well: {}", event.id(), ex.getMessage());
                Throwable error = moment.error();
                if (error != null && error != ex) {
                    error.addSuppressed(ex);
                }
            }
        }
    }

    private String state(Event event, Moment moment, boolean inTransaction) {
        String created = event == Event.BEFORE_MIGRATE ? "Nothing but missing schemas was created. " : "";
        // error events come after the rollback, in transactions of their own
        MigrationInfo migration = moment.error() == null ? moment.migration() : null;
        String subject = migration == null ? "the callback" : Texts.name(migration) + ", in which it was called,";
        return created + own(subject, inTransaction) + progress.inWords();
    }

    private String own(String subject, boolean inTransaction) {
        if (!inTransaction) {
            return "What " + subject + " did without a transaction stays. ";
        }
        return work.dialect().transactionalDdl()
                ? "What " + subject + " did in its transaction was rolled back. "
                : "Of what " + subject
                        + " did, everything up to the last DDL statement stays; without one, nothing does. ";
    }
}
