package dev.migratedb.boot.autoconfigure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The database of an application that has only a URL of R2DBC, told in terms of JDBC.
 *
 * <p>What cannot be said in both ways is refused and not left out: an option may be what keeps a connection encrypted.
 *
 * @param jdbcUrl the same database for JDBC
 * @param user null if there is none
 * @param password null if there is none
 */
record R2dbcUrl(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    /** The property with the URL. */
    static final String PROPERTY = "spring.r2dbc.url";

    /** {@code r2dbc:[pool:]driver[:protocol]://[user[:password]@]host[:port][/database][?options]}. */
    private static final Pattern URL = Pattern.compile(
            "r2dbc:(?:pool:)?(?<driver>[^/?]+)://(?:(?<login>[^/?]*)@)?(?<host>[^/?]*)(?<path>/[^?]*)?(?:\\?(?<options>.*))?");

    private static final String OPTIONS_OF_H2 = "options=";
    private static final String STAY = "DB_CLOSE_DELAY=";

    /**
     * That of the application.
     *
     * @return null if it has no such URL
     * @throws SetupException if JDBC has no words for it
     */
    static @Nullable R2dbcUrl of(Environment environment) {
        String url = environment.getProperty(PROPERTY);
        if (!StringUtils.hasText(url)) {
            return null;
        }
        Map<String, String> options = Binder.get(environment)
                .bind("spring.r2dbc.properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        if (!options.isEmpty()) {
            throw untranslatable(renamed("'spring.r2dbc.properties'", List.copyOf(options.keySet())));
        }
        R2dbcUrl read = of(url.trim(), environment.getProperty("spring.r2dbc.name", ""));
        String user = environment.getProperty("spring.r2dbc.username");
        String password = environment.getProperty("spring.r2dbc.password");
        return new R2dbcUrl(
                read.jdbcUrl(),
                StringUtils.hasText(user) ? user : read.user(),
                StringUtils.hasText(password) ? password : read.password());
    }

    /**
     * Reads a URL.
     *
     * @param name of the database, where the URL names none; may be empty
     */
    static R2dbcUrl of(String url, String name) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw untranslatable(
                    url.startsWith("r2dbcs:")
                            ? "'r2dbcs' asks for encryption, for which each JDBC driver has settings of its own"
                            : "it is not of the form r2dbc:driver://host:port/database");
        }
        String login = parts.group("login");
        String user = login == null ? null : decoded(login.replaceFirst(":.*", ""));
        String password = login == null || !login.contains(":") ? null : decoded(login.replaceFirst("[^:]*:", ""));
        return new R2dbcUrl(jdbcUrl(parts, name), user, password);
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return jdbcUrl;
    }

    private static String jdbcUrl(Matcher parts, String name) {
        String driver = parts.group("driver");
        String host = parts.group("host");
        String path = parts.group("path") == null ? "" : parts.group("path");
        String database = path.length() > 1 ? path.substring(1) : name;
        String options = parts.group("options");
        if (driver.equals("h2:mem") && (options == null || options.startsWith(OPTIONS_OF_H2))) {
            return memory(database, options);
        }
        if (StringUtils.hasText(options)) {
            throw untranslatable(renamed("the URL", Arrays.asList(options.split("&"))));
        }
        return switch (driver) {
            case "postgresql", "mariadb", "mysql" -> "jdbc:" + driver + "://" + host + "/" + database;
            case "postgres" -> "jdbc:postgresql://" + host + "/" + database;
            case "mssql", "sqlserver" ->
                "jdbc:sqlserver://" + host + (database.isEmpty() ? "" : ";databaseName=" + decoded(database));
            case "oracle" -> "jdbc:oracle:thin:@//" + host + "/" + database;
            case "h2:file" -> "jdbc:h2:file:" + host + path;
            default -> throw untranslatable("the driver '" + driver + "' is not known here");
        };
    }

    /** Without its delay, such a database would be gone as soon as the migrations let go of it. */
    private static String memory(String database, @Nullable String options) {
        String settings = options == null ? "" : ";" + options.substring(OPTIONS_OF_H2.length());
        return "jdbc:h2:mem:" + database + settings + (settings.contains(STAY) ? "" : ";" + STAY + "-1");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String renamed(String where, List<String> options) {
        return "the options of " + where + " ("
                + String.join(
                        ", ",
                        options.stream()
                                .map(option -> option.replaceFirst("=.*", ""))
                                .toList())
                + ") have other names in JDBC";
    }

    /** Never with the URL itself, which may hold a password. */
    private static SetupException untranslatable(String why) {
        return new SetupException(
                "There is no DataSource, and 'migratedb.url' cannot be derived from '" + PROPERTY + "': " + why + ".",
                "Set 'migratedb.url' to the JDBC URL of the database to migrate, and 'migratedb.user' and"
                        + " 'migratedb.password' where they are needed.");
    }
}
