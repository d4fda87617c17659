package dev.migratedb.internal.command;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.execution.ObjectProbe;
import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.StatementSubject;
import dev.migratedb.internal.script.StatementSubject.Action;
import org.jspecify.annotations.Nullable;

/**
 * What became of a statement that was under way when its run ended.
 *
 * @param journal the table
 * @param probe asks the catalog
 */
record InFlight(Dialect dialect, TableName journal, ObjectProbe probe) {

    /** What to do with it. */
    enum Verdict {
        DONE,
        TO_BE_RUN,
        UNKNOWN
    }

    /**
     * Judges.
     *
     * @param schema that a name means which does not say one; null where that is not known
     */
    Verdict judge(JournalRow row, SqlStatement statement, @Nullable String schema) {
        if (statement.transactionRule() == TransactionRule.CONTROLS) {
            // noted in the transaction that it ends, a COMMIT can be seen only when it was carried out
            return statement.isFirstWord("COMMIT") || statement.isFirstWord("END") ? Verdict.DONE : Verdict.TO_BE_RUN;
        }
        if (statement.changesSession() && !statement.isFirstWord("LOCK")) {
            return Verdict.TO_BE_RUN;
        }
        return StatementSubject.of(statement)
                .map(subject -> judge(row, subject, schema))
                .orElse(Verdict.UNKNOWN);
    }

    /** What was there before is what makes the difference: without that, nobody can tell who has made or dropped it. */
    private Verdict judge(JournalRow row, StatementSubject subject, @Nullable String schema) {
        if (subject.action() == Action.REPEATS) {
            return Verdict.TO_BE_RUN;
        }
        Boolean before = row.wasThere();
        Boolean now = before == null ? null : probe.isThere(subject, schema);
        if (before == null || now == null) {
            return Verdict.UNKNOWN;
        }
        return before.equals(now) ? Verdict.TO_BE_RUN : Verdict.DONE;
    }

    /** A statement for the journal that says so. */
    String tookEffect(JournalRow row) {
        return "UPDATE " + dialect.quote(journal) + " SET " + dialect.quote("state") + " = 'done' WHERE " + key(row);
    }

    /** A statement for the journal that says so. */
    String tookNone(JournalRow row) {
        return "UPDATE " + dialect.quote(journal) + " SET " + dialect.quote("state") + " = 'failed' WHERE " + key(row);
    }

    private String key(JournalRow row) {
        return dialect.quote("migration") + " = " + dialect.literal(row.migration()) + " AND "
                + dialect.quote("statement") + " = " + row.statement() + ";";
    }
}
