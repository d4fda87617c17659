package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2SplittingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';', ''';'",
                "select 'a\\'",
                "select \";\"",
                "select `;`",
                "select `a``;`",
                "create alias f as $$ String f() { return \";'\"; } $$",
                "select $$ $a$ ; $$",
                "select 1 as a$$b$$",
                "select ?1, $1",
                "select 1 -- ;\n + 1",
                "select 1 -- ;\r + 1",
                "select 1 // ';\n + 1",
                "select 4 / 2",
                "select 1 /* ; /* ; */ ; */ + 1",
                "select e'a\\'",
            })
    void readsAsOneStatement(String statement) {
        assertThat(Scripts.h2("select 0;" + statement + ";select 9;").sql())
                .containsExactly("select 0", statement, "select 9");
    }

    @Test
    void takesTheTextBetweenTwoTagsForText() {
        assertThat(Scripts.h2("select $a$;$a$").sql()).containsExactly("select $a$", "$a$");
    }

    @Test
    void tracksNoBlocksAndNoData() {
        assertThat(Scripts.h2("create function f begin atomic select 1; end; copy t from stdin; select 1")
                        .sql())
                .containsExactly("create function f begin atomic select 1", "end", "copy t from stdin", "select 1");
    }

    @Test
    void leavesABackslashToTheDatabase() {
        assertThat(Scripts.h2("select \\x;").sql()).containsExactly("select \\x");
    }

    @ParameterizedTest
    @CsvSource({
        "create table t (a int), ORDINARY, false",
        "vacuum, ORDINARY, false",
        "create index concurrently i on t (a), ORDINARY, false",
        "set schema s, NEUTRAL, true",
        "SET @x = 1, NEUTRAL, true",
        "use s, ORDINARY, true",
        "set autocommit false, CONTROLS, true",
        "begin, CONTROLS, false",
        "commit work, CONTROLS, false",
        "rollback, CONTROLS, false",
        "rollback to savepoint x, ORDINARY, false",
        "savepoint x, ORDINARY, false",
    })
    void knowsWhatAStatementMeansForTransactionAndSession(String statement, TransactionRule rule, boolean session) {
        assertThat(Scripts.h2(statement).only().rule()).isEqualTo(rule);
        assertThat(Scripts.h2(statement).only().changesSession()).isEqualTo(session);
    }
}
