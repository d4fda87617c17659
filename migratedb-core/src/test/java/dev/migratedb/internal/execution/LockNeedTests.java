package dev.migratedb.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptChecker;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlSyntax;
import dev.migratedb.internal.script.StatementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockNeedTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table t add column a int",
                "/* index concurrently */ create index i on t (a)",
                "create unique index concurrently_built on t (a)",
                "drop table t",
                "truncate t",
                "lock table t",
                "reindex table t",
                "reindex (concurrently false) table t",
                "vacuum full t",
                "cluster t",
                "alter table t detach partition p",
                "create trigger x after insert on t execute function f()",
                "comment on table t is 'concurrently'",
                "do $$ begin alter table t add column a int; end $$",
                "call p()",
                "refresh materialized view v",
                "grant select on t to u",
            })
    void oneOfATable(String statement) throws IOException {
        assertThat(of(SqlSyntax.POSTGRESQL, statement)).isEqualTo(LockNeed.TABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently i on t (a)",
                "create unique index Concurrently if not exists i on t (a)",
                "drop index concurrently i",
                "reindex index concurrently i",
                "reindex (concurrently) table t",
                "alter table t detach partition p concurrently",
                "select * from t for update",
                "-- x\n insert into t values (1)",
                "update t set a = 1",
                "delete from t",
                "merge into t using u on true when matched then delete",
                "with x as (select 1) update t set a = 1",
                "(select 1)",
                "table t",
                "values (1)",
                "copy t to stdout",
                "explain analyze update t set a = 1",
            })
    void oneOfRows(String statement) throws IOException {
        assertThat(of(SqlSyntax.POSTGRESQL, statement)).isEqualTo(LockNeed.ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path = a",
                "set local lock_timeout = 0",
                "reset all",
                "show lock_timeout",
                "begin",
                "commit",
                "savepoint a",
                "release savepoint a",
                "rollback to savepoint a",
            })
    void none(String statement) throws IOException {
        assertThat(of(SqlSyntax.POSTGRESQL, statement)).isEqualTo(LockNeed.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "LOCK TABLES t WRITE, TABLE",
        "UNLOCK TABLES, NOTHING",
        "REPLACE INTO t VALUES (1), ROWS",
        "LOAD DATA INFILE 'x' INTO TABLE t, ROWS",
        "RENAME TABLE t TO u, TABLE",
        "OPTIMIZE TABLE t, TABLE",
        "USE d, NOTHING",
        "SET NAMES utf8, NOTHING",
    })
    void onMysql(String statement, LockNeed need) throws IOException {
        assertThat(of(SqlSyntax.MYSQL, statement)).isEqualTo(need);
    }

    private static LockNeed of(SqlSyntax syntax, String sql) throws IOException {
        byte[] content = sql.getBytes(StandardCharsets.UTF_8);
        ScriptFile file = new ScriptFile(
                "V1__a.sql",
                "V1__a.sql",
                StandardCharsets.UTF_8,
                ScriptOptions.NONE,
                content.length,
                LineChecksum.of(new ByteArrayInputStream(content), StandardCharsets.UTF_8),
                () -> new ByteArrayInputStream(content));
        Placeholders none = new Placeholders(PlaceholderSettings.DEFAULT, name -> null);
        try (StatementReader reader =
                new ScriptChecker(syntax, none).check(file).open()) {
            SqlStatement statement = reader.next();
            return LockNeed.of(Objects.requireNonNull(statement));
        }
    }
}
