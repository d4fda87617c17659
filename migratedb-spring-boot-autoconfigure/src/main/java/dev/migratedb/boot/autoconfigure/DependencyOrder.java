package dev.migratedb.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings names into an order in which each one comes after those that it depends on. */
final class DependencyOrder {

    private final Map<String, List<String>> dependencies;
    private final Set<String> ordered = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();

    private DependencyOrder(Map<String, List<String>> dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * The names in order. Those between which nothing decides stay in the given one.
     *
     * @param dependencies by the names of all
     * @throws SetupException if there is a circle
     */
    static List<String> of(Map<String, List<String>> dependencies) {
        DependencyOrder order = new DependencyOrder(dependencies);
        dependencies.keySet().forEach(order::add);
        return List.copyOf(order.ordered);
    }

    private void add(String name) {
        if (ordered.contains(name)) {
            return;
        }
        int begin = path.indexOf(name);
        if (begin >= 0) {
            throw new SetupException(
                    "The instances of '" + Instance.ALL + "' depend on each other in a circle: "
                            + String.join(" -> ", path.subList(begin, path.size())) + " -> " + name + ".",
                    "Take one of them out of the 'depends-on' of the one before.");
        }
        path.add(name);
        dependencies.getOrDefault(name, List.of()).forEach(this::add);
        path.remove(path.size() - 1);
        ordered.add(name);
    }
}
