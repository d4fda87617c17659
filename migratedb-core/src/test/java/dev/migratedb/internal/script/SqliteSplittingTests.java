package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSplittingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';', ''';', 'a\\'",
                "select \";\", `;`, [a;b], [a'], ['\"`]",
                "select 1 -- ;\n + 1",
                "select 1 /* ; /* ; */ + 1",
                "select ?1, $a, :b, @c",
                "select 1 as \"end\", 2 as [begin]",
                "create trigger t after insert on a begin insert into b values (1); update b set c = 2; end",
                "create temp trigger if not exists t after insert on a begin select 1; end",
                "CREATE TEMPORARY TRIGGER t INSTEAD OF DELETE ON v BEGIN SELECT CASE WHEN 1 THEN 2 END; END",
                "create trigger t after update of a on b for each row when old.a > case 1 when 2 then 3 end begin"
                        + " select case when 1 then raise(abort, 'x;') end; end",
                "create trigger t after insert on a begin select 1; /* x */ end",
                "create trigger t after insert on a begin select 1 as end; end",
            })
    void readsAsOneStatement(String statement) {
        assertThat(Scripts.sqlite("select 0;" + statement + ";select 9;").sql())
                .containsExactly("select 0", statement, "select 9");
    }

    @Test
    void takesBeginAndEndOutsideOfATriggerForStatements() {
        assertThat(Scripts.sqlite(
                                "begin; select 1; commit; begin immediate; end; begin exclusive transaction; rollback")
                        .sql())
                .containsExactly(
                        "begin",
                        "select 1",
                        "commit",
                        "begin immediate",
                        "end",
                        "begin exclusive transaction",
                        "rollback");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "select ^'a\\''; select 1            # The string that begins here",
                "select ^[a; select 1                # The quoted identifier that begins here",
                "select ^`a; select 1                # The quoted identifier that begins here",
                "select 1; ^/* a                     # The comment that begins here",
                "select ^(1; select 2                # The parenthesis that opens here",
                "create trigger t after insert on a ^begin select 1; select case when 1 then 2 end; # The block BEGIN that opens",
                "select 1; ^.mode csv                # sqlite3 meta-command .mode is not SQL",
            })
    void failsAtThePlaceWhereItBegan(String marked, String message) {
        Scripts.assertRefused(SqlSyntax.SQLITE, marked, message.trim());
    }

    @ParameterizedTest
    @CsvSource({
        "create table t (a int), ORDINARY, false",
        "begin, CONTROLS, false",
        "begin immediate, CONTROLS, false",
        "begin deferred transaction, CONTROLS, false",
        "commit, CONTROLS, false",
        "end transaction, CONTROLS, false",
        "rollback, CONTROLS, false",
        "rollback to s, ORDINARY, false",
        "rollback transaction to s, ORDINARY, false",
        "savepoint s, ORDINARY, false",
        "vacuum, REFUSES, false",
        "vacuum into 'x', REFUSES, false",
        "attach 'x' as y, ORDINARY, true",
        "detach y, REFUSES, true",
        "pragma foreign_keys = off, REFUSES, true",
        "pragma foreign_keys(off), REFUSES, true",
        "pragma foreign_keys, NEUTRAL, false",
        "pragma main.journal_mode = wal, REFUSES, false",
        "pragma synchronous = normal, REFUSES, true",
        "pragma wal_checkpoint, REFUSES, false",
        "pragma defer_foreign_keys = on, ORDINARY, true",
        "pragma user_version = 7, NEUTRAL, false",
        "pragma cache_size = 7, NEUTRAL, true",
    })
    void knowsWhatAStatementMeansForTransactionAndSession(String statement, TransactionRule rule, boolean session) {
        assertThat(Scripts.sqlite(statement).only().rule()).isEqualTo(rule);
        assertThat(Scripts.sqlite(statement).only().changesSession()).isEqualTo(session);
    }
}
