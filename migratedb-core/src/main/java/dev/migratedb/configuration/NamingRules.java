package dev.migratedb.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How files are named.
 *
 * @param versionedPrefix of versioned migrations
 * @param repeatablePrefix of repeatable migrations
 * @param separator between version and description
 * @param suffixes the endings of SQL files, compared without regard to case
 * @param validate whether a file that looks like a migration but is not named like one is an error; else it is one warning
 */
public record NamingRules(
        String versionedPrefix, String repeatablePrefix, String separator, List<String> suffixes, boolean validate) {

    /** {@code V1__description.sql}, {@code R__description.sql}; a wrong name is a warning. */
    public static final NamingRules DEFAULT = new NamingRules("V", "R", "__", List.of(".sql"), false);

    public NamingRules {
        Settings.text("sql-migration-prefix", versionedPrefix);
        Settings.text("repeatable-sql-migration-prefix", repeatablePrefix);
        Settings.text("sql-migration-separator", separator);
        suffixes = Settings.texts("sql-migration-suffixes", suffixes);
        if (suffixes.isEmpty()) {
            throw Settings.wrong("sql-migration-suffixes", "must have at least one element");
        }
        Set<String> prefixes = new HashSet<>(List.of(versionedPrefix));
        if (!prefixes.add(repeatablePrefix)) {
            throw Settings.wrong(
                    "repeatable-sql-migration-prefix",
                    "must differ from 'migratedb.sql-migration-prefix', but both are '" + repeatablePrefix + "'");
        }
    }
}
