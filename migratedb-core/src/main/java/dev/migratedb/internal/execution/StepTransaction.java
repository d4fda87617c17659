package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ConnectionSettings.ApplicationTransactions;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** In whose transaction a step runs, and whether in one at all. */
enum StepTransaction {
    ENGINE,
    NONE,
    APPLICATION,
    /** None, and code of the application may begin its own. */
    NONE_BUT_APPLICATIONS;

    /** Which one a step runs in. */
    static StepTransaction of(Work step, RunScope scope) {
        boolean application = scope.applicationTransactions() != null && step.script() == null && !scope.isRehearsal();
        if (application) {
            return step.transactional() ? APPLICATION : NONE_BUT_APPLICATIONS;
        }
        return step.transactional() ? ENGINE : NONE;
    }

    boolean isOfApplication() {
        return this == APPLICATION || this == NONE_BUT_APPLICATIONS;
    }

    /** Runs what the step does. */
    <T> T run(Supplier<T> action, RunScope scope) {
        WorkConnection work = scope.work();
        ApplicationTransactions application = scope.applicationTransactions();
        return switch (this) {
            case ENGINE -> work.inTransaction(action);
            case NONE, NONE_BUT_APPLICATIONS -> action.get();
            case APPLICATION -> work.inTransactionOf(Objects.requireNonNull(application), action);
        };
    }

    /** Calls the code of the step. */
    void call(Callable<?> code, RunScope scope) throws Exception {
        if (this == NONE_BUT_APPLICATIONS) {
            scope.work().callApart(code);
        } else {
            code.call();
        }
    }
}
