package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerSplittingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2;",
                "select ';', 'a''\ngo\n', 'a\\'",
                "select [a]]\ngo\n], \"\ngo\n\"",
                "select 1 /* /* \ngo\n */ \ngo\n */",
                "select 1 -- go",
                "select 1 as go",
                "select 1,\n go, 2",
                "select 1 as\ngo_1",
                "select 1 as\n@go",
                "select #t.a, $1.5, @@rowcount, a#b",
                "begin try select 1; end try begin catch throw; end catch;",
                "create procedure p as begin select 1; if 1 = 1 begin select 2; end; end",
                "begin conversation timer (@h) timeout = 60;",
            })
    void readsAsOneBatch(String batch) {
        assertThat(Scripts.sqlServer("select 0\ngo\n" + batch + "\nGO\nselect 9")
                        .sql())
                .containsExactly("select 0", batch, "select 9");
    }

    @Test
    void endsABatchAtALineWithGo() {
        String script = """
                go
                select 1;
                  Go\t
                GO
                select 2
                gO -- the end
                select 3\
                """;

        assertThat(Scripts.sqlServer(script).pieces())
                .extracting(Scripts.Piece::sql, piece -> piece.position().line())
                .containsExactly(tuple("select 1;", 2), tuple("select 2", 5), tuple("-- the end\nselect 3", 7));
    }

    @Test
    void handsABatchOutAsOftenAsGoSays() {
        assertThat(Scripts.sqlServer("insert into t values (1)\nGO 3\nselect 2\ngo\n\nGO 5\n")
                        .sql())
                .containsExactly(
                        "insert into t values (1)", "insert into t values (1)", "insert into t values (1)", "select 2");
    }

    @Test
    void keepsNothingOfABatchThatRunsTooOften() throws IOException {
        ScriptFile file = Scripts.file("insert into t values ('" + "x".repeat(1000) + "')\nGO 100000\n");
        CheckedScript checked = new ScriptChecker(SqlSyntax.SQLSERVER, Scripts.placeholders()).check(file);
        int count = 0;
        try (StatementReader statements = checked.open()) {
            while (statements.next() != null) {
                count++;
            }
        }

        assertThat(count).isEqualTo(100_000);
        assertThat(checked.statementCount()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~select ^'a\ngo\nselect 1\n~        | The string that begins here",
                "~select ^[a]]\ngo\nselect 1\n~      | The quoted identifier that begins here",
                "~select ^/* /* */\ngo\n~            | The comment that begins here",
                "~select ^(1\ngo\nselect 2)\n~       | The parenthesis that opens here is not closed before the end of the statement",
                "~select 1^)\ngo\n~                  | This parenthesis closes none",
                "~select 1\n^GO;\n~                  | GO ends a batch only where nothing but a count stands behind it",
                "~select 1\nGO ^0\n~                 | GO runs its batch as often as it says, which cannot be 0",
                "~select 1\nGO ^1234567890\n~        | GO runs its batch as often as it says, which cannot be 1234567890",
                "~select 1\ngo\n^:setvar a b~        | sqlcmd meta-command :setvar is not SQL",
            })
    void failsAtThePlaceWhereItBegan(String marked, String message) {
        Scripts.assertRefused(SqlSyntax.SQLSERVER, marked, message);
    }

    @ParameterizedTest
    @CsvSource({
        "create table t (a int), ORDINARY, false",
        "begin tran, CONTROLS, false",
        "begin transaction t, CONTROLS, false",
        "begin distributed tran, CONTROLS, false",
        "begin try select 1 end try begin catch end catch, ORDINARY, false",
        "commit, CONTROLS, false",
        "rollback tran, CONTROLS, false",
        "save tran a, ORDINARY, false",
        "set implicit_transactions on, CONTROLS, true",
        "set nocount on, NEUTRAL, true",
        "use d, NEUTRAL, true",
        "backup database d to x, REFUSES, false",
        "restore database d from x, REFUSES, false",
        "reconfigure, REFUSES, false",
        "create database d, REFUSES, false",
        "alter database d set read_only, REFUSES, false",
        "drop database d, REFUSES, false",
        "create fulltext index on t (a) key index i, REFUSES, false",
        "alter fulltext index on t enable, REFUSES, false",
        "drop fulltext catalog c, REFUSES, false",
        "exec sp_addsubscription, REFUSES, false",
        "exec sp_dropsubscription, REFUSES, false",
        "exec sp_adddistributor, REFUSES, false",
        "exec sp_dropdistributor, REFUSES, false",
        "exec sp_adddistpublisher, REFUSES, false",
        "exec sp_dropdistpublisher, REFUSES, false",
        "exec master.dbo.sp_addlinkedserver 'x', REFUSES, false",
        "execute sp_droplinkedserver, REFUSES, false",
        "exec sp_addlinkedsrvlogin, REFUSES, false",
        "exec sp_droplinkedsrvlogin, REFUSES, false",
        "exec sp_serveroption, REFUSES, false",
        "exec sp_replicationdboption, REFUSES, false",
        "exec sp_fulltext_database 'enable', REFUSES, false",
        "exec sp_rename 'a', ORDINARY, false",
        "kill 5, ORDINARY, false",
        "execute as user = 'a', ORDINARY, true",
        "revert, ORDINARY, true",
    })
    void knowsWhatABatchMeansForTransactionAndSession(String batch, TransactionRule rule, boolean session) {
        assertThat(Scripts.sqlServer(batch).only().rule()).isEqualTo(rule);
        assertThat(Scripts.sqlServer(batch).only().changesSession()).isEqualTo(session);
    }
}
