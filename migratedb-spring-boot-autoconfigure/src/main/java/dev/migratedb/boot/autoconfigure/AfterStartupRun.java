package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.AfterStartupEngines.Phase;
import dev.migratedb.boot.autoconfigure.StartProperties.Mode;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.metrics.StartupStep;

/**
 * Runs what is marked with {@link AfterStartup} as soon as the context is there. What fails ends the start: runners are not called, and
 * the application never says that it is ready.
 */
final class AfterStartupRun implements ApplicationListener<ContextRefreshedEvent>, Ordered {

    private static final Logger logger = LoggerFactory.getLogger(AfterStartupRun.class);

    private final ConfigurableApplicationContext context;
    private final AfterStartupEngines engines;
    private final RunEvents events;

    AfterStartupRun(ConfigurableApplicationContext context, AfterStartupEngines engines, RunEvents events) {
        this.context = context;
        this.engines = engines;
        this.events = events;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent refreshed) {
        if (refreshed.getApplicationContext() == context
                && !TrainingRun.leavesDatabaseAlone(
                        context.getBeanProvider(MigrateDbProperties.class).getIfAvailable(MigrateDbProperties::new))) {
            List<String> homeless = engines.withoutDatabase();
            if (!homeless.isEmpty()) {
                logger.warn(
                        "Nothing runs what is marked with @AfterStartup ({}), since the application has an engine of its own",
                        String.join(", ", homeless));
            }
            engines.all().forEach(this::run);
        }
    }

    private void run(Phase phase) {
        Mode mode = phase.properties().getMode();
        if (mode == Mode.OFF) {
            // beans of an application that nothing is to be done for are not created for it either
            return;
        }
        if (phase.properties().getDryRunOutput() != null) {
            logger.info("Migrations that run after the start are left out, since 'migratedb.dry-run-output' is set");
            return;
        }
        StartupStep step =
                context.getApplicationStartup().start("migratedb.run").tag("instance", phase.name());
        try {
            run(mode, engines.engine(phase));
        } catch (RuntimeException ex) {
            events.failedAfterStart(phase.name(), ex);
            throw ex;
        } finally {
            step.end();
        }
    }

    private static void run(Mode mode, MigrateDb engine) {
        logger.info(
                "What is marked with @AfterStartup has a history of its own ({})",
                engine.settings().table());
        switch (mode) {
            case MIGRATE -> engine.migrate();
            case VALIDATE -> validate(engine);
            case WAIT -> tellPending(engine);
            case OFF -> throw new IllegalArgumentException("Nothing is run in mode 'off'");
        }
    }

    private static void validate(MigrateDb engine) {
        try {
            engine.validate();
        } catch (ValidationFailedException ex) {
            throw new ValidationFailedException(
                    ex.problems().stream().map(AfterStartupRun::withOwnRemedy).toList());
        }
    }

    /** What runs the migrations before the start does not run these. */
    private static Problem withOwnRemedy(Problem problem) {
        MigrationInfo migration = problem.migration();
        boolean isToBeRun = migration != null
                && (migration.state() == MigrationState.PENDING || migration.state() == MigrationState.OUTDATED);
        return isToBeRun
                ? new Problem(
                        problem.code(),
                        migration,
                        problem.position(),
                        problem.message(),
                        "Start the application once with 'migratedb.mode' set to 'migrate', which runs it after its start. A"
                                + " 'migratedb.command' does not run it.")
                : problem;
    }

    /** Whoever does run them may be another kind of process than the one that is waited for, such as a job without JPA. */
    private static void tellPending(MigrateDb engine) {
        int pending = engine.info().pending().size();
        if (pending > 0) {
            logger.warn(
                    "{} marked with @AfterStartup {} pending: an application runs them whose 'migratedb.mode' is 'migrate'",
                    pending == 1 ? "1 migration" : pending + " migrations",
                    pending == 1 ? "is" : "are");
        }
    }

    /** After the events of the first runs were published, before all that has no order of its own. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    /** Whatever else the application does with its events: nothing may go on beside this, or after its failure. */
    @Override
    public boolean supportsAsyncExecution() {
        return false;
    }
}
