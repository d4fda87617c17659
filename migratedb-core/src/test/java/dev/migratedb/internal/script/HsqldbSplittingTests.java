package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HsqldbSplittingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';', ''';', '\\' from t",
                "select \";\", \"a\"\";\" from t",
                "select U&'\\0041;' from t",
                "select 1 -- ;\n from t",
                "select 1 /* ; /* ; */ from t",
                "create table a$b (c int)",
                "create procedure p() modifies sql data insert into t values (1)",
                "create procedure p() modifies sql data begin atomic insert into t values (1); insert into t values (2); end",
                "create procedure p() begin atomic if a = 1 then set b = 1; elseif a = 2 then set b = 2; else set b = 3; end if; end",
                "create function f(x int) returns int reads sql data if x > 1 then return 1; else return 2; end if",
                "create function f() returns table(a int) reads sql data begin atomic return table(select a from t); end",
                "create function f() returns int language java deterministic no sql external name 'CLASSPATH:a.b'",
                "create procedure p() begin atomic l: loop set x = x + 1; if x > 3 then leave l; end if; end loop l; end",
                "create procedure p() begin atomic while x > 0 do set x = x - 1; end while; end",
                "create procedure p() begin atomic repeat set x = x + 1; until x > 2 end repeat; end",
                "create procedure p() begin atomic for select a from t do set x = a; end for; end",
                "create procedure p() begin atomic case x when 1 then set x = 2; else set x = 3; end case; end",
                "create procedure p() begin atomic set x = case when a then 1 else 2 end; end",
                "create procedure p() begin atomic declare exit handler for sqlexception begin atomic set x = 1; end; set x = 2; end",
                "create trigger t after insert on a referencing new row as n for each row insert into b values (n.x)",
                "create trigger t after insert on a referencing new row as n for each row when (n.x > 1) begin atomic insert"
                        + " into b values (n.x); end",
                "create trigger t before update of x on a for each row begin atomic set x = 1; end",
                "alter specific routine p_1 begin atomic set x = 1; end",
            })
    void readsAsOneStatement(String statement) {
        assertThat(Scripts.hsqldb("call 0;" + statement + ";call 9;").sql())
                .containsExactly("call 0", statement, "call 9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "call ^'a\\''; call 1                # The string that begins here",
                "call ^\"a; call 1                   # The quoted identifier that begins here",
                "call ^/* a; call 1                  # The comment that begins here",
                "call ^(1; call 2                    # The parenthesis that opens here",
                "call 1^); call 2                    # This parenthesis closes none",
                "create procedure p() ^begin atomic if a then set b = 1; end; call 2; # The block BEGIN that opens here",
                "create trigger t after insert on a for each row ^begin atomic call 1; # The block BEGIN that opens here",
            })
    void failsAtThePlaceWhereItBegan(String marked, String message) {
        Scripts.assertRefused(SqlSyntax.HSQLDB, marked, message.trim());
    }

    @ParameterizedTest
    @CsvSource({
        "create table t (a int), ORDINARY, false",
        "start transaction, CONTROLS, false",
        "commit, CONTROLS, false",
        "rollback work, CONTROLS, false",
        "rollback to savepoint a, ORDINARY, false",
        "set autocommit false, CONTROLS, true",
        "set transaction isolation level serializable, ORDINARY, false",
        "set role none, NEUTRAL, true",
        "set session authorization 'SA', NEUTRAL, true",
        "set session characteristics as transaction read only, NEUTRAL, true",
        "set schema s, NEUTRAL, true",
        "set database collation english, ORDINARY, false",
        "set files log true, ORDINARY, false",
        "checkpoint, ORDINARY, false",
    })
    void knowsWhatAStatementMeansForTransactionAndSession(String statement, TransactionRule rule, boolean session) {
        assertThat(Scripts.hsqldb(statement).only().rule()).isEqualTo(rule);
        assertThat(Scripts.hsqldb(statement).only().changesSession()).isEqualTo(session);
    }
}
