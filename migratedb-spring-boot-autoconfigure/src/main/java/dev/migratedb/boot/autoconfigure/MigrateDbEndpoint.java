package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Endpoint.Operation;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.Problem;
import dev.migratedb.result.RepairResult;
import dev.migratedb.result.UndoResult;
import dev.migratedb.result.ValidateResult;
import dev.migratedb.result.ValidationFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.ApplicationContext;

/**
 * The endpoint {@code migratedb}: tells all migrations of each engine, and where they stand. Other operations are refused unless the
 * application allows them by {@code migratedb.endpoint.write-operations}. Each call reads the database.
 */
@Endpoint(id = "migratedb")
public final class MigrateDbEndpoint {

    private static final Logger logger = LoggerFactory.getLogger(MigrateDbEndpoint.class);

    private final ApplicationContext context;
    private final Set<Operation> allowed;

    /**
     * Creates the endpoint.
     *
     * @param context whose engines, and those of its parents, are told of
     * @param allowed what may be asked for beyond reading
     */
    public MigrateDbEndpoint(ApplicationContext context, Set<Operation> allowed) {
        this.context = context;
        this.allowed = Set.copyOf(allowed);
    }

    /** All contexts, the one of the endpoint first. */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
        for (ApplicationContext next = context; next != null; next = next.getParent()) {
            Map<String, EngineDescriptor> engines = new LinkedHashMap<>();
            Instance.byName(next.getBeansOfType(MigrateDb.class))
                    .forEach((name, engine) -> engines.put(name, described(Phase.STARTUP, engine)));
            afterStartup(next).forEach((name, engine) -> engines.put(name, described(Phase.AFTER_STARTUP, engine)));
            ApplicationContext parent = next.getParent();
            contexts.put(
                    String.valueOf(next.getId()),
                    new ContextDescriptor(engines, parent == null ? null : parent.getId()));
        }
        return new MigrationsDescriptor(contexts);
    }

    /** An engine whose database cannot be asked does not keep those of others from being told. */
    private static EngineDescriptor described(Phase phase, MigrateDb engine) {
        try {
            return EngineDescriptor.of(phase, engine.info());
        } catch (MigrateDbException ex) {
            logger.debug("The migrations could not be read", ex);
            return EngineDescriptor.unknown(phase, ex);
        }
    }

    /**
     * Runs an operation. What makes it fail is one of the problems of the answer, or all of them.
     *
     * @param operation {@code validate}, {@code repair} or {@code undo}
     * @param bean the name of an instance or, of another engine, that of its bean; may be left out where there is only one
     */
    @WriteOperation
    public OperationDescriptor run(@Selector String operation, @Nullable String bean) {
        Operation known = known(operation);
        if (!allowed.contains(known)) {
            throw new InvalidEndpointRequestException(
                    "'" + operation + "' is not allowed",
                    "'" + operation + "' is not one of 'migratedb.endpoint.write-operations'");
        }
        MigrateDb engine = engine(bean);
        try {
            return switch (known) {
                case VALIDATE -> OperationDescriptor.of(engine.validateWithResult());
                case REPAIR -> OperationDescriptor.of(engine.repair());
                case UNDO -> OperationDescriptor.of(engine.undo());
            };
        } catch (MigrateDbException ex) {
            logger.error("The operation '{}' of the endpoint 'migratedb' failed", operation, ex);
            return OperationDescriptor.of(ex);
        }
    }

    private static Operation known(String operation) {
        return Arrays.stream(Operation.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(operation))
                .findFirst()
                .orElseThrow(() -> new InvalidEndpointRequestException(
                        "'" + operation + "' is unknown", "Operations are validate, repair and undo"));
    }

    private MigrateDb engine(@Nullable String bean) {
        Map<String, MigrateDb> engines = new LinkedHashMap<>(Instance.byName(context.getBeansOfType(MigrateDb.class)));
        if (bean == null && engines.size() == 1) {
            return engines.values().iterator().next();
        }
        engines.putAll(afterStartup(context));
        MigrateDb engine = bean == null ? null : engines.get(bean);
        if (engine == null) {
            throw new InvalidEndpointRequestException(
                    bean == null ? "There are several engines" : "There is no engine '" + bean + "'",
                    "'bean' must be one of " + String.join(", ", engines.keySet()));
        }
        return engine;
    }

    private static Map<String, MigrateDb> afterStartup(ApplicationContext context) {
        AfterStartupEngines engines =
                context.getBeanProvider(AfterStartupEngines.class).getIfAvailable();
        return engines == null ? Map.of() : engines.byName();
    }

    /** When migrations run. */
    public enum Phase {
        /** Before anything uses the database. */
        STARTUP,
        /** When the context is there: those that are marked with {@link AfterStartup}. */
        AFTER_STARTUP
    }

    /**
     * What the endpoint tells.
     *
     * @param contexts by their ids
     */
    public record MigrationsDescriptor(Map<String, ContextDescriptor> contexts) {}

    /**
     * One context.
     *
     * @param migrateDbBeans its engines: instances by their names, others by those of their beans
     * @param parentId the id of the parent context; null where there is none
     */
    public record ContextDescriptor(
            Map<String, EngineDescriptor> migrateDbBeans,
            @Nullable String parentId) {}

    /**
     * One engine.
     *
     * @param phase when its migrations run
     * @param database product name and version; null where there is an error
     * @param version the highest applied version; null where there is none
     * @param pending how many migrations are still to be applied; null where there is an error
     * @param migrations all of them; empty where there is an error
     * @param error why nothing is known of the migrations, as where the database cannot be reached; null where all is known
     */
    public record EngineDescriptor(
            Phase phase,
            @Nullable String database,
            @Nullable String version,
            @Nullable Integer pending,
            List<MigrationDescriptor> migrations,
            @Nullable String error) {

        static EngineDescriptor of(Phase phase, InfoResult info) {
            MigrationInfo current = info.current();
            return new EngineDescriptor(
                    phase,
                    info.database(),
                    current == null ? null : text(current.version()),
                    info.pending().size(),
                    info.all().stream().map(MigrationDescriptor::of).toList(),
                    null);
        }

        static EngineDescriptor unknown(Phase phase, MigrateDbException failure) {
            return new EngineDescriptor(phase, null, null, null, List.of(), String.valueOf(failure.getMessage()));
        }
    }

    /**
     * One migration, as in the fields of {@link MigrationInfo}.
     *
     * @param kind in upper case
     * @param state in words
     * @param executionTime null where it was not applied
     */
    public record MigrationDescriptor(
            String kind,
            @Nullable String version,
            String description,
            String type,
            String script,
            @Nullable Integer checksum,
            String state,
            @Nullable Integer installedRank,
            @Nullable Instant installedOn,
            @Nullable String installedBy,
            @Nullable Duration executionTime) {

        static MigrationDescriptor of(MigrationInfo info) {
            return new MigrationDescriptor(
                    info.kind().name(),
                    text(info.version()),
                    info.description(),
                    info.type(),
                    info.script(),
                    info.checksum(),
                    info.state().displayName(),
                    info.installedRank(),
                    info.installedOn(),
                    info.installedBy(),
                    info.executionTime());
        }
    }

    /**
     * What an operation has come to.
     *
     * @param warnings in words
     * @param migrations the scripts that it was about: those repaired, or undone
     * @param problems what is wrong, or why the operation failed, each with its remedy; empty after success
     */
    public record OperationDescriptor(List<String> warnings, List<String> migrations, List<String> problems) {

        static OperationDescriptor of(ValidateResult result) {
            return new OperationDescriptor(result.warnings(), List.of(), texts(result.problems()));
        }

        static OperationDescriptor of(MigrateDbException failure) {
            return new OperationDescriptor(
                    List.of(),
                    List.of(),
                    failure instanceof ValidationFailedException invalid
                            ? texts(invalid.problems())
                            : List.of(String.valueOf(failure.getMessage())));
        }

        private static List<String> texts(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> problem.message() + " " + problem.remedy())
                    .toList();
        }

        static OperationDescriptor of(RepairResult result) {
            return new OperationDescriptor(
                    result.warnings(),
                    Stream.of(result.removed(), result.deleted(), result.aligned())
                            .flatMap(Collection::stream)
                            .map(MigrationInfo::script)
                            .toList(),
                    List.of());
        }

        static OperationDescriptor of(UndoResult result) {
            return new OperationDescriptor(
                    result.warnings(),
                    result.undone().stream().map(MigrationInfo::script).toList(),
                    List.of());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
