package dev.migratedb.internal.command;

import dev.migratedb.internal.execution.StepRunner;
import dev.migratedb.internal.execution.Work;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs steps in one transaction together where the settings want that, else each in its own. */
final class Groups {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private Groups() {}

    /** Runs an action that has the runner run the steps. */
    static void run(RunContext run, StepRunner runner, List<Work> steps, Runnable action) {
        if (!run.configuration().policy().group() || !steps.stream().allMatch(Work::transactional)) {
            action.run();
            return;
        }
        if (!run.dialect().transactionalDdl()) {
            // a rollback of a group would take rows of the history back whose migrations stay
            LOG.warn(
                    "'migratedb.group' is on, but {} commits with each DDL statement, so that no group can be taken back:"
                            + " each migration runs by itself",
                    run.dialect().name());
            action.run();
            return;
        }
        runner.together(action);
    }
}
