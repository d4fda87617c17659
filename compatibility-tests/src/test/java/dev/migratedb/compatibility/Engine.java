package dev.migratedb.compatibility;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One of the two that are compared. */
interface Engine {

    /** What its columns of a comparison are headed with. */
    String name();

    /** The name of its history table, which is its default. */
    String historyTable();

    /**
     * Runs a command.
     *
     * @param events where to add the events that a callback hears; null for no callback
     * @return {@link Outcome#OK}, or a line with the kind of the failure and one for each migration that is blamed
     */
    List<String> run(Command command, Setup setup, @Nullable List<String> events);

    /**
     * What {@code info} tells, a line for each migration; or one line about why it tells nothing. Runs without a
     * callback.
     */
    List<String> info(Setup setup);

    /** What an engine is configured with. */
    record Setup(DataSource dataSource, Path folder, List<Setting> settings) {

        String location() {
            return "filesystem:" + folder;
        }
    }
}
