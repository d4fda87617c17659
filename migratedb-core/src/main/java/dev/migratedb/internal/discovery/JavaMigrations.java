package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.MigrationExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Asks migrations in Java what they are, and does not trust the answers. */
final class JavaMigrations {

    private JavaMigrations() {}

    /**
     * What a migration says about itself, found to fit together.
     *
     * @param className of the user's class
     */
    record Described(
            JavaMigration migration,
            String className,
            MigrationKind kind,
            @Nullable MigrationVersion version,
            String description,
            @Nullable Integer checksum) {}

    /**
     * Asks them all.
     *
     * @param problems gets one for each migration whose answers do not fit together, which is left out
     */
    static List<Described> describe(List<JavaMigration> migrations, List<ScriptProblem> problems) {
        List<Described> described = new ArrayList<>();
        for (JavaMigration migration : migrations) {
            String className = ClassUtils.getUserClass(migration).getName();
            try {
                Described one = new Described(
                        migration,
                        className,
                        migration.getKind(),
                        migration.getVersion(),
                        Objects.requireNonNullElse(migration.getDescription(), ""),
                        migration.getChecksum());
                String contradiction = contradiction(one);
                if (contradiction == null) {
                    described.add(one);
                } else {
                    problems.add(problem("Java migration " + className + " " + contradiction + "."));
                }
            } catch (MigrateDbException ex) {
                problems.add(problem(Objects.requireNonNullElse(ex.getMessage(), className) + "."));
            } catch (RuntimeException ex) {
                problems.add(problem("Java migration " + className + " does not tell what it is (" + ex + ")."));
            }
        }
        return described;
    }

    /** What runs a migration in Java. */
    static MigrationExecutor executor(JavaMigration migration) {
        return new Executor(migration);
    }

    private static @Nullable String contradiction(Described one) {
        boolean repeatable = one.kind() == MigrationKind.REPEATABLE;
        if (repeatable && one.version() != null) {
            return "is repeatable, but has version " + one.version();
        }
        if (!repeatable && one.version() == null) {
            return "has kind " + one.kind() + ", but no version";
        }
        if (repeatable && one.description().isBlank()) {
            return "has no description, which identifies a repeatable migration";
        }
        return null;
    }

    private static ScriptProblem problem(String message) {
        return new ScriptProblem(
                ErrorCode.INVALID_NAME,
                null,
                message,
                "Correct the class name, or what getKind, getVersion, getDescription and getChecksum return.");
    }

    private record Executor(JavaMigration migration) implements MigrationExecutor {

        @Override
        public void execute(MigrationContext context) throws Exception {
            migration.migrate(context);
        }

        @Override
        public boolean canExecuteInTransaction() {
            return migration.canExecuteInTransaction();
        }
    }
}
