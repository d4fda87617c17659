package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.people.MixedConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A configuration that a test imports is not told of any more, and its migrations are run. */
@JdbcTest
@Import(MixedConfiguration.class)
@ExtendWith(OutputCaptureExtension.class)
class ImportedConfigurationSliceTests extends SliceContractTests {

    @Test
    void hasWhatTheMigrationsOfTheConfigurationHaveMade(@Autowired JdbcClient jdbcClient, CapturedOutput output) {
        assertThat(jdbcClient
                        .sql("select count(*) from mixed")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(output).doesNotContain(MixedConfiguration.class.getName());
    }
}
