package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HsqldbLockTests extends LockContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Test
    void theLeaseOfADeadRunIsTakenOverWhenItEnds() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V2__two.sql", "insert into thing values (2);");
        database.execute("update \"migratedb_state_lock\" set \"owner\" = 'process 1 on dead host',"
                + " \"heartbeat_at\" = current_timestamp");

        assertThat(engine().lockLeaseDuration(Duration.ofSeconds(1))
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isOne();
        assertThat(database.strings("select \"fencing\" from \"migratedb_state_lock\""))
                .containsExactly("2");
    }
}
