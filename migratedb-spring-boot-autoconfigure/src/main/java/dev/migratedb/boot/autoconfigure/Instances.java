package dev.migratedb.boot.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.env.Environment;

/** The engines that the properties name. Their names, and what they say of each other, are right. */
final class Instances {

    private static final Logger logger = LoggerFactory.getLogger(Instances.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private final Map<String, Instance> inOrder;

    private Instances(Map<String, Instance> inOrder) {
        this.inOrder = inOrder;
    }

    /** No instances. */
    static Instances none() {
        return new Instances(Map.of());
    }

    /** Whether there are any, even if they are switched off. */
    static boolean areIn(Environment environment) {
        return !names(Binder.get(environment)).isEmpty();
    }

    /**
     * Reads them.
     *
     * @throws SetupException if their names, or what they say of each other, is wrong
     */
    static Instances of(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, InstanceProperties> properties = new LinkedHashMap<>();
        for (String name : names(binder)) {
            properties.put(name, properties(binder, name));
        }
        String primary = primary(properties);
        Map<String, Instance> inOrder = new LinkedHashMap<>();
        for (String name : DependencyOrder.of(dependencies(properties))) {
            Instance.OwnKeys own = new Instance.OwnKeys(isSet(binder, name, "url"), isSet(binder, name, "user"));
            InstanceProperties ofThis = Objects.requireNonNull(properties.get(name));
            inOrder.put(name, new Instance(name, ofThis, own, name.equals(primary)));
        }
        return new Instances(inOrder);
    }

    /** Those that are switched on, in the order of their runs. */
    List<Instance> enabled() {
        return inOrder.values().stream()
                .filter(instance -> instance.properties().isEnabled())
                .toList();
    }

    /** Those that are switched off. */
    List<Instance> disabled() {
        return inOrder.values().stream()
                .filter(instance -> !instance.properties().isEnabled())
                .toList();
    }

    /** Says of those that are switched off that they are. */
    void tellDisabled() {
        disabled()
                .forEach(instance -> logger.info(
                        "Instance '{}' is switched off by '{}.enabled'; nothing of it is migrated",
                        instance.name(),
                        instance.key()));
    }

    /** The names of all. */
    Set<String> names() {
        return inOrder.keySet();
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** What holds for an engine that is called so, if it is one of them. */
    Optional<EngineProperties> propertiesOf(String name) {
        return Optional.ofNullable(inOrder.get(name)).map(Instance::properties);
    }

    /** One of them. */
    Instance get(String name) {
        return Objects.requireNonNull(inOrder.get(name), name);
    }

    /**
     * Each name once, however it is written in different places: variables of the environment have neither hyphens nor lower case.
     */
    private static Collection<String> names(Binder binder) {
        Map<String, Object> written = binder.bind(Instance.ALL, Bindable.mapOf(String.class, Object.class))
                .orElseGet(Map::of);
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : written.keySet()) {
            refusePartOfName(name, written);
            if (!NAME.matcher(name).matches()) {
                throw new SetupException(
                        "'" + Instance.ALL + "' has an instance with the name '" + name + "'.",
                        "Give it a name that begins with a letter and consists of letters, digits and hyphens.");
            }
            names.merge(canonical(name), name, Instances::tellingMore);
        }
        return names.values();
    }

    /** In a variable of the environment an underscore ends a name: what is meant for 'order-db' would make an instance 'order'. */
    private static void refusePartOfName(String name, Map<String, Object> written) {
        if (!(written.get(name) instanceof Map<?, ?> own)) {
            return;
        }
        for (String other : written.keySet()) {
            String beginning = name.toLowerCase(Locale.ROOT) + "-";
            if (!other.toLowerCase(Locale.ROOT).startsWith(beginning)) {
                continue;
            }
            String next = other.substring(beginning.length()).split("-")[0];
            if (own.keySet().stream().allMatch(key -> next.equalsIgnoreCase(String.valueOf(key)))) {
                throw new SetupException(
                        "'" + Instance.ALL + "' has an instance '" + name + "' of which there is nothing but '" + next
                                + "', beside an instance '" + other + "'.",
                        "If an environment variable is meant for '" + other
                                + "', leave the hyphen out instead of writing an underscore: "
                                + "MIGRATEDB_INSTANCES_"
                                + other.replace("-", "").toUpperCase(Locale.ROOT) + "_…");
            }
        }
    }

    /** What all ways to write a name have in common. */
    private static String canonical(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String tellingMore(String one, String other) {
        boolean plain = one.equals(one.toLowerCase(Locale.ROOT));
        return one.length() < other.length() || one.length() == other.length() && plain ? other : one;
    }

    /** Those of the application, and over them those of the instance. */
    private static InstanceProperties properties(Binder binder, String name) {
        InstanceProperties properties = new InstanceProperties();
        binder.bind("migratedb", Bindable.ofInstance(properties));
        // which are no properties of the application
        properties.setDataSource(null);
        properties.setPrimary(null);
        properties.setDependsOn(List.of());
        try {
            binder.bind(adapted(name), Bindable.ofInstance(properties));
        } catch (BindException ex) {
            boolean saysNothing = ex.getCause() instanceof ConverterNotFoundException
                    && binder.bind(adapted(name), Bindable.of(String.class))
                            .orElse("?")
                            .isBlank();
            // there is nothing but the name, as in orders: {}
            if (!saysNothing) {
                throw ex;
            }
        }
        return properties;
    }

    private static boolean isSet(Binder binder, String name, String key) {
        return binder.bind(adapted(name).append(key), Bindable.of(String.class)).isBound();
    }

    private static ConfigurationPropertyName adapted(String name) {
        return Instance.ALL.append(name.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String primary(Map<String, InstanceProperties> properties) {
        Map<String, InstanceProperties> enabled = new LinkedHashMap<>(properties);
        enabled.values().removeIf(each -> !each.isEnabled());
        if (enabled.size() == 1) {
            // the only one need not say so
            enabled.values().removeIf(each -> Boolean.FALSE.equals(each.getPrimary()));
        } else {
            enabled.values().removeIf(each -> !Boolean.TRUE.equals(each.getPrimary()));
        }
        if (enabled.size() > 1) {
            throw new SetupException(
                    "More than one instance of '" + Instance.ALL + "' is primary: "
                            + String.join(", ", enabled.keySet()) + ".",
                    "Leave 'primary' to one of them.");
        }
        return enabled.isEmpty() ? null : enabled.keySet().iterator().next();
    }

    /** What each one depends on, by the names that these have among the instances. */
    private static Map<String, List<String>> dependencies(Map<String, InstanceProperties> properties) {
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        properties.forEach((name, own) -> dependencies.put(
                name,
                own.getDependsOn().stream()
                        .map(other -> known(name, other, properties.keySet()))
                        .toList()));
        return dependencies;
    }

    private static String known(String name, String dependency, Set<String> names) {
        return names.stream()
                .filter(each -> canonical(each).equals(canonical(dependency)))
                .findFirst()
                .orElseThrow(() -> new SetupException(
                        "'" + Instance.key(name) + ".depends-on' names '" + dependency + "', which is no instance.",
                        "Name some of these: " + String.join(", ", names) + "."));
    }
}
