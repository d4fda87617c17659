package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.Configuration.LastWarnings;
import dev.migratedb.internal.discovery.Discovered;
import dev.migratedb.internal.discovery.Discovery;
import dev.migratedb.internal.execution.BeforeConnect;
import dev.migratedb.internal.execution.ExternalScripts;
import dev.migratedb.internal.execution.Rehearsal;
import dev.migratedb.internal.execution.Secrets;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What a command does before it connects. */
final class Search {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private Search() {}

    /**
     * Searches the locations, and calls what wants to be called before there is a connection.
     *
     * @param rehearsal names what would be called; null for a run that does its work
     * @throws dev.migratedb.callback.CallbackFailedException if a callback fails
     */
    static Discovered of(Configuration configuration, @Nullable Rehearsal rehearsal) {
        Discovered discovered = discover(configuration);
        BeforeConnect beforeConnect = beforeConnect(configuration, discovered);
        if (rehearsal != null) {
            beforeConnect.rehearse(rehearsal);
        } else if (beforeConnect.fire()) {
            // it may have made files that migrations use, or are
            discovered = discover(configuration);
        }
        warn(discovered.warnings(), configuration.lastWarnings());
        return discovered;
    }

    /** A warning that holds still is not one again. */
    private static void warn(List<String> warnings, LastWarnings lastWarnings) {
        Set<String> said = lastWarnings.replacedBy(warnings);
        for (String warning : warnings) {
            LOG.atLevel(said.contains(warning) ? Level.DEBUG : Level.WARN).log(warning);
        }
    }

    /** Scripts of the operating system need no connection; of the default placeholders they get what is known without one. */
    private static BeforeConnect beforeConnect(Configuration configuration, Discovered discovered) {
        Placeholders placeholders = new DefaultPlaceholders(configuration, () -> null).placeholders();
        Secrets secrets = new Secrets(configuration.placeholders());
        CallbackFiles files = CallbackFiles.of(
                discovered.callbacks().stream()
                        .filter(file -> file.event() == Event.BEFORE_CONNECT
                                && file.file().language().isExternal())
                        .toList(),
                placeholders,
                new ExternalScripts(configuration.scripts(), configuration.dataSource(), placeholders, secrets));
        if (!files.problems().isEmpty()) {
            throw new ValidationFailedException(files.problems());
        }
        return new BeforeConnect(
                files.externalAnd(configuration.extensions().callbacks()), configuration.runSettings(), secrets);
    }

    private static Discovered discover(Configuration configuration) {
        return Discovery.discover(configuration.locations(), configuration.naming(), configuration.extensions());
    }
}
