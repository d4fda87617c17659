package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.ImportRuntimeHints;

class MigrateDbRuntimeHintsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/migration/V1__Create_person.sql",
                "db/migration/h2/V2__Add_name.sql",
                "db/callback/afterMigrate.sql"
            })
    void keepsTheFilesOfTheDefaultLocations(String file) {
        RuntimeHints hints = new RuntimeHints();
        new MigrateDbRuntimeHints().registerHints(hints, getClass().getClassLoader());
        assertThat(RuntimeHintsPredicates.resource().forResource(file)).accepts(hints);
    }

    @Test
    void isThereWhereTheEngineIs() {
        assertThat(MigrateDbAutoConfiguration.MigrationConfiguration.class
                        .getAnnotation(ImportRuntimeHints.class)
                        .value())
                .containsExactly(MigrateDbRuntimeHints.class);
    }
}
