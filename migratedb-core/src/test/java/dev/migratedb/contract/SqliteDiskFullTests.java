package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** SQLite can be told to treat a file as if the disk had no more room than that. */
class SqliteDiskFullTests extends ContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Test
    void aFullDiskTakesTheMigrationBackAndTheNextRunEndsWellWithMoreRoom() {
        script("V1__one.sql", "create table thing (id int, content text);");
        script("V2__much.sql", """
                insert into thing values (1, 'little');
                insert into thing with recursive n(i) as (select 2 union all select i + 1 from n where i < 5000)
                  select i, hex(randomblob(500)) from n;
                """);

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() ->
                        engine().initSqls("pragma max_page_count = 100").load().migrate())
                .withMessageContainingAll("V2__much.sql:2:1", "full", "rolled back", "version 1 - one, stays")
                .satisfies(ex -> assertThat(ex.rolledBack()).isTrue());
        assertThat(history()).hasSize(1);
        assertThat(count("thing")).isZero();

        assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(1);
        assertThat(count("thing")).isEqualTo(5000);
    }
}
