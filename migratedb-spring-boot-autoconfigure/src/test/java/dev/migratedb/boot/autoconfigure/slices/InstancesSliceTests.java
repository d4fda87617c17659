package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.MigrateDbInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;

/** Instances are migrated in a slice, too: with the database of the slice, and with one of their own. */
@JdbcTest(
        properties = {
            "migratedb.instances.main.primary=true",
            "migratedb.instances.archive.url=jdbc:h2:mem:archive-of-slice;DB_CLOSE_DELAY=-1"
        })
class InstancesSliceTests extends SliceContractTests {

    @Test
    void hasTheOtherDatabase(@Autowired @MigrateDbInstance("archive") MigrateDb archive) {
        assertThat(archive.info().current()).isNotNull();
        assertThat(archive.info().pending()).isEmpty();
    }
}
