package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.people.MixedConfiguration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrations that configurations define are in a slice, too, as far as nothing else comes with them. */
@JdbcTest(properties = "this.context=has a log of its own")
@ExtendWith(OutputCaptureExtension.class)
class ConfigurationsInSlicesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MigrateDb migrateDb;

    @Test
    void haveWhatAConfigurationOfMigrationsAndCallbacksDefines(@Autowired JdbcClient jdbcClient) {
        assertThat(migrateDb.info().all())
                .filteredOn(row -> row.state() == MigrationState.SUCCESS)
                .extracting(MigrationInfo::version)
                .extracting(String::valueOf)
                .containsExactly("1", "2", "3");
        assertThat(jdbcClient.sql("select text from list").query(String.class).list())
                .containsExactly("called");
    }

    @Test
    void leaveOutWhatIsMarkedAndNeedsWhatIsNotThere(CapturedOutput output) {
        assertThat(output).containsOnlyOnce("The migration 'fillList' is left out of this test");
    }

    @Test
    void tellOfAConfigurationThatDefinesOtherBeansToo(CapturedOutput output) {
        assertThat(context.containsBean("mixedMigration")).isFalse();
        assertThat(output)
                .containsOnlyOnce("are left out of this test")
                .containsOnlyOnce("add @Import(MixedConfiguration.class) to the test")
                .contains(MixedConfiguration.class.getName());
    }

    @Test
    void haveNothingOfOtherTests() {
        assertThat(context.containsBean("ofAnotherTest")).isFalse();
    }
}
