package dev.migratedb.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * A migration in Java that takes kind, version and description from its class name: {@code V1_2__Add_people} is version 1.2,
 * {@code R__Refresh_totals} is repeatable. The name is that of the user's class, also where a framework has made a subclass
 * of it.
 *
 * <p>A class that is named otherwise gets a {@link MigrateDbException} with {@link ErrorCode#INVALID_NAME} from each method
 * that reads the name.
 */
public abstract class BaseJavaMigration implements JavaMigration {

    private static final Pattern NAME = Pattern.compile("([VRBU])(\\d+(?:_\\d+)*)?(?:__(.*))?");

    @Override
    public @Nullable MigrationVersion getVersion() {
        return name().version();
    }

    @Override
    public String getDescription() {
        return name().description();
    }

    @Override
    public MigrationKind getKind() {
        return name().kind();
    }

    private Name name() {
        Class<?> userClass = ClassUtils.getUserClass(getClass());
        Matcher matcher = NAME.matcher(userClass.getSimpleName());
        if (!matcher.matches()) {
            throw wrongName(userClass, "does not have the name of a migration");
        }
        MigrationKind kind = switch (matcher.group(1)) {
            case "V" -> MigrationKind.VERSIONED;
            case "B" -> MigrationKind.BASELINE;
            case "U" -> MigrationKind.UNDO;
            default -> MigrationKind.REPEATABLE;
        };
        String version = matcher.group(2);
        String description = matcher.group(3) == null ? "" : matcher.group(3).replace('_', ' ');
        if (kind != MigrationKind.REPEATABLE && version == null) {
            throw wrongName(userClass, "has no version in its name");
        }
        if (kind == MigrationKind.REPEATABLE && version != null) {
            throw wrongName(userClass, "has a version in its name, which a repeatable migration must not have");
        }
        if (kind == MigrationKind.REPEATABLE && description.isBlank()) {
            throw wrongName(userClass, "has no description in its name, which identifies a repeatable migration");
        }
        return new Name(kind, version == null ? null : MigrationVersion.of(version), description);
    }

    private static MigrateDbException wrongName(Class<?> userClass, String reason) {
        return new MigrateDbException(
                ErrorCode.INVALID_NAME,
                "Class " + userClass.getName() + " " + reason
                        + ". Name it V1_2__Description (version 1.2) or R__Description"
                        + " (repeatable), or implement JavaMigration without BaseJavaMigration");
    }

    private record Name(MigrationKind kind, @Nullable MigrationVersion version, String description) {}
}
