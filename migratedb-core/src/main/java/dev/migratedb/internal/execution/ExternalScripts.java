package dev.migratedb.internal.execution;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.Event;
import dev.migratedb.configuration.ScriptSettings;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.resolver.MigrationExecutor;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes migrations and callbacks of scripts that the operating system runs. */
public final class ExternalScripts {

    private final Interpreters interpreters;
    private final ScriptEnvironment environment;
    private final Secrets secrets;

    /** Creates them for one run. */
    public ExternalScripts(ScriptSettings settings, DataSource dataSource, Placeholders placeholders, Secrets secrets) {
        this(Interpreters.of(settings), new ScriptEnvironment(placeholders, dataSource), secrets);
    }

    ExternalScripts(Interpreters interpreters, ScriptEnvironment environment, Secrets secrets) {
        this.interpreters = interpreters;
        this.environment = environment;
        this.secrets = secrets;
    }

    /** What keeps a script from being run, known before it is run. */
    public Optional<ScriptProblem> problem(ScriptFile file) {
        ExternalScript script = script(file);
        return script.canRun()
                ? Optional.empty()
                : Optional.of(
                        new ScriptProblem(
                                ErrorCode.CONFIGURATION,
                                null,
                                script.missingProgram(),
                                "Install it, or correct the PATH; for PowerShell, 'migratedb.powershell-executable' may name it."));
    }

    /** What runs a script as a migration. No transaction holds what another program does. */
    public MigrationExecutor executor(ScriptFile file) {
        return new ExternalScriptExecutor(script(file));
    }

    /** A callback that runs a script; also before there is a connection. */
    public Callback callback(Event event, String description, ScriptFile file) {
        return new ExternalScriptCallback(event, description, script(file));
    }

    private ExternalScript script(ScriptFile file) {
        return new ExternalScript(file, interpreters, environment, secrets);
    }
}
