package dev.migratedb.internal.command;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.execution.ObjectProbe;
import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.script.Fingerprint;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.StatementSubject;
import dev.migratedb.internal.script.StatementSubject.Action;
import dev.migratedb.internal.script.StatementSubject.Identifier;
import dev.migratedb.internal.script.StatementSubject.Kind;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What became of a statement that was under way when its run ended.
 *
 * @param journal the table
 * @param probe asks the catalog
 * @param rebuildsInvalidIndexes whether an index that was left invalid is dropped and built again; else that is asked
 */
record InFlight(
        Dialect dialect, JdbcOperations jdbc, TableName journal, ObjectProbe probe, boolean rebuildsInvalidIndexes) {

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

    /**
     * A statement that drops what the build of an index has left, whatever has ended it. Only what was not there before it.
     *
     * @param statement as the script has it now
     * @param schema as with {@link #judge}
     */
    Optional<String> dropInvalidIndex(JournalRow row, SqlStatement statement, @Nullable String schema) {
        if (!Boolean.FALSE.equals(row.wasThere()) || !dialect.mayLeaveInvalidIndex(statement)) {
            return Optional.empty();
        }
        boolean same = Fingerprint.of(statement).hash().equals(row.hash());
        return (same ? StatementSubject.of(statement) : StatementSubject.of(row.excerpt()))
                .filter(subject -> subject.kind() == Kind.INDEX && subject.part() != null)
                .flatMap(subject -> {
                    Identifier table = subject.name().schema();
                    Identifier index = Objects.requireNonNull(subject.part());
                    return dialect.dropInvalidIndex(jdbc, table == null ? schema : stored(table), stored(index));
                });
    }

    private static String stored(Identifier identifier) {
        return identifier.quoted() ? identifier.text() : identifier.text().toLowerCase(Locale.ROOT);
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
