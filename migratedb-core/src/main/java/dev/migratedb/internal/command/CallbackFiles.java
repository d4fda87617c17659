package dev.migratedb.internal.command;

import dev.migratedb.callback.Callback;
import dev.migratedb.internal.discovery.CallbackFile;
import dev.migratedb.internal.execution.ExternalScripts;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.internal.script.ScriptSyntaxException;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Callbacks in files, by who runs them, without those whose own condition leaves them out.
 *
 * @param sql that the database runs
 * @param external that the operating system runs
 * @param problems what is wrong with the others
 */
record CallbackFiles(List<CallbackFile> sql, List<Callback> external, List<Problem> problems) {

    static CallbackFiles of(List<CallbackFile> files, Placeholders placeholders, ExternalScripts externalScripts) {
        CallbackFiles divided = new CallbackFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (CallbackFile file : files) {
            try {
                if (placeholders.admit(file.file())) {
                    divided.add(file, externalScripts);
                }
            } catch (ScriptSyntaxException ex) {
                divided.problems.add(Catalog.problem(ex.problem()));
            }
        }
        return divided;
    }

    /** The callbacks that the operating system runs, together with others. */
    List<Callback> externalAnd(List<Callback> others) {
        List<Callback> all = new ArrayList<>(others);
        all.addAll(external);
        return all;
    }

    private void add(CallbackFile file, ExternalScripts externalScripts) {
        if (!file.file().language().isExternal()) {
            sql.add(file);
            return;
        }
        Optional<ScriptProblem> problem = externalScripts.problem(file.file());
        problem.map(Catalog::problem).ifPresent(problems::add);
        if (problem.isEmpty()) {
            external.add(externalScripts.callback(file.event(), file.description(), file.file()));
        }
    }
}
