package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OracleSplittingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';', ''';', 'a\\' from dual",
                "select \";\" from dual",
                "select q'[a';]', q'{';}', q'(';)', q'<';>', q'!';!', Q'|';|', q''';'' from dual",
                "select nq'[';]', NQ'x';x', N';' from dual",
                "select q'[]]', nq'!;'!', q'[']' from dual",
                "select aq from dual",
                "select 1 -- ;\n from dual",
                "select 1 /* ; /* ; */ from dual",
                "select 1/2 from dual",
                "select 1\n/ 2 from dual",
                "select a$b, a#b from v$session",
                "create view v as select 1 from dual",
                "create table t (type int, function int)",
                "create synonym type for function",
            })
    void readsAsOneStatement(String statement) {
        assertThat(Scripts.oracle("select 0;" + statement + ";select 9;").sql())
                .containsExactly("select 0", statement, "select 9");
        assertThat(Scripts.oracle("select 0\n/\n" + statement + "\n / \nselect 9")
                        .sql())
                .containsExactly("select 0", statement, "select 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin null; end;",
                "BEGIN execute immediate 'drop table t'; END;",
                "declare x int; begin x := 1 / 2; end;",
                "declare procedure p is begin null; end; begin p; end;",
                "begin if a then b; end if; for i in 1 .. 2 loop c; end loop; case x when 1 then d; end case; end;",
                "begin begin null; end; declare x int; begin null; end; end;",
                "begin select case when 1 = 1 then 2 end into x from dual; insert into t values (1); commit; end;",
                "create procedure p is begin null; end;",
                "create or replace procedure p as x int; begin null; end p;",
                "create or replace editionable function f return int is begin return 1; end;",
                "create function f return int is function g return int is begin return 1; end; begin return g; end;",
                "create function f return int is procedure g; procedure g is begin null; end; begin return 1; end;",
                "create function if not exists f return int is begin return 1; end;",
                "create function f return int as language java name 'a.b() return int';",
                "create or replace package p as x int; procedure q; end;",
                "create or replace package body p as procedure q is begin null; end; begin null; end p;",
                "create type t as object (a int, member function f return int);",
                "create or replace type body t as member function f return int is begin return 1; end; end;",
                "create or replace trigger t before insert on a for each row begin :new.x := 1; end;",
                "create trigger t before insert or update of x on a for each row when (new.x > 1) declare y int; begin null; end;",
                "create trigger t for insert on a compound trigger x int; before statement is begin null; end before statement;"
                        + " after each row is begin null; end after each row; end t;",
                "create trigger t after create on schema begin null; end;",
                "create library l as '/x';",
                "create view v as with function f return int is begin return 1; end; select f from dual",
                "with function f return int is begin return 1; end; select f from dual",
                "create procedure p is begin $if x $then null; $else a; $end null; end;",
                "create or replace and compile java source named \"A\" as class A { char c = '\"'; /* it's; ( */ }",
                "create procedure p wrapped\na000000\n'x(\nend",
            })
    void readsAUnitUpToASlash(String unit) {
        assertThat(Scripts.oracle("select 0;" + unit + "\n/\nselect 9;").sql())
                .containsExactly("select 0", unit, "select 9");
        assertThat(Scripts.oracle(unit + "\n/\n" + unit + "\n  /").sql()).containsExactly(unit, unit);
    }

    @Test
    void takesASlashBehindASemicolonForNothing() {
        assertThat(Scripts.oracle("create table t (a int);\n/\ninsert into t values (1);\n/\n")
                        .pieces())
                .extracting(Scripts.Piece::sql, piece -> piece.position().line())
                .containsExactly(tuple("create table t (a int)", 1), tuple("insert into t values (1)", 3));
    }

    @Test
    void doesWithoutTheSlashOfAUnitThatEndsTheScript() {
        assertThat(Scripts.oracle("select 0;\ncreate procedure p is begin null; end;\n-- done\n")
                        .sql())
                .containsExactly("select 0", "create procedure p is begin null; end;\n-- done");
        assertThat(Scripts.oracle("begin null; end;").sql()).containsExactly("begin null; end;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "~select ^'a\n/\nselect 1~                                  # The string that begins here",
                "~select ^q'[a'\n/\nselect 1~                               # The string that begins here",
                "~select ^nq'[a]\n/\nselect 1~                              # The string that begins here",
                "~select ^/* a\n/\nselect 1~                                # The comment that begins here",
                "~select ^(1\n/\nselect 2)~                                 # The parenthesis that opens here",
                "~begin ^(1; end;\n/\n~                                     # The parenthesis that opens here",
                "~^begin null; end;\nselect 1;~                             # The PL/SQL unit that begins here",
                "~^begin null; end;\nbegin null; end;\n/\n~                 # The PL/SQL unit that begins here",
                "~^create procedure p is begin null; end;\ninsert into t values (1);~ # The PL/SQL unit that begins here",
                "~^create procedure p is begin null; end;\ncreate table t (a int);\n/~ # The PL/SQL unit that begins here",
                "~^create package p as procedure q; end;\ncreate package body p as end;\n/~ # The PL/SQL unit that begins here",
                "~^create type t as object (a int);\ngrant execute on t to x;~ # The PL/SQL unit that begins here",
                "~^begin null;~                                             # The PL/SQL unit that begins here",
                "~select 1;\n-- a\n ^begin null; end~                       # The PL/SQL unit that begins here",
                "~^create java source named a as class A {};~               # The PL/SQL unit that begins here",
                "~^create procedure p wrapped\na000000\n~                   # The PL/SQL unit that begins here",
                "~select 1;\n^@other.sql~                                   # SQL*Plus meta-command @other.sql is not SQL",
                "~^prompt it's~                                             # SQL*Plus meta-command prompt is not SQL",
            })
    void failsAtThePlaceWhereItBegan(String marked, String message) {
        Scripts.assertRefused(SqlSyntax.ORACLE, marked, message);
    }

    @ParameterizedTest
    @CsvSource({
        "create table t (a int), ORDINARY, false",
        "commit, CONTROLS, false",
        "rollback, CONTROLS, false",
        "rollback work to savepoint a, ORDINARY, false",
        "savepoint a, ORDINARY, false",
        "alter session set current_schema = a, NEUTRAL, true",
        "set role a, NEUTRAL, true",
        "set transaction read only, ORDINARY, false",
    })
    void knowsWhatAStatementMeansForTransactionAndSession(String statement, TransactionRule rule, boolean session) {
        assertThat(Scripts.oracle(statement).only().rule()).isEqualTo(rule);
        assertThat(Scripts.oracle(statement).only().changesSession()).isEqualTo(session);
    }
}
