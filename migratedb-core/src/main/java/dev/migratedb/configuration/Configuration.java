package dev.migratedb.configuration;

import dev.migratedb.configuration.ConnectionSettings.ApplicationTransactions;
import dev.migratedb.migration.RunSettings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.WritableResource;

/**
 * Everything that is configured, as one immutable value. Made by the builder of the facade; known only to the facade and to
 * the commands, which hand its parts on.
 *
 * @param instance how the engine is called among those of an application
 * @param dataSource where the one connection of a run comes from
 * @param joinedDataSources further data sources whose users, on the thread of the run, get the connection of the run
 * @param applicationTransactions those in which Java migrations run; null if they run in those of the engine
 * @param locations where files are searched
 * @param naming how files are named
 * @param placeholders what is replaced in scripts
 * @param schemas which schemas a run cares about
 * @param history the history table
 * @param policy what runs, and under which conditions
 * @param lock how competing runs wait for each other
 * @param timeouts how long statements may take
 * @param undo how far undo goes
 * @param cleanDisabled whether clean is refused
 * @param extensions what code of the user takes part
 * @param scripts how scripts of operating systems are run
 * @param connection how the connection of a run is made
 * @param errorOverrides what becomes of errors and warnings of the database; the first that matches counts
 * @param outputQueryResults whether the rows that scripts select are logged
 * @param batch whether statements that change rows may be sent together
 * @param rebuildInvalidIndexes whether an index that a concurrent build has left invalid is dropped before it is built again
 * @param dryRun where commands write what they would do; null where they do it
 * @param clock for durations and for the placeholder {@code timestamp}
 * @param lastWarnings what the last search has warned of
 */
public record Configuration(
        String instance,
        DataSource dataSource,
        List<DataSource> joinedDataSources,
        @Nullable ApplicationTransactions applicationTransactions,
        LocationSettings locations,
        NamingRules naming,
        PlaceholderSettings placeholders,
        SchemaSettings schemas,
        HistorySettings history,
        MigratePolicy policy,
        LockSettings lock,
        MigratePolicy.Timeouts timeouts,
        UndoPolicy undo,
        boolean cleanDisabled,
        ExtensionSettings extensions,
        ScriptSettings scripts,
        ConnectionSettings connection,
        List<ErrorOverride> errorOverrides,
        boolean outputQueryResults,
        boolean batch,
        boolean rebuildInvalidIndexes,
        @Nullable DryRunOutput dryRun,
        Clock clock,
        LastWarnings lastWarnings) {

    /** How an engine is called that has no name. */
    public static final String DEFAULT_INSTANCE = "default";

    public Configuration {
        Settings.text("instance", instance);
        joinedDataSources = List.copyOf(joinedDataSources);
        errorOverrides = List.copyOf(errorOverrides);
    }

    /**
     * Where commands write what they would do, instead of doing it. Exactly one of the two is there.
     *
     * @param resource replaced with every command
     * @param output appended to, and never closed
     */
    public record DryRunOutput(
            @Nullable WritableResource resource, @Nullable Appendable output) {

        public DryRunOutput {
            if ((resource == null) == (output == null)) {
                throw new IllegalArgumentException("Either a resource or an output");
            }
        }
    }

    /**
     * What the last search of an engine has warned of, so that the next one need not repeat it: a probe lets an engine search every few
     * seconds. All that changes in a configuration, and no command does anything else because of it.
     */
    public static final class LastWarnings {

        private final AtomicReference<Set<String>> last = new AtomicReference<>(Set.of());

        /** Takes the warnings of a search, and returns those of the search before it. */
        public Set<String> replacedBy(List<String> warnings) {
            return last.getAndSet(Set.copyOf(warnings));
        }
    }

    /** The same, with other locations and with what is found there. */
    public Configuration with(LocationSettings locations, ExtensionSettings extensions) {
        return new Configuration(
                instance,
                dataSource,
                joinedDataSources,
                applicationTransactions,
                locations,
                naming,
                placeholders,
                schemas,
                history,
                policy,
                lock,
                timeouts,
                undo,
                cleanDisabled,
                extensions,
                scripts,
                connection,
                errorOverrides,
                outputQueryResults,
                batch,
                rebuildInvalidIndexes,
                dryRun,
                clock,
                lastWarnings);
    }

    /** Which engine it is, to be appended to what a text is about; empty for an engine without a name. */
    public String ofInstance() {
        return instance.equals(DEFAULT_INSTANCE) ? "" : " of instance '" + instance + "'";
    }

    /** The part of the settings that code of the user may ask about. */
    public RunSettings runSettings() {
        return new RunSettings(
                instance,
                schemas.defaultSchema(),
                schemas.schemas(),
                history.table(),
                locations.locations(),
                placeholders.values(),
                policy.target(),
                history.installedBy());
    }
}
