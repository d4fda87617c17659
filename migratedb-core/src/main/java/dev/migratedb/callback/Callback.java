package dev.migratedb.callback;

/**
 * Code that is called at the events of a run. A Spring bean, an instance given to the builder, or a class that is found: in
 * the package {@code db.callback}, or by its name or package in the settings.
 *
 * <p>Callbacks of one event run in the order of Spring's {@code @Order} or {@code Ordered} (without one: last), then in
 * that of {@link #getCallbackName()}; SQL callbacks stand in the same order, by their description. Called from the thread
 * of the run, by one thread at a time.
 */
public interface Callback {

    /**
     * Whether this callback wants the event. Asked once at the start of a run for each event, with neither migration nor
     * statement in the context, and again before each call; answering false the first time settles it for the run.
     */
    boolean supports(Event event, CallbackContext context);

    /**
     * Whether {@link #handle} runs in a transaction of its own, which is committed when it returns. Not asked for the
     * events of a single migration or statement, since these run in the transaction of the migration, save those of errors,
     * which come after its rollback; nor before the connection is opened, nor for the last event of a command, which has no
     * transaction.
     */
    default boolean canHandleInTransaction(Event event, CallbackContext context) {
        return true;
    }

    /**
     * Does the work. Any exception fails the command, except that the exception of an error event never replaces the error
     * that it is about.
     */
    void handle(Event event, CallbackContext context);

    /** The name by which callbacks of an event are sorted and logged: the simple class name, or its part after "__". */
    default String getCallbackName() {
        String name = getClass().getSimpleName();
        int separator = name.indexOf("__");
        return separator < 0 ? name : name.substring(separator + 2);
    }
}
