package dev.migratedb.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A package of the API is learned at one sitting: it does not show more than so many types, nested ones not counted.
 */
final class FewPublicTypes extends ArchCondition<JavaClass> {

    private final String base;
    private final int limit;
    private final List<JavaClass> shown = new ArrayList<>();

    FewPublicTypes(String base, int limit) {
        super("be one of at most " + limit + " public types of its package");
        this.base = base;
        this.limit = limit;
    }

    @Override
    public void init(Collection<JavaClass> all) {
        shown.clear();
        all.stream()
                .filter(javaClass -> javaClass.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .filter(javaClass -> !javaClass.getPackageName().startsWith(base + ".internal"))
                .forEach(shown::add);
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        // the packages are judged as a whole, at the end
    }

    @Override
    public void finish(ConditionEvents events) {
        shown.stream().collect(groupingBy(JavaClass::getPackage, counting())).forEach((javaPackage, types) -> {
            if (types > limit) {
                events.add(SimpleConditionEvent.violated(
                        javaPackage, javaPackage.getName() + " shows " + types + " types"));
            }
        });
    }
}
