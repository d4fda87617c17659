package dev.migratedb.internal.script;

import dev.migratedb.internal.script.KeptStatements.Kept;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A script that was read to its end and found to be right, with what that has shown. */
public final class CheckedScript {

    /** What has shown while it was read. */
    static final class Findings {

        private final Map<TransactionRule, ScriptPosition> first = new EnumMap<>(TransactionRule.class);
        private boolean changesSession;
        private @Nullable ScriptPosition firstThatMayCommit;
        private int statementCount;

        void add(SqlStatement statement) {
            TransactionRule rule = statement.transactionRule();
            if (!first.containsKey(rule)) {
                first.put(rule, statement.position());
            }
            changesSession |= statement.changesSession();
            if (firstThatMayCommit == null && statement.mayCommit()) {
                firstThatMayCommit = statement.position();
            }
            statementCount++;
        }
    }

    /** Opens the statements again. */
    @FunctionalInterface
    interface Source {
        StatementReader open() throws IOException;
    }

    private final ScriptFile file;
    private final Findings findings;
    private final Source source;

    private CheckedScript(ScriptFile file, Findings findings, Source source) {
        this.file = file;
        this.findings = findings;
        this.source = source;
    }

    static CheckedScript kept(ScriptFile file, Findings findings, List<Kept> statements) {
        List<Kept> copy = List.copyOf(statements);
        return new CheckedScript(file, findings, () -> new KeptStatements(copy));
    }

    static CheckedScript readAgain(ScriptFile file, Findings findings, Source source) {
        return new CheckedScript(file, findings, source);
    }

    /** The file. */
    public ScriptFile file() {
        return file;
    }

    /** Where the first statement begins that refuses a transaction; null where there is none. */
    public @Nullable ScriptPosition firstRefusing() {
        return findings.first.get(TransactionRule.REFUSES);
    }

    /** Where the first ordinary statement begins; null where there is none. */
    public @Nullable ScriptPosition firstOrdinary() {
        return findings.first.get(TransactionRule.ORDINARY);
    }

    /** Where the first statement begins that begins or ends a transaction itself; null where there is none. */
    public @Nullable ScriptPosition firstControlling() {
        return findings.first.get(TransactionRule.CONTROLS);
    }

    /** Whether any statement may leave the session another than it was. */
    public boolean changesSession() {
        return findings.changesSession;
    }

    /** Whether any statement may commit a transaction, see {@link SqlStatement#mayCommit()}. */
    public boolean mayCommit() {
        return findings.firstThatMayCommit != null;
    }

    /** Where the first statement begins that may commit a transaction; null where there is none. */
    public @Nullable ScriptPosition firstThatMayCommit() {
        return findings.firstThatMayCommit;
    }

    /** How many statements it has. */
    public int statementCount() {
        return findings.statementCount;
    }

    /**
     * Opens the statements: the kept ones, or, for a script that was too large to be kept, by reading it again. In the latter
     * case a script that has changed since it was checked is an error at its end.
     *
     * @throws ScriptSyntaxException when the file cannot be opened any more
     */
    public StatementReader open() throws IOException {
        return source.open();
    }
}
