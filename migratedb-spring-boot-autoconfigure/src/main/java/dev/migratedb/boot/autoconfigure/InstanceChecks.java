package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.Callback;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** What must be right of the beans and databases of instances before the first of them runs. */
final class InstanceChecks {

    private static final List<Class<?>> TAKE_PART =
            List.of(JavaMigration.class, Callback.class, MigrationResolver.class);

    private static final List<Class<?>> CHANGE = List.of(MigrateDbCustomizer.class, MigrateDbMigrationStrategy.class);

    private final Instances instances;
    private final ListableBeanFactory beanFactory;

    InstanceChecks(Instances instances, ListableBeanFactory beanFactory) {
        this.instances = instances;
        this.beanFactory = beanFactory;
    }

    /**
     * Checks everything.
     *
     * @throws SetupException about what is wrong
     */
    void check() {
        checkAssignments();
        checkDatabases();
    }

    private void checkAssignments() {
        Map<String, String> unknown = new TreeMap<>();
        List<String> unassigned = new ArrayList<>();
        TAKE_PART.forEach(type -> assignments(type, unknown, unassigned));
        CHANGE.forEach(type -> assignments(type, unknown, new ArrayList<>()));
        if (!unknown.isEmpty()) {
            throw unknownInstances(unknown);
        }
        boolean hasPrimary = instances.enabled().stream().anyMatch(Instance::primary);
        if (!unassigned.isEmpty() && !instances.enabled().isEmpty() && !hasPrimary) {
            throw new SetupException(
                    "It is not known to which instance " + list(unassigned)
                            + (unassigned.size() == 1 ? " belongs" : " belong")
                            + ": there are the instances " + String.join(", ", instances.names())
                            + ", and none of them is primary.",
                    "Annotate each of the beans with @MigrateDbInstance(\"<name>\"), or make one instance the primary one,"
                            + " which gets all beans that are not annotated: '"
                            + instances.enabled().get(0).key() + ".primary=true'.");
        }
    }

    private void assignments(Class<?> type, Map<String, String> unknown, List<String> unassigned) {
        for (String beanName : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false)) {
            String instance = Assignment.instanceOf(beanFactory, beanName);
            if (instance == null) {
                unassigned.add(beanName);
            } else if (!instances.names().contains(instance)) {
                unknown.put(beanName, instance);
            }
        }
    }

    private SetupException unknownInstances(Map<String, String> byBean) {
        List<String> beans = new ArrayList<>();
        byBean.forEach((bean, instance) -> beans.add("'" + bean + "' with @MigrateDbInstance(\"" + instance + "\")"));
        return new SetupException(
                "There is no such instance: " + String.join(", ", beans) + ".",
                instances.isEmpty()
                        ? "Set '" + Instance.key("<name>")
                                + ".…', since there are no instances yet, or remove the annotation."
                        : "Name one of these: " + String.join(", ", instances.names()) + ".");
    }

    /** Two histories in one table. It is not asked what a database is called, only what the properties say. */
    private void checkDatabases() {
        Map<Place, String> places = new HashMap<>();
        for (Instance instance : instances.enabled()) {
            if (!beanFactory.containsBean(instance.databaseBean())) {
                continue;
            }
            Place place = Place.of(
                    beanFactory.getBean(instance.databaseBean(), MigrationDataSource.class), instance.properties());
            String other = places.putIfAbsent(place, instance.name());
            if (other != null) {
                throw new SetupException(
                        "The instances '" + other + "' and '" + instance.name()
                                + "' have the same database, schema and history table ('" + place.table()
                                + "'): each would take the migrations of the other for its own.",
                        "Set '" + instance.key() + ".url' or '" + instance.key()
                                + ".data-source' to another database, or '" + instance.key() + ".default-schema' or '"
                                + instance.key() + ".table' to another place in it.");
            }
        }
    }

    private static String list(List<String> beans) {
        String first = "'" + String.join("', '", beans.subList(0, Math.max(1, beans.size() - 1))) + "'";
        return beans.size() == 1
                ? "the bean " + first
                : "the beans " + first + " and '" + beans.get(beans.size() - 1) + "'";
    }

    /**
     * Where a history is.
     *
     * @param database a URL, or a {@code DataSource} that does not tell one
     */
    private record Place(Object database, @Nullable String schema, String table) {

        static Place of(MigrationDataSource database, EngineProperties properties) {
            List<String> schemas = properties.getSchemas();
            String first = schemas.isEmpty() ? null : schemas.get(0);
            return new Place(
                    database.identity(),
                    properties.getDefaultSchema() == null ? first : properties.getDefaultSchema(),
                    properties.getTable());
        }
    }
}
