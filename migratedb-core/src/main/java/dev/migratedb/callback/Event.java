package dev.migratedb.callback;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The moments of a run at which callbacks are called. */
public enum Event {
    /**
     * Before the run opens its connection and searches for migrations; there is no connection in the context. SQL files of this
     * name run as soon as there is one.
     */
    BEFORE_CONNECT("beforeConnect"),
    /** Right after the run has opened its connection, before the history is read. */
    AFTER_CONNECT("afterConnect"),
    /** Before missing schemas are created. Deprecated: use {@link #BEFORE_CREATE_SCHEMA}. */
    CREATE_SCHEMA("createSchema"),
    /** Before missing schemas are created; not when they all exist. */
    BEFORE_CREATE_SCHEMA("beforeCreateSchema"),
    /** Before migrate runs: after validation, under the lock where there is work, before the history table is created. */
    BEFORE_MIGRATE("beforeMigrate"),
    /** Before every single migration, in its transaction. */
    BEFORE_EACH_MIGRATE("beforeEachMigrate"),
    /** Before every single statement of a SQL migration, in its transaction. */
    BEFORE_EACH_MIGRATE_STATEMENT("beforeEachMigrateStatement"),
    /** After every single successful statement of a SQL migration, in its transaction. */
    AFTER_EACH_MIGRATE_STATEMENT("afterEachMigrateStatement"),
    /** After a failed statement of a SQL migration, after the rollback. */
    AFTER_EACH_MIGRATE_STATEMENT_ERROR("afterEachMigrateStatementError"),
    /** After every single successful migration, in its transaction, before its history row is written. */
    AFTER_EACH_MIGRATE("afterEachMigrate"),
    /** After a failed migration, after the rollback. */
    AFTER_EACH_MIGRATE_ERROR("afterEachMigrateError"),
    /** After all versioned migrations; also when none was pending. */
    AFTER_VERSIONED("afterVersioned"),
    /** Before the repeatable migrations; not when none is pending. */
    BEFORE_REPEATABLES("beforeRepeatables"),
    /** After a successful migrate that applied at least one migration; before {@link #AFTER_MIGRATE}. */
    AFTER_MIGRATE_APPLIED("afterMigrateApplied"),
    /** After a successful migrate, also when nothing was pending. */
    AFTER_MIGRATE("afterMigrate"),
    /** After a migrate that failed once the connection was open. */
    AFTER_MIGRATE_ERROR("afterMigrateError"),
    /** Last of all, when migrate has succeeded. The context has the result. */
    AFTER_MIGRATE_OPERATION_FINISH("afterMigrateOperationFinish"),
    /** Before undo runs. */
    BEFORE_UNDO("beforeUndo"),
    /** Before every single migration is undone, in its transaction. */
    BEFORE_EACH_UNDO("beforeEachUndo"),
    /** Before every single statement of an undo migration, in its transaction. */
    BEFORE_EACH_UNDO_STATEMENT("beforeEachUndoStatement"),
    /** After every single successful statement of an undo migration, in its transaction. */
    AFTER_EACH_UNDO_STATEMENT("afterEachUndoStatement"),
    /** After a failed statement of an undo migration, after the rollback. */
    AFTER_EACH_UNDO_STATEMENT_ERROR("afterEachUndoStatementError"),
    /** After every single migration that was undone, in its transaction. */
    AFTER_EACH_UNDO("afterEachUndo"),
    /** After an undo migration that failed, after the rollback. */
    AFTER_EACH_UNDO_ERROR("afterEachUndoError"),
    /** After a successful undo. */
    AFTER_UNDO("afterUndo"),
    /** After a failed undo. */
    AFTER_UNDO_ERROR("afterUndoError"),
    /** Last of all, when undo has succeeded. The context has the result. */
    AFTER_UNDO_OPERATION_FINISH("afterUndoOperationFinish"),
    /** Before clean runs. */
    BEFORE_CLEAN("beforeClean"),
    /** After a successful clean. */
    AFTER_CLEAN("afterClean"),
    /** After a failed clean. */
    AFTER_CLEAN_ERROR("afterCleanError"),
    /** Last of all, when clean has succeeded. The context has the result. */
    AFTER_CLEAN_OPERATION_FINISH("afterCleanOperationFinish"),
    /** Before info runs. */
    BEFORE_INFO("beforeInfo"),
    /** After a successful info. */
    AFTER_INFO("afterInfo"),
    /** After a failed info. */
    AFTER_INFO_ERROR("afterInfoError"),
    /** Last of all, when info has succeeded. The context has the result. */
    AFTER_INFO_OPERATION_FINISH("afterInfoOperationFinish"),
    /** Before validate runs. */
    BEFORE_VALIDATE("beforeValidate"),
    /** After a successful validate. */
    AFTER_VALIDATE("afterValidate"),
    /** After a failed validate. */
    AFTER_VALIDATE_ERROR("afterValidateError"),
    /** Last of all, when validate has succeeded. The context has the result. */
    AFTER_VALIDATE_OPERATION_FINISH("afterValidateOperationFinish"),
    /** Before baseline runs. */
    BEFORE_BASELINE("beforeBaseline"),
    /** After a successful baseline. */
    AFTER_BASELINE("afterBaseline"),
    /** After a failed baseline. */
    AFTER_BASELINE_ERROR("afterBaselineError"),
    /** Last of all, when baseline has succeeded. The context has the result. */
    AFTER_BASELINE_OPERATION_FINISH("afterBaselineOperationFinish"),
    /** Before repair runs. */
    BEFORE_REPAIR("beforeRepair"),
    /** After a successful repair. */
    AFTER_REPAIR("afterRepair"),
    /** After a failed repair. */
    AFTER_REPAIR_ERROR("afterRepairError"),
    /** Last of all, when repair has succeeded. The context has the result. */
    AFTER_REPAIR_OPERATION_FINISH("afterRepairOperationFinish");

    private static final Map<String, Event> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Event::id, Function.identity()));

    private final String id;

    Event(String id) {
        this.id = id;
    }

    /** The name of the event as file names of callbacks have it: {@code beforeMigrate}. */
    public String id() {
        return id;
    }

    /**
     * The event of that name.
     *
     * @param id upper and lower case count
     */
    public static Optional<Event> fromId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
