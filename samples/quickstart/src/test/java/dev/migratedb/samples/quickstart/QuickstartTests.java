package dev.migratedb.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
// closes the server before its directory is deleted
@DirtiesContext
class QuickstartTests {

    @TempDir
    static Path directory;

    @Autowired
    private MigrateDb migrateDb;

    @Autowired
    private JdbcClient jdbcClient;

    @Autowired
    private MockMvcTester mvc;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("quickstart.data-directory", directory::toString);
    }

    @Test
    void appliesFilesAndBeansInTheOrderOfTheirVersionsAndRepeatablesLast() {
        assertThat(migrateDb.info().all())
                .extracting(MigrationInfo::type, MigrationInfo::description)
                .containsExactly(
                        tuple("SQL", "Create lighthouses"),
                        tuple("SQL", "Create keepers and watches"),
                        tuple("SQL", "Light the coast"),
                        tuple("SQL", "Make room for light patterns"),
                        tuple("JDBC", "Decode light characters"),
                        tuple("SQL", "Require light patterns"),
                        tuple("SQL", "Coast overview"));
        assertThat(migrateDb.info().all()).extracting(MigrationInfo::state).containsOnly(MigrationState.SUCCESS);
    }

    @Test
    void runsTheJavaMigrationWithItsInjectedDecoder() {
        assertThat(pattern("Gannet Rock")).containsExactly(500, 1500, 500, 1500, 500, 10500);
        assertThat(pattern("Skarvøy")).containsExactly(2000, 2000);
        assertThat(jdbcClient
                        .sql("SELECT count(*) FROM lighthouse")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void runsSqlAndJavaCallbacks() {
        assertThat(jdbcClient
                        .sql("SELECT sum(ships) FROM season")
                        .query(Integer.class)
                        .single())
                .isEqualTo(71);
        assertThat(jdbcClient
                        .sql("SELECT entry FROM logbook")
                        .query(String.class)
                        .list())
                .containsExactly("Started. 7 migrations applied, now at version 6.");
    }

    @Test
    void replacesPlaceholders() {
        assertThat(jdbcClient
                        .sql("SELECT obj_description('lighthouse'::regclass)")
                        .query(String.class)
                        .single())
                .isEqualTo("The lighthouses of the Saltmarsh Coast");
    }

    @Test
    void showsDataAndMigrationsOnItsPage() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Lighthouses of the <span>Saltmarsh Coast</span>")
                .contains("<h2>Widow&#39;s Ledge</h2>")
                .contains("@keyframes light-3 { 0.000% { opacity: 1; } 50.000% { opacity: 0; } }")
                .contains("Decode light characters")
                .contains("7 migrations applied, now at version 6.")
                .contains("PostgreSQL 17");
    }

    private Integer[] pattern(String lighthouse) {
        return jdbcClient
                .sql("SELECT light_pattern_ms FROM lighthouse WHERE name = :name")
                .param("name", lighthouse)
                .query((row, number) -> (Integer[]) row.getArray(1).getArray())
                .single();
    }
}
