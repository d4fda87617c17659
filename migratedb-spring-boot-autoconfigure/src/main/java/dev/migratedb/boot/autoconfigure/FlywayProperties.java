package dev.migratedb.boot.autoconfigure;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * What became of Flyway's properties: those of Spring Boot, today's and former ones, and those that only Flyway itself
 * has. The one table behind what is said at startup and {@code docs/switching-from-flyway.md}. Names are without
 * {@code spring.flyway}; a name stands for everything below it, too.
 */
final class FlywayProperties {

    private static final String USE = "use ";

    /** What MigrateDB has by the same name. */
    private static final Set<String> SAME = Set.of(
            "baseline-description",
            "baseline-migration-prefix",
            "baseline-on-migrate",
            "baseline-version",
            "batch",
            "callback-locations",
            "callbacks",
            "cherry-pick",
            "clean-disabled",
            "connect-retries",
            "connect-retries-interval",
            "create-schemas",
            "default-schema",
            "detect-encoding",
            "driver-class-name",
            "dry-run-output",
            "enabled",
            "encoding",
            "error-overrides",
            "execute-in-transaction",
            "fail-on-missing-locations",
            "group",
            "ignore-migration-patterns",
            "init-sqls",
            "installed-by",
            "jdbc-properties",
            "locations",
            "migration-resolvers",
            "mixed",
            "out-of-order",
            "output-query-results",
            "password",
            "placeholder-prefix",
            "placeholder-replacement",
            "placeholder-separator",
            "placeholder-suffix",
            "placeholders",
            "powershell-executable",
            "repeatable-sql-migration-prefix",
            "schemas",
            "script-placeholder-prefix",
            "script-placeholder-suffix",
            "skip-default-callbacks",
            "skip-default-resolvers",
            "skip-executing-migrations",
            "sql-migration-prefix",
            "sql-migration-separator",
            "sql-migration-suffixes",
            "tablespace",
            "target",
            "undo-sql-migration-prefix",
            "url",
            "user",
            "validate-migration-naming",
            "validate-on-migrate");

    /** What MigrateDB has by the same name for something else. */
    private static final Map<String, String> OF_ANOTHER_MEANING = Map.of("table", USE + "migratedb.adopt-table");

    private static final String NO_LICENCE = "not needed: nothing of MigrateDB needs a licence or an account";
    private static final String NO_COMPARISON = "not offered: MigrateDB does not compare schemas";
    private static final String NO_SQLPLUS = "not offered: commands of SQL*Plus are not understood";
    private static final String NO_REPORT = "not offered: use the result that the commands return";
    private static final String PATTERNS = USE + "migratedb.ignore-migration-patterns";
    private static final String VAULT = "not offered: Spring Cloud Vault puts secrets into any property";
    private static final String KERBEROS = "not offered: use the system property java.security.krb5.conf";
    private static final String KERBEROS_LOGIN = "not offered: use the system property java.security.auth.login.config";
    private static final String ORACLE_KERBEROS = "not offered: give oracle.net.kerberos5_cc_name to the driver";
    private static final String ORACLE_WALLET = "not offered: give oracle.net.wallet_location to the driver";

    /** What MigrateDB does not have by that name. */
    private static final Map<String, String> NOT_OFFERED = Map.ofEntries(
            entry("check", NO_COMPARISON),
            entry("check-drift-on-migrate", NO_COMPARISON),
            entry("check-location", USE + "migratedb.fail-on-missing-locations"),
            entry("clean-on-validation-error", "not offered: use clean() in a MigrateDbMigrationStrategy"),
            entry("community-db-support-enabled", "not needed: every database that is known is enabled"),
            entry("conjur-token", VAULT),
            entry("conjur-url", VAULT),
            entry("deploy", NO_COMPARISON),
            entry("diff", NO_COMPARISON),
            entry("diff-text", NO_COMPARISON),
            entry("driver", USE + "migratedb.driver-class-name"),
            entry("email", NO_LICENCE),
            entry("environment", "not offered: use a profile of Spring"),
            entry("environments", "not offered: use profiles of Spring"),
            entry("error-handlers", USE + "migratedb.error-overrides"),
            entry("fail-on-missing-target", USE + "migratedb.target with a ? after a version that may be missing"),
            entry("generate", NO_COMPARISON),
            entry("ignore-future-migrations", PATTERNS),
            entry("ignore-ignored-migrations", PATTERNS),
            entry("ignore-missing-migrations", PATTERNS),
            entry("ignore-pending-migrations", PATTERNS),
            entry("init-sql", USE + "migratedb.init-sqls"),
            entry("jar-dirs", "not offered: put the jars on the class path"),
            entry("kerberos-config-file", KERBEROS),
            entry("license-key", NO_LICENCE),
            entry("lock-retry-count", USE + "migratedb.lock.wait-timeout"),
            entry("loggers", "not needed: everything is logged through SLF4J"),
            entry("model", NO_COMPARISON),
            entry("offline-permit-path", NO_LICENCE),
            entry("oracle", "not offered: there are no settings for Oracle alone"),
            entry("oracle-kerberos-cache-file", ORACLE_KERBEROS),
            entry("oracle-kerberos-config-file", KERBEROS),
            entry("oracle-sqlplus", NO_SQLPLUS),
            entry("oracle-sqlplus-warn", NO_SQLPLUS),
            entry("oracle-wallet-location", ORACLE_WALLET),
            entry("oracle.kerberos-cache-file", ORACLE_KERBEROS),
            entry("oracle.sqlplus", NO_SQLPLUS),
            entry("oracle.sqlplus-warn", NO_SQLPLUS),
            entry("oracle.wallet-location", ORACLE_WALLET),
            entry("pipeline-id", NO_LICENCE),
            entry("postgresql.transactional-lock", "not needed: the lock never holds a transaction"),
            entry("prepare", NO_COMPARISON),
            entry("provision-mode", "not offered: MigrateDB does not create databases"),
            entry("publish-result", NO_LICENCE),
            entry("report-enabled", NO_REPORT),
            entry("report-filename", NO_REPORT),
            entry("resolvers", USE + "migratedb.migration-resolvers"),
            entry("snapshot", NO_COMPARISON),
            entry("sql-migration-suffix", USE + "migratedb.sql-migration-suffixes"),
            entry("sql-server-kerberos-login-file", KERBEROS_LOGIN),
            entry("sqlserver", "not offered: there are no settings for SQL Server alone"),
            entry("sqlserver.kerberos-login-file", KERBEROS_LOGIN),
            entry("stream", "not needed: scripts are always streamed"),
            entry("tags", "not offered: use migratedb.cherry-pick"),
            entry("token", NO_LICENCE),
            entry("vault-secrets", VAULT),
            entry("vault-token", VAULT),
            entry("vault-url", VAULT));

    private static final Set<String> NAMES = Stream.of(SAME, OF_ANOTHER_MEANING.keySet(), NOT_OFFERED.keySet())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Of a former name with a hyphen and today's with a dot in its place, today's. */
    private static final Map<String, String> BY_LETTERS = NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    FlywayProperties::letters, Function.identity(), (one, other) -> one.contains(".") ? one : other));

    private FlywayProperties() {}

    /** All names. */
    static Set<String> names() {
        return NAMES;
    }

    /** Whether {@code migratedb.} with this name is no property. */
    static boolean isNotOffered(String name) {
        return NOT_OFFERED.containsKey(name);
    }

    /**
     * What there is in place of a property: "use" and a property, or that it is not needed or not offered, and why; for
     * a name that is not in the table, that it is not known.
     */
    static String replacement(String name) {
        return SAME.contains(name)
                ? USE + "migratedb." + name
                : OF_ANOTHER_MEANING.getOrDefault(name, NOT_OFFERED.getOrDefault(name, "not known"));
    }

    /**
     * The name to which a property belongs: its own, or that of the list, map or group that it is part of. Environment
     * variables may have an underscore for each hyphen, which looks like one more level; so a name that is not written as
     * in the table is compared by its letters and digits only.
     *
     * @param property without prefix
     * @return one of {@link #names()}, or null
     */
    static @Nullable String nameOf(ConfigurationPropertyName property) {
        for (ConfigurationPropertyName part = property; !part.isEmpty(); part = part.getParent()) {
            String written = part.toString();
            String name = NAMES.contains(written) ? written : BY_LETTERS.get(letters(written));
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
