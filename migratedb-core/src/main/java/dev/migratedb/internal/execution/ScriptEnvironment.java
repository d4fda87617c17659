package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/**
 * What scripts of operating systems find in their environment: the placeholders, and where the database is.
 *
 * @param placeholders of the run
 * @param dataSource of the run, asked for URL, user and password where it was made of these
 */
record ScriptEnvironment(Placeholders placeholders, DataSource dataSource) {

    private static final List<String> PREFIXES = List.of("MIGRATEDB_", "FLYWAY_");

    /**
     * The variables for a script.
     *
     * @param filename of the script
     * @param connection of the run; null before there is one
     */
    Map<String, String> variables(String filename, @Nullable Connection connection) {
        Map<String, String> variables = new HashMap<>(placeholders.variables(filename));
        if (dataSource instanceof AbstractDriverBasedDataSource settings) {
            add(variables, "URL", settings.getUrl());
            add(variables, "USER", settings.getUsername());
            add(variables, "PASSWORD", settings.getPassword());
        } else if (connection != null) {
            try {
                DatabaseMetaData data = connection.getMetaData();
                add(variables, "URL", data.getURL());
                add(variables, "USER", data.getUserName());
            } catch (SQLException ex) {
                throw new MigrateDbException(
                        ErrorCode.CONNECTION, "The connection does not tell where it leads: " + Texts.cause(ex), ex);
            }
        }
        return variables;
    }

    /** The password, if it is known, which nobody shall see. */
    @Nullable
    String password() {
        return dataSource instanceof AbstractDriverBasedDataSource settings ? settings.getPassword() : null;
    }

    private static void add(Map<String, String> variables, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            PREFIXES.forEach(prefix -> variables.put(prefix + name, value));
        }
    }
}
