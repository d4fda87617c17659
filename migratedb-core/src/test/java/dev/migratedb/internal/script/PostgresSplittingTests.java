package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSplittingTests {

    /** Each holds something that looks like an end of the statement, or like the begin of a quote, and is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';'",
                "select ''';'''",
                "select 'a\\'",
                "select ';\n;'",
                "select E'\\';'",
                "select e'\\\\'",
                "select E';\\''';'",
                "select E'a'\n 'b\\';'",
                "select E'a' -- ;'\n 'b\\';'",
                "select E'a', 'b\\'",
                "select te'b\\'",
                "select 1e'b\\'",
                "select U&'\\0061;'",
                "select U&\"d\\0061;\"",
                "select B'0;1', X'1;F', N';'",
                "select \";\"",
                "select \"a\"\";\"\"\"",
                "select \"a';\"",
                "select $$;$$",
                "select $$ ' $$",
                "select $$ $ ; $a$ ; $$",
                "select $a$;$$;$b$;$a$",
                "select $a$ $b$a$",
                "select $a$;$A$;$a$",
                "select $é_1$;$é_1$",
                "select $_$;$_$",
                "select $a$ -- $a$",
                "select $a$ /* $a$",
                "do $x$begin perform 1; perform $y$;$y$; end$x$",
                "prepare q as select $1 || $2",
                "select $1$$;$$",
                "select 1$$;$$",
                "select a$b$, a$b$",
                "select a$b$ from t$b$",
                "select é$$ from t$$",
                "select $ 1",
                "select 1 -- ;\n + 1",
                "select 1 -- ;\r + 1",
                "select 1 -- '\n + 1",
                "select 5--1;\n",
                "select 1 /* ; */ + 1",
                "select 1 /* ' /* ; */ \" ; */ + 1",
                "select 1 /*/ ; */ + 1",
                "select 1 /***/ + 1",
                "select 1 /* **/ + 1",
                "select 2*/* ; */3",
                "select 6 / 3 - 1",
                "(select 1)",
                "((select ';') union (select $$;$$))",
                "create rule r as on insert to t do also (insert into a values (1); insert into b values (2);)",
                "create rule r as on insert to t do also (insert into a values (1); select f(g(1); 2);)",
                "create function f() returns int language sql begin atomic select 1; select 2; end",
                "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END",
                "create procedure p() begin atomic insert into t values (1); insert into t values (2); end",
                "create or replace procedure p() begin /* x */ atomic insert into t values (1); end",
                "create function f(x int) returns int begin atomic select case when x = 1 then 2 else 3 end; select 1; end",
                "create function f(x int) returns int begin atomic select (case x when 1 then 2 end); select 1; end",
                "create function f(x int) returns int begin atomic select case case x when 1 then 2 end when 3 then 4 end; end",
                "create function f() returns text begin atomic select 'end;'; select \"end\"; -- end;\n end",
                "create function f() returns text return ';'",
                "copy (select ';' from stdin) to stdout",
                "copy t from '/tmp/stdin;x'",
                "copy t from program 'cat;'",
                "create table stdin (\"from\" text default ';')",
                "comment on table t is 'copy t from stdin;'",
                "select '\uFEFF;'",
            })
    void readsAsOneStatement(String statement) {
        assertThat(Scripts.postgres(statement + ";").sql()).containsExactly(statement.trim());
        assertThat(Scripts.postgres("select 0;" + statement + "\n;\nselect 9;\n")
                        .sql())
                .containsExactly("select 0", statement.trim(), "select 9");
        assertThat(Scripts.postgres("select 0;\r\n\r\n" + statement).sql())
                .containsExactly("select 0", statement.trim());
    }

    /** What psql does not see, because it reads line by line: a string goes on as it began. */
    @Test
    void readsAStringThatGoesOnInTheNextLineAsItBegan() {
        String off = "set standard_conforming_strings = off";

        assertThat(Scripts.postgres(off + ";select B'0'\n'1\\'; select '\\''\n'\\';'; select E'\\'' --'\n'\\';'")
                        .sql())
                .containsExactly(off, "select B'0'\n'1\\'", "select '\\''\n'\\';'", "select E'\\'' --'\n'\\';'");
        assertThat(Scripts.postgres("select U&'a'\r'\\'; select 'a' -- b\n'\\'; select 1")
                        .sql())
                .containsExactly("select U&'a'\r'\\'", "select 'a' -- b\n'\\'", "select 1");
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of(" \t\r\n\f", List.of()),
                Arguments.of(";;; ;\n;", List.of()),
                Arguments.of("\uFEFF", List.of()),
                Arguments.of("\uFEFFselect 1", List.of("select 1")),
                Arguments.of("-- nothing", List.of()),
                Arguments.of("/* nothing */;-- at all\n;", List.of()),
                Arguments.of("select 1;select 2", List.of("select 1", "select 2")),
                Arguments.of("select 1; -- one\nselect 2;", List.of("select 1", "-- one\nselect 2")),
                Arguments.of("-- a\n\n/* b */ select 1 -- c\n;", List.of("-- a\n\n/* b */ select 1 -- c")),
                Arguments.of("select 1\r\n+ 2 ;\r\nselect 3", List.of("select 1\r\n+ 2", "select 3")),
                Arguments.of("select 1 -- a\rselect 2;", List.of("select 1 -- a\rselect 2")),
                Arguments.of("begin; select 1; end; commit;", List.of("begin", "select 1", "end", "commit")),
                Arguments.of("begin atomic; select 1; end", List.of("begin atomic", "select 1", "end")),
                Arguments.of(
                        "create function begin() returns int return 1; select 2;",
                        List.of("create function begin() returns int return 1", "select 2")),
                Arguments.of(
                        "create table t (a int); create table begin_atomic (b int);",
                        List.of("create table t (a int)", "create table begin_atomic (b int)")),
                Arguments.of(
                        "create view v as select 1 begin atomic; select 2;",
                        List.of("create view v as select 1 begin atomic", "select 2")),
                Arguments.of(
                        "create function f() returns int begin atomic select 1; end; select 2;",
                        List.of("create function f() returns int begin atomic select 1; end", "select 2")),
                Arguments.of("select array[1;2];", List.of("select array[1", "2]")),
                Arguments.of("select '{'; select '}'", List.of("select '{'", "select '}'")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void splitsAtDelimiters(String script, List<String> expected) {
        assertThat(Scripts.postgres(script).sql()).isEqualTo(expected);
    }

    @Test
    void readsALongListInParenthesesBeforeTheKeywordsThatCount() {
        String columns = "column_%d, ".repeat(400) + "last";
        String copy = "copy public.wide (" + columns + ") from stdin with (format csv)";

        assertThat(Scripts.postgres(copy + ";\n1,2\n\\.\nselect 1;").sql()).containsExactly(copy, "select 1");
    }

    @Test
    void readsAStatementThatIsLongerThanTheWindow() {
        String statement = "insert into t values ('" + "é;".repeat(3 * ScriptText.WINDOW_SIZE) + "')";

        assertThat(Scripts.postgres("select 1;" + statement + ";select 2").sql())
                .containsExactly("select 1", statement, "select 2");
    }
}
