package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.result.InfoResult;
import java.io.PrintStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * The engines that run what is marked with {@link AfterStartup}: beside each engine that has such migrations, one for these. They are made
 * when they are asked for, since their migrations need beans that need the migrated database.
 */
final class AfterStartupEngines {

    private static final String ENDING = "AfterStartup";

    private final ConfigurableListableBeanFactory beanFactory;
    private final ApplicationContext context;
    private final Map<String, MigrateDb> made = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param name how it is called
     * @param properties those of the engine that it stands beside
     * @param instance the one that has the migrations; null where there are none
     */
    record Phase(
            String name,
            EngineProperties properties,
            @Nullable Instance instance) {

        /** The name of the bean that tells the database. */
        String databaseBean() {
            return instance == null ? EngineFactory.DATABASE : instance.databaseBean();
        }

        /** The name of the bean of the engine that it stands beside. */
        String engineBean() {
            return instance == null ? EngineFactory.UNNAMED : instance.engineBean();
        }
    }

    AfterStartupEngines(ConfigurableListableBeanFactory beanFactory, ApplicationContext context) {
        this.beanFactory = beanFactory;
        this.context = context;
    }

    /** Whether a bean is marked; its class or the method that defines it is looked at, and no bean is created. */
    static boolean isMarked(ConfigurableListableBeanFactory beanFactory, String beanName) {
        return beanFactory.findAnnotationOnBean(beanName, AfterStartup.class, false) != null;
    }

    /** Whether a class is marked, and one that runs after the start. */
    static boolean isMarked(Class<?> type) {
        return JavaMigration.class.isAssignableFrom(type)
                && AnnotatedElementUtils.hasAnnotation(type, AfterStartup.class);
    }

    /** Those that have migrations, in the order of their runs. */
    List<Phase> all() {
        Instances instances = beanFactory.getBeanProvider(Instances.class).getIfAvailable(Instances::none);
        List<Phase> phases = new ArrayList<>();
        if (instances.isEmpty()) {
            add(phases, EngineFactory.UNNAMED, properties(), null);
        } else {
            instances.enabled().forEach(each -> add(phases, each.name(), each.properties(), each));
        }
        return phases;
    }

    private MigrateDbProperties properties() {
        return beanFactory.getBeanProvider(MigrateDbProperties.class).getIfAvailable(MigrateDbProperties::new);
    }

    private void add(List<Phase> phases, String name, EngineProperties properties, @Nullable Instance instance) {
        Phase phase = new Phase(name + ENDING, properties, instance);
        if (beanFactory.containsBean(phase.databaseBean()) && !marked(phase).isEmpty()) {
            phases.add(phase);
        }
    }

    private List<String> marked(Phase phase) {
        return new Participants(beanFactory, phase.instance()).markedNames();
    }

    /** Marked beans that no engine runs, since the application has made its own. */
    List<String> withoutDatabase() {
        List<String> left = new ArrayList<>(Participants.allMarked(beanFactory));
        all().forEach(phase -> left.removeAll(marked(phase)));
        return left;
    }

    /** The engine of a phase. */
    synchronized MigrateDb engine(Phase phase) {
        return made.computeIfAbsent(phase.name(), name -> new EngineFactory(beanFactory, context).afterStartup(phase));
    }

    /** All engines by how they are called. */
    Map<String, MigrateDb> byName() {
        Map<String, MigrateDb> engines = new LinkedHashMap<>();
        all().forEach(phase -> engines.put(phase.name(), engine(phase)));
        return engines;
    }

    /** What the histories say has run, for who has none of the beans that the migrations need. */
    void printHistories(PrintStream out) {
        for (Phase phase : all()) {
            MigrateDb history = new EngineFactory(beanFactory, context).historyAfterStartup(phase);
            InfoResult info = history.info();
            out.println("After the start (" + history.settings().table() + "):");
            if (!info.all().isEmpty()) {
                out.println(new InfoResult(
                                info.database(),
                                info.warnings(),
                                info.all().stream()
                                        .map(AfterStartupEngines::known)
                                        .toList())
                        .asTable());
            }
            out.println("Not applied: " + notApplied(phase, info));
        }
    }

    /** Marked beans without a row. Of one whose class is not known before it is created, nobody can tell. */
    private String notApplied(Phase phase, InfoResult info) {
        Set<String> applied = info.applied().stream()
                .filter(row -> !row.state().isFailed())
                .map(MigrationInfo::script)
                .collect(Collectors.toSet());
        List<String> named = new ArrayList<>();
        for (String bean : marked(phase)) {
            Class<?> type = beanFactory.getType(bean, false);
            if (type == null || Modifier.isAbstract(type.getModifiers())) {
                named.add(bean + " (or applied: its class is known only when it is created)");
            } else if (!applied.contains(ClassUtils.getUserClass(type).getName())) {
                named.add(bean);
            }
        }
        return named.isEmpty() ? "nothing" : String.join(", ", named);
    }

    /** Removes the failed rows from the histories, so that the migrations run again. What else could be repaired needs the migrations. */
    void removeFailed() {
        for (Phase phase : all()) {
            MigrateDb history = new EngineFactory(beanFactory, context).historyAfterStartup(phase);
            if (history.info().all().stream().anyMatch(row -> row.state().isFailed())) {
                history.repair();
            }
        }
    }

    /** A migration that is applied is not missing because nobody has looked for it. */
    private static MigrationInfo known(MigrationInfo row) {
        MigrationState state = switch (row.state()) {
            case MISSING_SUCCESS, FUTURE_SUCCESS -> MigrationState.SUCCESS;
            case MISSING_FAILED, FUTURE_FAILED -> MigrationState.FAILED;
            default -> row.state();
        };
        return new MigrationInfo(
                row.kind(),
                row.version(),
                row.description(),
                row.type(),
                row.script(),
                row.checksum(),
                state,
                row.installedRank(),
                row.installedOn(),
                row.installedBy(),
                row.executionTime());
    }
}
