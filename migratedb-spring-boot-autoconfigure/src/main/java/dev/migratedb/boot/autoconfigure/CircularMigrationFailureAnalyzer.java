package dev.migratedb.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells which migration or callback needs the engine that it is a part of, before Spring Boot advises to allow circles. */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class CircularMigrationFailureAnalyzer extends AbstractFailureAnalyzer<BeanCurrentlyInCreationException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BeanCurrentlyInCreationException cause) {
        String engine = cause.getBeanName();
        if (engine == null || !Instance.isEngineBean(engine)) {
            return null;
        }
        List<String> path = pathFrom(rootFailure, engine);
        if (path.isEmpty()) {
            return null;
        }
        return new FailureAnalysis(
                "The bean '" + path.get(0)
                        + "' takes part in the migrations, and needs the engine that runs them:\n\n    "
                        + engine + "\n    -> " + String.join("\n    -> ", path) + "\n    -> " + engine
                        + "\n\nThe engine is made of its migrations and callbacks, so none of them can be made with it. The"
                        + " database was not changed.",
                "Let '" + path.get(path.size() - 1)
                        + "' take what it needs from the context that its method is given, or inject"
                        + " an ObjectProvider<MigrateDb> and ask it after the migrations, for example in an ApplicationRunner.",
                cause);
    }

    /** The beans behind the engine, the nearest first. */
    private static List<String> pathFrom(Throwable failure, String engineBean) {
        Set<String> names = new LinkedHashSet<>();
        boolean behind = false;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof BeanCreationException creation && creation.getBeanName() != null) {
                boolean engine = engineBean.equals(creation.getBeanName());
                if (behind && !engine) {
                    names.add(creation.getBeanName());
                }
                behind |= engine;
            }
        }
        return new ArrayList<>(names);
    }
}
