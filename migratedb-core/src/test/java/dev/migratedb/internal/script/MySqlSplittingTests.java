package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MySQL and MariaDB. */
class MySqlSplittingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';', ''';', '\\';', '\\\\'",
                "select \";\", \"\"\";\", \"\\\";\"",
                "select `;`, `a``;`, `\\`",
                "select 5--1",
                "select 5--1 as `a;`",
                "select 1 -- ;\n + 1",
                "select 1 --\t;\n + 1",
                "select 1 --\n + 1",
                "select 1 # ;\n + 1",
                "select 1# '\n + 1",
                "select 1 /* ; /* ; */ + 1",
                "select 1 /* /* */",
                "select /*+ MAX_EXECUTION_TIME(1) */ 1",
                "/*!40101 SET NAMES utf8 */",
                "/*! select ';' */",
                "/*! create table t (a int); */",
                "/*M! select 1 */",
                "/*M!100100 select ';', \"*/\" */",
                "/*!50003 select 1 /* a */ + 1 */",
                "select 1 /*! + 1 */ + 2",
                "create table t (a int) /*!50100 partition by key (a) */",
                "insert into t values (\\N)",
                "select @a := 1, @@sql_mode, a$b, $$",
                "create procedure p() select 1",
                "create procedure p(a int) begin select 1; end",
                "CREATE OR REPLACE PROCEDURE p() BEGIN select 1; select 2; END",
                "create definer=`a;`@`%` procedure p() begin select 1; end",
                "create or replace definer = 'a'@'b' procedure if not exists p() begin select 1; end",
                "create definer = current_user() function f() returns int begin return 1; end",
                "create aggregate function f(x int) returns int begin loop fetch group next row; end loop; end",
                "create function f() returns varchar(9) character set utf8 deterministic return if(1, 2, 3)",
                "create function f() returns set('a', 'b') begin return 'a'; end",
                "create procedure p() begin if a then select 1; elseif b then select 2; else select 3; end if; end",
                "create procedure p() begin if a then select 1; else if b then select 2; end if; end if; end",
                "create procedure p() if (a = 1) then select 1; end if",
                "create procedure p() begin select if(a, b, c), repeat('x', 3) from t for update; end",
                "create procedure p() begin drop table if exists t; create table if not exists t (a int); end",
                "create procedure p() begin case a when 1 then select 1; else select 2; end case; end",
                "create procedure p() begin select case when a then if(b, c, d) else 2 end; end",
                "create procedure p() begin set x = case a when 1 then 2 end; end",
                "create procedure p() begin l: while a do select 1; end while l; end",
                "create procedure p() l: begin k: loop leave k; end loop k; end l",
                "create procedure p() `l`: begin select 1; end",
                "create procedure p() begin repeat set a = 1; until a > case when b then 1 end end repeat; end",
                "create procedure p() begin for i in 1..3 do select i; end for; end",
                "create procedure p() for i in (select 1) do select i; end for",
                "create procedure p() begin declare exit handler for sqlexception begin rollback; end; select 1; end",
                "create procedure p() begin declare c cursor for select 1; open c; close c; end",
                "create procedure p() begin declare x int default if(1, 2, 3); do sleep(1); end",
                "create trigger t before insert on a for each row begin set new.b = 1; end",
                "create trigger if not exists t before insert on a for each row follows u begin set new.b = 1; end",
                "create trigger t before insert on a for each row set new.b = if(new.a, 1, 2)",
                "create trigger t before update on a for each row if new.a then set new.b = 1; end if",
                "create event if not exists e on schedule every 1 hour do begin select 1; end",
                "create event e on schedule every 1 hour do update t set a = if(a, 1, 2)",
                "create procedure p() begin start transaction; commit; begin not atomic select 1; end; end",
                "begin not atomic declare x int; select 1; end",
                "BEGIN NOT ATOMIC if a then select 1; end if; END",
                "if @a then select 1; end if",
                "while @a do select 1; end while",
                "create package p function f() returns int; procedure q(); end",
                "create or replace package body p function f() returns int begin return 1; end; procedure q() begin"
                        + " select 1; end; end",
                "create procedure p as x int; begin select 1; end",
                "create procedure p as begin select 1; end",
            })
    void readsAsOneStatement(String statement) {
        assertThat(Scripts.mySql("select 0;" + statement + ";select 9;").sql())
                .containsExactly("select 0", statement, "select 9");
    }

    @Test
    void endsABeginThatIsATransaction() {
        assertThat(Scripts.mySql("begin; select 1; begin work; commit; end").sql())
                .containsExactly("begin", "select 1", "begin work", "commit", "end");
    }

    @Test
    void takesADoubleMinusWithoutBlankForArithmetic() {
        assertThat(Scripts.mySql("select 1--2; select 3").sql()).containsExactly("select 1--2", "select 3");
    }

    @Test
    void takesADelimiterUntilTheNextOne() {
        String script = """
                -- before
                DELIMITER //
                create procedure p() begin select 1; end //
                create trigger t before insert on a for each row set new.b = ';'//
                delimiter ;
                select 1; select 2;
                  Delimiter ;;
                create procedure q() begin select 3; end;;
                DELIMITER $$ -- the next one
                create procedure r() begin select 4; END$$
                select a$b $$
                DELIMITER go
                select category, 'go' from go_1
                go
                DELIMITER §
                select 5; §
                DELIMITER ';'
                select 6;
                """;

        assertThat(Scripts.mySql(script).pieces())
                .extracting(Scripts.Piece::sql, piece -> piece.position().line())
                .containsExactly(
                        tuple("create procedure p() begin select 1; end", 3),
                        tuple("create trigger t before insert on a for each row set new.b = ';'", 4),
                        tuple("select 1", 6),
                        tuple("select 2", 6),
                        tuple("create procedure q() begin select 3; end", 8),
                        tuple("create procedure r() begin select 4; END", 10),
                        tuple("select a$b", 11),
                        tuple("select category, 'go' from go_1", 13),
                        tuple("select 5;", 16),
                        tuple("select 6", 18));
    }

    @Test
    void endsAnOpenStatementAtADelimiterLine() {
        assertThat(Scripts.mySql("select 1\ndelimiter //\nselect 2; //").sql())
                .containsExactly("select 1", "select 2;");
    }

    @Test
    void takesAColumnForNoDelimiterLine() {
        List<String> statements =
                List.of("create table t (\ndelimiter text)", "select\ndelimiter from t", "select 1, delimiter");

        assertThat(Scripts.mySql(String.join(";", statements)).sql()).isEqualTo(statements);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "select ^'a\\'; select 1             # The string that begins here",
                "select ^\"a; select 1               # The string that begins here",
                "select ^`a\\`` ; select 1           # The quoted identifier that begins here",
                "select ^/* a /* b; select 1         # The comment that begins here",
                "^/*!40101 select 1;                 # The comment that begins here",
                "select ^/*M! 1;                     # The comment that begins here",
                "select ^(1; select 2                # The parenthesis that opens here",
                "create procedure p() ^begin if a then select 1; end; select 2; # The block BEGIN that opens here",
                "create procedure p() ^if a then select 1; select 2;  # The block IF that opens here",
                "^begin not atomic select 1;         # The block BEGIN that opens here",
                "create ^package body p procedure q() begin end; # The block PACKAGE that opens here",
                "^delimiter                          # DELIMITER does not say which one",
                "delimiter // ^select 1              # DELIMITER takes one word",
                "delimiter ^\\\\                     # A delimiter cannot have a backslash",
                "select 1 ^\\G                       # mysql meta-command \\G is not SQL",
            })
    void failsAtThePlaceWhereItBegan(String marked, String message) {
        Scripts.assertRefused(SqlSyntax.MYSQL, marked, message.trim());
    }

    @ParameterizedTest
    @CsvSource({
        "create table t (a int), ORDINARY, false",
        "begin not atomic select 1; end, ORDINARY, false",
        "begin, CONTROLS, false",
        "start transaction, CONTROLS, false",
        "commit, CONTROLS, false",
        "rollback, CONTROLS, false",
        "rollback to savepoint a, ORDINARY, false",
        "set autocommit = 0, CONTROLS, true",
        "set @@session.autocommit = 0, CONTROLS, true",
        "set names utf8, NEUTRAL, true",
        "/*!40101 set names utf8 */, NEUTRAL, true",
        "set @a = 1, NEUTRAL, true",
        "set global a = 1, NEUTRAL, false",
        "set transaction read only, ORDINARY, false",
        "set session transaction read only, NEUTRAL, true",
        "set session sql_log_bin = 0, NEUTRAL, true",
        "set password for a = 'b', ORDINARY, false",
        "xa start 'a', CONTROLS, false",
        "xa commit 'a', CONTROLS, false",
        "use d, NEUTRAL, true",
        "lock tables t write, NEUTRAL, true",
    })
    void knowsWhatAStatementMeansForTransactionAndSession(String statement, TransactionRule rule, boolean session) {
        assertThat(Scripts.mySql(statement).only().rule()).isEqualTo(rule);
        assertThat(Scripts.mySql(statement).only().changesSession()).isEqualTo(session);
    }
}
