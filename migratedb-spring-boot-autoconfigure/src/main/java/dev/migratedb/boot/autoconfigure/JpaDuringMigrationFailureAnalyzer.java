package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.migration.MigrationFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;

/** Tells which migration or callback needs JPA, and what to use in its place. */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class JpaDuringMigrationFailureAnalyzer implements FailureAnalyzer {

    private static final String OWN_BEANS = "migrateDb";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable cause : chain) {
            EntityManagerFactoryNeededException needed = needed(cause);
            if (needed != null) {
                return neededToBuild(chain, needed);
            }
            String user = user(chain);
            if (user != null && isRefusedByJpa(cause)) {
                return usedInTransaction(user, chain, cause);
            }
        }
        return null;
    }

    /** Where the container has only missed an {@code EntityManager}, it is beside that. */
    private static @Nullable EntityManagerFactoryNeededException needed(Throwable cause) {
        return Stream.concat(Stream.of(cause), Arrays.stream(cause.getSuppressed()))
                .filter(EntityManagerFactoryNeededException.class::isInstance)
                .map(EntityManagerFactoryNeededException.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static FailureAnalysis neededToBuild(List<Throwable> chain, EntityManagerFactoryNeededException cause) {
        List<String> path = new ArrayList<>(beans(chain));
        if (!path.contains(cause.beanName())) {
            path.add(cause.beanName());
        }
        String user = user(chain);
        if (user != null) {
            path.add(0, user);
        }
        return new FailureAnalysis(
                "JPA was needed while the database was being migrated:\n\n    " + String.join("\n    -> ", path)
                        + "\n\nAn EntityManagerFactory expects the migrated tables when it is built, and they are not"
                        + " there yet. " + state(chain),
                action(path.get(0)),
                cause);
    }

    private static FailureAnalysis usedInTransaction(String user, List<Throwable> chain, Throwable cause) {
        return new FailureAnalysis(
                "A transaction of JPA was begun inside the transaction of " + user
                        + ". A JpaTransactionManager opens a connection of its own and cannot join ("
                        + cause.getMessage() + "). " + state(chain),
                action(user),
                cause);
    }

    private static String action(String user) {
        return "Mark a Java migration that needs JPA with @AfterStartup, at its class or at the method that defines it: it"
                + " then runs when the application context is there, and before the application is ready. Or let "
                + user
                + " use a JdbcClient or a JdbcTemplate, injected or from getJdbcClient() of its context, in place of"
                + " an EntityManager, a repository, a @Transactional bean or a transaction manager. Its statements are"
                + " part of the migration's transaction without any of these.";
    }

    /** What has become of the database. */
    private static String state(List<Throwable> chain) {
        for (Throwable failure : chain) {
            if (failure instanceof MigrationFailedException migration) {
                return migration.rolledBack()
                        ? "What the migration had done was rolled back."
                        : "What the migration had done by then may stay. " + migration.remedy();
            }
            if (failure instanceof CallbackFailedException) {
                return "What the callback had done in its transaction was rolled back.";
            }
        }
        return "The database was not changed.";
    }

    private static boolean isRefusedByJpa(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof IllegalTransactionStateException && message.contains("Pre-bound JDBC Connection")
                || failure instanceof CannotCreateTransactionException
                        && String.valueOf(failure.getCause()).contains("bound to thread");
    }

    /** What the engine was running; null where nothing was running yet. */
    private static @Nullable String user(List<Throwable> chain) {
        for (Throwable failure : chain) {
            if (failure instanceof MigrationFailedException migration) {
                return migration.migration().script();
            }
            if (failure instanceof CallbackFailedException callback) {
                return callback.callback();
            }
        }
        return null;
    }

    private static Set<String> beans(List<Throwable> chain) {
        Set<String> names = new LinkedHashSet<>();
        for (Throwable failure : chain) {
            if (failure instanceof BeanCreationException creation) {
                String name = creation.getBeanName();
                if (name != null
                        && !name.startsWith(OWN_BEANS)
                        && !Instance.isEngineBean(name)
                        && !name.startsWith("(inner bean)")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable next = failure; next != null && chain.add(next); next = next.getCause()) {
            // collected by the condition
        }
        return List.copyOf(chain);
    }
}
