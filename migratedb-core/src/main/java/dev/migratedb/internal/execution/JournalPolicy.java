package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.history.JournalRow.State;
import dev.migratedb.internal.script.Fingerprint;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the statements of one script are noted.
 *
 * @param migration by its {@link dev.migratedb.internal.plan.MigrationKey}
 * @param script the file
 * @param transactional whether it runs in a transaction
 * @param controls whether it begins and ends transactions itself
 */
record JournalPolicy(
        String migration, String script, boolean transactional, boolean controls, Dialect dialect, Clock clock) {

    private static final Pattern ENDS_TRANSACTIONS =
            Pattern.compile("\\b(COMMIT|ROLLBACK|CALL|EXECUTE)\\b", Pattern.CASE_INSENSITIVE);

    /** How a statement is noted. */
    enum Mode {
        /** Behind it, in the transaction that the script is in. */
        WITHIN,
        /** Behind it, in a transaction for the two of them. */
        TOGETHER,
        /** Before it and behind it. */
        AROUND
    }

    Mode mode(SqlStatement statement) {
        if (transactional) {
            return statement.mayCommit() ? Mode.AROUND : Mode.WITHIN;
        }
        if (controls) {
            return Mode.AROUND;
        }
        boolean inTransaction = dialect.transactionalDdl()
                ? statement.transactionRule() == TransactionRule.ORDINARY && !runsOthers(statement)
                : !statement.mayCommit();
        return inTransaction ? Mode.TOGETHER : Mode.AROUND;
    }

    /** What it runs may commit, which may be why the script has no transaction. */
    private static boolean runsOthers(SqlStatement statement) {
        return statement.isFirstWord("CALL")
                || statement.isFirstWord("DO")
                || statement.isFirstWord("EXEC")
                || statement.isFirstWord("EXECUTE");
    }

    /** Whether a part of what it runs may be committed when it fails: nobody knows then how far it has come. */
    static boolean mayDoAPart(SqlStatement statement) {
        return statement.isFirstWord("CALL")
                || statement.isFirstWord("EXEC")
                || statement.isFirstWord("EXECUTE")
                || statement.isFirstWord("RUNSCRIPT")
                || (statement.isFirstWord("BEGIN") && statement.transactionRule() != TransactionRule.CONTROLS)
                || (statement.isFirstWord("DO")
                        && ENDS_TRANSACTIONS.matcher(statement.sql()).find());
    }

    /** Whether what it has done stays once it has succeeded, although its transaction was rolled back afterwards. */
    boolean staysBySuccess(SqlStatement statement) {
        return (!transactional && !controls)
                || (statement.transactionRule() != TransactionRule.CONTROLS && !runsOthers(statement));
    }

    boolean locksTables(SqlStatement statement) {
        return dialect.locksOthersOut() && (statement.isFirstWord("LOCK") || statement.isFirstWord("FLUSH"));
    }

    /**
     * A statement that is about to be sent.
     *
     * @param wasThere whether what it is about was there before; null where nobody has looked
     */
    JournalRow begun(int number, SqlStatement statement, @Nullable Boolean wasThere) {
        Fingerprint fingerprint = Fingerprint.of(statement);
        return new JournalRow(
                migration,
                number,
                statement.position().line(),
                script,
                fingerprint.hash(),
                fingerprint.excerpt(),
                State.STARTED,
                clock.instant().toString(),
                wasThere);
    }

    /** A script of which nothing is left. */
    JournalRow nothing() {
        return new JournalRow(
                migration, 1, 0, script, "", "", State.FAILED, clock.instant().toString(), null);
    }
}
