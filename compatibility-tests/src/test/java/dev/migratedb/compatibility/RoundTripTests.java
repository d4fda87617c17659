package dev.migratedb.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.result.ExportResult;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A team goes from Flyway to MigrateDB, back, and there again. */
class RoundTripTests {

    /** Those that this version of Flyway has a module for. */
    private enum Server {
        POSTGRESQL(PostgresTestDatabase::get, () -> true),
        H2(H2TestDatabase::inMemory, () -> true),
        SQLITE(SqliteTestDatabase::get, () -> true),
        MARIADB(MariadbTestDatabase::get, MariadbTestDatabase::isAvailable),
        MYSQL(MysqlTestDatabase::get, MysqlTestDatabase::isAvailable);

        private final Supplier<TestDatabase> server;
        private final BooleanSupplier available;

        Server(Supplier<TestDatabase> server, BooleanSupplier available) {
            this.server = server;
            this.available = available;
        }

        FreshDatabase freshDatabase() {
            assumeTrue(available.getAsBoolean(), "there is no server of " + this);
            return server.get().freshDatabase();
        }
    }

    private static final String COLUMNS =
            "\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                    + " \"installed_on\", \"execution_time\", \"success\"";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyMigrationRunsOnceWhoeverRunsIt(Server server) throws IOException {
        try (FreshDatabase database = server.freshDatabase()) {
            scripts(1, 3);
            write("R__report.sql", "create view report as select 1 as one;");
            assertThat(flyway(database).migrate().migrationsExecuted).isEqualTo(4);
            List<String> ofFlyway = rows(database, "flyway_schema_history");

            scripts(4, 6);
            assertThat(migrateDb(database).migrate().migrationsExecuted()).isEqualTo(3);
            assertThat(rows(database, "flyway_schema_history")).isEqualTo(ofFlyway);
            assertThat(rows(database, "migratedb_state"))
                    .startsWith(ofFlyway.toArray(String[]::new))
                    .hasSize(7);

            ExportResult export = migrateDb(database).exportFlywayHistory();
            assertThat(export.rows()).isEqualTo(3);
            assertThat(export.warnings()).isEmpty();
            assertThat(rows(database, "flyway_schema_history")).isEqualTo(rows(database, "migratedb_state"));
            ValidateResult clean = flyway(database).validateWithResult();
            assertThat(clean.validationSuccessful)
                    .as(String.valueOf(clean.errorDetails))
                    .isTrue();
            assertThat(clean.validateCount).isEqualTo(7);

            scripts(7, 7);
            assertThat(flyway(database).migrate().migrationsExecuted).isOne();

            assertThat(migrateDb(database).migrate().migrationsExecuted()).isZero();
            assertThat(rows(database, "migratedb_state")).isEqualTo(rows(database, "flyway_schema_history"));
            scripts(8, 8);
            assertThat(migrateDb(database).migrate().migrationsExecuted()).isOne();
            assertThat(migrateDb(database).exportFlywayHistory().rows()).isOne();
            assertThat(flyway(database).migrate().migrationsExecuted).isZero();
            assertThat(migrateDb(database).validate().problems()).isEmpty();
            assertThat(migrateDb(database).info().all())
                    .extracting(info -> info.state())
                    .containsOnly(MigrationState.SUCCESS);
            assertThat(database.strings("select run from runs order by run"))
                    .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasUndoneIsPendingForFlyway(Server server) throws IOException {
        try (FreshDatabase database = server.freshDatabase()) {
            scripts(1, 2);
            write("U2__undo.sql", "delete from runs where run = 2;");
            migrateDb(database).migrate();
            // the moment of a run is what tells it from a later one, and some databases know it to the second only
            database.execute("update \"migratedb_state\" set \"installed_on\" = '2024-03-01 10:11:12.0'");
            migrateDb(database).undo();

            ExportResult export = migrateDb(database).exportFlywayHistory();

            assertThat(export.warnings()).singleElement().asString().contains("U2__undo.sql");
            assertThat(flyway(database).info().pending()).hasSize(1);
            assertThat(flyway(database).migrate().migrationsExecuted).isOne();
            assertThat(migrateDb(database).migrate().migrationsExecuted()).isZero();
            assertThat(database.strings("select run from runs order by run")).containsExactly("1", "2");
        }
    }

    /** SQLite has no schemas that could be created. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
    void aHistoryWithSchemaAndBaselineComesBackAsFlywayWroteIt(Server server) throws IOException {
        try (FreshDatabase database = server.freshDatabase()) {
            Flyway flyway = Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + folder)
                    .schemas("app")
                    .baselineVersion("1")
                    .load();
            flyway.baseline();
            write("V2__two.sql", "create table two (id int);");
            flyway.migrate();
            MigrateDb migrateDb = MigrateDb.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + folder)
                    .schemas("app")
                    .load();
            write("V3__three.sql", "create table three (id int);");
            assertThat(migrateDb.migrate().migrationsExecuted()).isOne();
            database.execute("drop table \"app\".\"flyway_schema_history\"");

            migrateDb.exportFlywayHistory();

            assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
            assertThat(flyway.migrate().migrationsExecuted).isZero();
            assertThat(rows(database, "app\".\"flyway_schema_history")).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfAnExportIsAsFlywayMakesIt(Server server) throws Exception {
        scripts(1, 1);
        List<String> made;
        try (FreshDatabase database = server.freshDatabase()) {
            flyway(database).migrate();
            made = definition(database);
        }
        try (FreshDatabase database = server.freshDatabase()) {
            migrateDb(database).migrate();
            migrateDb(database).exportFlywayHistory();

            assertThat(definition(database)).isEqualTo(made).hasSizeGreaterThan(10);
        }
    }

    private static List<String> definition(FreshDatabase database) throws SQLException {
        String table = "flyway_schema_history";
        try (Connection connection = database.dataSource().getConnection()) {
            DatabaseMetaData catalog = connection.getMetaData();
            String of = connection.getCatalog();
            List<String> definition = new ArrayList<>();
            definition.addAll(values(
                    catalog.getColumns(of, null, table, null),
                    "COLUMN_NAME",
                    "TYPE_NAME",
                    "COLUMN_SIZE",
                    "IS_NULLABLE",
                    "COLUMN_DEF"));
            definition.addAll(values(catalog.getPrimaryKeys(of, null, table), "COLUMN_NAME", "PK_NAME"));
            definition.addAll(values(
                    catalog.getIndexInfo(of, null, table, false, true), "INDEX_NAME", "COLUMN_NAME", "NON_UNIQUE"));
            return definition;
        }
    }

    private static List<String> values(ResultSet rows, String... columns) throws SQLException {
        List<String> values = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (String column : columns) {
                    String value = String.valueOf(rows.getString(column));
                    // H2 numbers the indexes that it makes by itself
                    row.add(column + " " + value.replaceFirst("^PRIMARY_KEY_\\w+", "PRIMARY_KEY"));
                }
                values.add(String.join(", ", row));
            }
        }
        return values;
    }

    private void scripts(int from, int to) throws IOException {
        for (int i = from; i <= to; i++) {
            String table = i == 1 ? "create table runs (run int);\n" : "";
            write("V" + i + "__run_" + i + ".sql", table + "insert into runs values (" + i + ");\r\n");
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private Flyway flyway(FreshDatabase database) {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .load();
    }

    private MigrateDb migrateDb(FreshDatabase database) {
        return MigrateDb.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .load();
    }

    private static List<String> rows(FreshDatabase database, String table) {
        return database.jdbc()
                .sql("select " + COLUMNS + " from \"" + table
                        + "\" where \"installed_rank\" >= 0 order by \"installed_rank\"")
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= 10; i++) {
                        text.append(row.getString(i)).append(" | ");
                    }
                    return text.toString();
                })
                .list();
    }
}
