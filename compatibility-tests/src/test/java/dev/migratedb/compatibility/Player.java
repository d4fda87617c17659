package dev.migratedb.compatibility;

import dev.migratedb.testsupport.FreshDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Plays a scenario with one engine, on a database and in a folder that nobody else uses. */
final class Player {

    private final Engine engine;
    private final Scenario scenario;
    private final FreshDatabase database;
    private final Observer observer;
    private final Path folder;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();

    private Player(Engine engine, Scenario scenario, FreshDatabase database, Observer observer, Path folder) {
        this.engine = engine;
        this.scenario = scenario;
        this.database = database;
        this.observer = observer;
        this.folder = folder;
    }

    /** Plays it and tells what was to be seen after each observed step. */
    static List<Observation> play(Scenario scenario, Engine engine, Database kind) {
        try {
            Path folder = Files.createTempDirectory("compatibility-");
            try (FreshDatabase database = kind.server().freshDatabase();
                    Observer observer = new Observer(kind, database, engine.historyTable())) {
                return new Player(engine, scenario, database, observer, folder).play();
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Observation> play() throws IOException {
        observations.add(new Observation(Observation.START, Map.of(Aspect.DATABASE, observer.catalog())));
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Write write) {
                Path file = folder.resolve(write.file());
                Files.createDirectories(file.getParent());
                Files.write(file, write.content());
            } else if (step instanceof Step.Delete delete) {
                Files.delete(folder.resolve(delete.file()));
            } else if (step instanceof Step.Change change) {
                change.settings().forEach(setting -> settings.put(setting.name(), setting));
            } else if (step instanceof Step.Sql sql) {
                String history = observer.historyName().orElse(Scenario.HISTORY);
                sql.statements().forEach(text -> database.execute(text.replace(Scenario.HISTORY, history)));
                observe(step, Outcome.OK, List.of());
            } else if (step instanceof Step.Run run) {
                List<String> events = new ArrayList<>();
                observe(step, engine.run(run.command(), setup(), listener(events)), events);
            }
        }
        return List.copyOf(observations);
    }

    private @Nullable List<String> listener(List<String> events) {
        return scenario.withCallback() ? events : null;
    }

    private Engine.Setup setup() {
        return new Engine.Setup(database.dataSource(), folder, List.copyOf(settings.values()));
    }

    private void observe(Step step, List<String> outcome, List<String> events) {
        Map<Aspect, List<String>> lines = new EnumMap<>(Aspect.class);
        lines.put(Aspect.OUTCOME, outcome);
        lines.put(Aspect.HISTORY, observer.history());
        lines.put(Aspect.INFO, engine.info(setup()));
        lines.put(Aspect.DATABASE, observer.catalog());
        lines.put(Aspect.EVENTS, List.copyOf(events));
        observations.add(new Observation(observations.size() + " " + step.word(), lines));
    }
}
