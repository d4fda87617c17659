package dev.migratedb.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateResult;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.jspecify.annotations.Nullable;

/** The oracle. */
final class FlywayEngine implements Engine {

    private static final ValidatePattern PENDING = ValidatePattern.fromPattern("*:pending");

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public String historyTable() {
        return "flyway_schema_history";
    }

    @Override
    public List<String> run(Command command, Setup setup, @Nullable List<String> events) {
        try {
            FluentConfiguration configuration = configuration(setup);
            if (events != null) {
                Callback recorder = new FlywayEvents(events);
                configuration.callbacks(Stream.concat(Stream.of(configuration.getCallbacks()), Stream.of(recorder))
                        .toArray(Callback[]::new));
            }
            run(command, configuration.load());
            return Outcome.OK;
        } catch (FlywayValidateException failure) {
            return blamed(command, setup);
        } catch (FlywayException failure) {
            return FlywayFailure.outcome(failure);
        }
    }

    private static void run(Command command, Flyway flyway) {
        switch (command) {
            case MIGRATE -> flyway.migrate();
            case VALIDATE -> flyway.validate();
            case INFO -> flyway.info();
            case REPAIR -> flyway.repair();
            case BASELINE -> flyway.baseline();
            case CLEAN -> flyway.clean();
        }
    }

    /** Asks again for what was wrong, as the exception tells it only to people. */
    private static List<String> blamed(Command command, Setup setup) {
        FluentConfiguration configuration = configuration(setup);
        if (command == Command.MIGRATE) {
            configuration.ignoreMigrationPatterns(
                    Stream.concat(Stream.of(configuration.getIgnoreMigrationPatterns()), Stream.of(PENDING))
                            .toArray(ValidatePattern[]::new));
        }
        ValidateResult result = configuration.load().validateWithResult();
        if (result.invalidMigrations.isEmpty()) {
            return List.of(FlywayFailure.word(result.errorDetails));
        }
        return Outcome.validation(result.invalidMigrations.stream()
                .map(invalid -> Outcome.problem(
                        invalid.errorDetails.errorCode.toString(), invalid.version, invalid.description)));
    }

    @Override
    public List<String> info(Setup setup) {
        try {
            List<String> lines = new ArrayList<>();
            for (MigrationInfo info : configuration(setup).load().info().all()) {
                lines.add(Lines.info(
                        info.getVersion(),
                        info.getDescription(),
                        info.getType().name(),
                        info.getState().getDisplayName()));
            }
            return lines;
        } catch (FlywayException failure) {
            return FlywayFailure.outcome(failure);
        }
    }

    private static FluentConfiguration configuration(Setup setup) {
        FluentConfiguration configuration =
                Flyway.configure().dataSource(setup.dataSource()).locations(setup.location());
        setup.settings().forEach(setting -> setting.flyway().accept(configuration, setup.folder()));
        return Objects.requireNonNull(configuration);
    }
}
