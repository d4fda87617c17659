package dev.migratedb.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Which package may import which others of the engine. A package that the table does not know breaks the rule. */
final class AllowedImports extends ArchCondition<JavaClass> {

    private static final String FACADE = "";

    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            entry(FACADE, Set.of("migration", "result", "resolver", "callback", "configuration", "internal.command")),
            entry("migration", Set.of()),
            entry("result", Set.of("migration")),
            entry("resolver", Set.of("migration")),
            entry("callback", Set.of("migration", "result")),
            entry("configuration", Set.of("migration", "resolver", "callback")),
            entry("internal.script", Set.of("configuration", "migration")),
            entry(
                    "internal.discovery",
                    Set.of("configuration", "migration", "resolver", "callback", "internal.script")),
            entry("internal.plan", Set.of("configuration", "migration", "resolver", "result")),
            entry("internal.dialect", Set.of("configuration", "internal.script")),
            entry("internal.history", Set.of("migration", "configuration", "internal.dialect")),
            entry(
                    "internal.execution",
                    Set.of(
                            "callback",
                            "result",
                            "migration",
                            "resolver",
                            "configuration",
                            "internal.plan",
                            "internal.script",
                            "internal.history",
                            "internal.dialect")),
            entry(
                    "internal.command",
                    Set.of(
                            "migration",
                            "result",
                            "resolver",
                            "callback",
                            "configuration",
                            "internal.script",
                            "internal.discovery",
                            "internal.plan",
                            "internal.dialect",
                            "internal.history",
                            "internal.execution")));

    private final String base;

    AllowedImports(String base) {
        super("import only what the table allows");
        this.base = base;
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        String from = nameInTable(javaClass.getPackageName());
        Set<String> allowed = TABLE.get(from);
        if (allowed == null) {
            events.add(SimpleConditionEvent.violated(
                    javaClass, javaClass.getName() + " is in a package that the table does not know"));
            return;
        }
        javaClass.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOurs(packageOf(dependency.getTargetClass())))
                .filter(dependency -> {
                    String to = nameInTable(packageOf(dependency.getTargetClass()));
                    return !to.equals(from) && !allowed.contains(to);
                })
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription())));
    }

    private static String packageOf(JavaClass javaClass) {
        return javaClass.getBaseComponentType().getPackageName();
    }

    private boolean isOurs(String packageName) {
        return packageName.equals(base) || packageName.startsWith(base + ".");
    }

    private String nameInTable(String packageName) {
        return packageName.equals(base) ? FACADE : packageName.substring(base.length() + 1);
    }
}
