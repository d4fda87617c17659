package dev.migratedb.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dialects make of texts: names, and the messages of their databases. */
class DialectTextTests {

    @Test
    void aBackslashIsNoEscapeInATextOfMysql() {
        assertThat(new MysqlDialect().literal("it's")).isEqualTo("'it''s'");
        assertThat(new MysqlDialect().literal("a\\'b")).isEqualTo("CONVERT(0x615c2762 USING utf8mb4)");
    }

    /** What the clients of the databases would take for the end of a statement must not stand in it. */
    @Test
    void aStatementWithDelimitersInItIsKeptTogetherInAScript() {
        assertThat(new MysqlDialect().inScript("select 1")).isEqualTo("select 1;\n");
        assertThat(new MysqlDialect().inScript("select 1 # one")).isEqualTo("select 1 # one\n;\n");
        assertThat(new MysqlDialect().inScript("begin select ';//'; end"))
                .isEqualTo("DELIMITER ///\nbegin select ';//'; end\n///\nDELIMITER ;\n");
        assertThat(new HsqldbDialect().inScript("call p()")).isEqualTo("call p();\n");
        assertThat(new HsqldbDialect().inScript("begin atomic call p(); end"))
                .isEqualTo("\\.\nbegin atomic call p(); end\n.;\n");
    }

    @Test
    void mysqlQuotesNamesByBackticks() {
        assertThat(new MysqlDialect().quote(new TableName("shop", "odd`name"))).isEqualTo("`shop`.`odd``name`");
    }

    @Test
    void thePlaceOfASyntaxErrorInMysqlIsWhereTheQuotedTextBeginsInItsLine() {
        String sql = "select x,\n  x from thing whre x = 1";
        SQLException failure = new SQLException("… to use near 'x = 1' at line 2", "42000", 1064);

        assertThat(new MysqlDialect().errorOffset(failure, sql)).isEqualTo(sql.indexOf("x = 1"));
        assertThat(new MysqlDialect().errorOffset(new SQLException("… near '' at line 2"), sql))
                .isEqualTo(-1);
    }

    @Test
    void thePlaceOfASyntaxErrorInSqliteIsKnownWhereTheWordStandsOnce() {
        SQLException failure = new SQLException("(near \"whre\": syntax error)");

        assertThat(new SqliteDialect().errorOffset(failure, "select 1 from a whre b"))
                .isEqualTo(16);
        assertThat(new SqliteDialect().errorOffset(failure, "select whre from a whre b"))
                .isEqualTo(-1);
        assertThat(new SqliteDialect().errorOffset(new SQLException("(no such table: a)"), "a"))
                .isEqualTo(-1);
    }

    /** One number stands for all that is not found. */
    @ParameterizedTest
    @CsvSource({
        "user lacks privilege or object not found: migratedb_state, true, false",
        "user lacks privilege or object not found: PUBLIC.migratedb_state, true, false",
        "user lacks privilege or object not found: migratedb_state in statement [SELECT 1], true, false",
        "user lacks privilege or object not found: H.installed_rank in statement [SELECT migratedb_state], false, true",
        "user lacks privilege or object not found: OTHER in statement [SELECT : migratedb_state], false, false"
    })
    void hsqldbTellsTablesAndColumnsApartByNameOnly(String message, boolean table, boolean column) {
        SQLException failure = new SQLException(message, "42501", -5501);

        assertThat(new HsqldbDialect().isMissingTable(failure, "migratedb_state"))
                .isEqualTo(table);
        assertThat(new HsqldbDialect().isMissingColumn(failure)).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({
        "(no such table: migratedb_state), true",
        "(no such table: main.migratedb_state), true",
        "(no such table: people), false",
        "(unknown database shop), true",
        "(no such column: migratedb_state), false"
    })
    void sqliteTellsOnlyByItsMessageThatTheTableIsMissing(String message, boolean missing) {
        assertThat(new SqliteDialect().isMissingTable(new SQLException(message), "migratedb_state"))
                .isEqualTo(missing);
    }

    @Test
    void flywaysLockOnSqlServerHasTheNameThatFlywayGivesIt() {
        SqlServerAppLock lock = SqlServerAppLock.ofFlyway(new SqlServerDialect());

        assertThat(lock.lockName("master", new TableName("dbo", "flyway_schema_history")))
                .isEqualTo("Flyway--1196356246");
    }

    @Test
    void sqlServerKeepsTextsInUnicodeAndHasBitsForTruths() {
        SqlServerDialect dialect = new SqlServerDialect();

        assertThat(dialect.literal("it's")).isEqualTo("N'it''s'");
        assertThat(dialect.literal(true)).isEqualTo("1");
        assertThat(dialect.quote(new TableName("dbo", "odd]name"))).isEqualTo("[dbo].[odd]]name]");
        assertThat(dialect.createSchema("it's"))
                .isEqualTo("IF SCHEMA_ID(N'it''s') IS NULL EXEC(N'CREATE SCHEMA [it''s]')");
    }

    @Test
    void onOracleAHistoryWithRowsAppearsWithItsIndexAtOnceUnderItsName() {
        List<String> statements =
                new OracleDialect().createHistoryTable(new TableName("S", "h"), "t", List.of("1", "2"));

        assertThat(statements.get(0)).contains("'DROP TABLE \"S\".\"h_begun\" PURGE'", "SQLCODE <> -942");
        assertThat(statements.get(1))
                .startsWith("CREATE TABLE \"S\".\"h_begun\" (")
                .endsWith(") TABLESPACE \"t\"");
        assertThat(statements.get(2))
                .startsWith("INSERT INTO \"S\".\"h_begun\"")
                .endsWith(") SELECT 1 FROM DUAL");
        assertThat(statements.get(4)).startsWith("CREATE INDEX \"S\".\"h_s_idx\" ON \"S\".\"h_begun\" (");
        assertThat(statements.get(5)).isEqualTo("ALTER TABLE \"S\".\"h_begun\" RENAME TO \"h\"");
        assertThat(statements).hasSize(6);
    }

    @Test
    void eachClientGetsTheEndOfAStatementThatItKnows() {
        assertThat(new OracleDialect().inScript("begin null; end;")).isEqualTo("begin null; end;\n/\n");
        assertThat(new OracleDialect().inScript("select 1 from dual")).isEqualTo("select 1 from dual;\n");
        assertThat(new OracleDialect().inScript("select 1 from dual -- one"))
                .isEqualTo("select 1 from dual -- one\n;\n");
        assertThat(new SqlServerDialect().inScript("select 1")).isEqualTo("select 1\nGO\n");
    }

    @Test
    void anEmptyTextIsNullOnOracleOnly() {
        assertThat(new OracleDialect().emptyIsNull()).isTrue();
        assertThat(new SqlServerDialect().emptyIsNull()).isFalse();
    }
}
