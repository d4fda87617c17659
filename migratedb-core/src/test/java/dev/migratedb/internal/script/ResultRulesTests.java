package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may give rows cannot run in a batch. */
class ResultRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values (1)",
                "update t set a = (select 1)",
                "delete from t where returning_1 = 2",
                "merge into t using u on a = b when matched then update set a = 1",
                "insert into t values ('returning') -- returning",
                "create table t (a int)",
            })
    void giveNone(String statement) throws IOException {
        assertThat(mayGiveRows(SqlSyntax.POSTGRESQL, statement)).isFalse();
        assertThat(mayGiveRows(SqlSyntax.H2, statement)).isFalse();
        assertThat(mayGiveRows(SqlSyntax.MYSQL, statement)).isFalse();
        assertThat(mayGiveRows(SqlSyntax.HSQLDB, statement)).isFalse();
        assertThat(mayGiveRows(SqlSyntax.SQLITE, statement)).isFalse();
        assertThat(mayGiveRows(SqlSyntax.ORACLE, statement)).isFalse();
        assertThat(mayGiveRows(SqlSyntax.SQLSERVER, statement))
                .as("a batch may have many statements")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 1", "/* x */ Select 1", "(select 1)", "with a as (select 1) select 2", "explain select 1"
            })
    void mayGiveRowsOnEachDatabase(String statement) throws IOException {
        assertThat(mayGiveRows(SqlSyntax.POSTGRESQL, statement)).isTrue();
        assertThat(mayGiveRows(SqlSyntax.H2, statement)).isTrue();
        assertThat(mayGiveRows(SqlSyntax.MYSQL, statement)).isTrue();
        assertThat(mayGiveRows(SqlSyntax.HSQLDB, statement)).isTrue();
        assertThat(mayGiveRows(SqlSyntax.SQLITE, statement)).isTrue();
        assertThat(mayGiveRows(SqlSyntax.ORACLE, statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"insert into t values (1) returning a", "delete from t RETURNING *", "call p()", "values (1)"})
    void mayGiveRowsOnPostgres(String statement) throws IOException {
        assertThat(mayGiveRows(SqlSyntax.POSTGRESQL, statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"insert into t values (1) returning a", "show tables", "check table t", "/*!40101 select 1 */"})
    void mayGiveRowsOnMySql(String statement) throws IOException {
        assertThat(mayGiveRows(SqlSyntax.MYSQL, statement)).isTrue();
    }

    private static boolean mayGiveRows(SqlSyntax syntax, String script) throws IOException {
        StringReader reader = new StringReader(script);
        ScriptText text = new ScriptText("x.sql", new ScriptInput(reader, null, "x.sql"), ScriptText.WINDOW_SIZE);
        try (StatementReader statements = new StreamedStatements(syntax, reader, text)) {
            return Objects.requireNonNull(statements.next()).mayGiveRows();
        }
    }
}
