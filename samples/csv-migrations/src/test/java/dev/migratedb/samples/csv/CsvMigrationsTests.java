package dev.migratedb.samples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.result.ValidationFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@SpringBootTest
class CsvMigrationsTests {

    @TempDir
    private Path folder;

    @Autowired
    private MigrateDb migrateDb;

    @Autowired
    private JdbcClient jdbcClient;

    @Test
    void loadsTheCountriesBetweenTheSqlMigrations() {
        assertThat(migrateDb.info().all())
                .extracting(MigrationInfo::type, MigrationInfo::script, MigrationInfo::state)
                .containsExactly(
                        tuple("SQL", "V1__Create_continents.sql", MigrationState.SUCCESS),
                        tuple("SQL", "V2__Create_countries.sql", MigrationState.SUCCESS),
                        tuple("CUSTOM", "V3__countries.csv", MigrationState.SUCCESS),
                        tuple("SQL", "V4__Index_countries.sql", MigrationState.SUCCESS));
        assertThat(jdbcClient
                        .sql("SELECT count(*) FROM countries")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void readsQuotesAndEmptyValues() {
        List<Map<String, Object>> rows = jdbcClient
                .sql("SELECT name, capital FROM countries WHERE code IN ('BO', 'NR', 'VN') ORDER BY code")
                .query()
                .listOfRows();

        assertThat(rows)
                .extracting(row -> row.get("name"), row -> row.get("capital"))
                .containsExactly(
                        tuple("Bolivia, Plurinational State of", "Sucre"),
                        tuple("Nauru", null),
                        tuple("Viet Nam", "Hà Nội"));
        assertThat(Csv.lines("\"a \"\"b\"\"\",,c\n\n1,2,3"))
                .containsExactly(List.of("a \"b\"", "", "c"), List.of("1", "2", "3"));
    }

    @Test
    void refusesAFileThatWasChangedAfterItRan() throws IOException {
        Files.writeString(folder.resolve("V1__t.sql"), "CREATE TABLE t (a int)");
        Path csv = Files.writeString(folder.resolve("V2__t.csv"), "a\n1\n");
        MigrateDb engine = engine("changed");
        engine.migrate();
        Files.writeString(csv, "a\n2\n");

        assertThatThrownBy(engine::migrate)
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("V2__t.csv")
                .hasMessageContaining("checksum");
    }

    @Test
    void namesTheRowThatHasTooFewValues() throws IOException {
        Files.writeString(folder.resolve("V1__t.sql"), "CREATE TABLE t (a int, b int)");
        Files.writeString(folder.resolve("V2__t.csv"), "a,b\n1,2\n3\n");

        assertThatThrownBy(engine("short")::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Row 3 has 1 values for 2 columns");
    }

    private MigrateDb engine(String name) {
        return MigrateDb.configure()
                .dataSource(new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1"))
                .locations("filesystem:" + folder)
                .resolvers(new CsvMigrationResolver())
                .load();
    }
}
