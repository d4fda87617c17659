package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.history.SessionInfo;
import dev.migratedb.internal.script.Placeholders;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The values of default placeholders in one run. */
final class DefaultPlaceholders {

    private final Configuration configuration;
    private final Supplier<@Nullable SessionInfo> session;
    private final String timestamp;

    /**
     * Creates the values, at the time that counts for the run.
     *
     * @param session asked when a placeholder needs it; gives null where there is none
     */
    DefaultPlaceholders(Configuration configuration, Supplier<@Nullable SessionInfo> session) {
        this.configuration = configuration;
        this.session = session;
        this.timestamp = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(ZoneId.systemDefault())
                .format(configuration.clock().instant());
    }

    /** These and the user's own. */
    Placeholders placeholders() {
        return new Placeholders(configuration.placeholders(), configuration.scripts(), this::value);
    }

    private @Nullable String value(String name) {
        return switch (name) {
            case "defaultschema" -> ofSession(SessionInfo::schema);
            case "user" -> ofSession(SessionInfo::user);
            case "database" -> ofSession(SessionInfo::database);
            case "table" -> configuration.history().table();
            case "timestamp" -> timestamp;
            case "workingdirectory" -> Path.of("").toAbsolutePath().toString();
            case "environment" -> configuration.runSettings().instance();
            default -> null;
        };
    }

    private @Nullable String ofSession(Function<SessionInfo, String> part) {
        SessionInfo info = session.get();
        return info == null ? null : part.apply(info);
    }
}
