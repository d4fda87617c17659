package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.ValidationFailedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class MigrateContractTests extends ContractTests {

    void threeScripts() {
        script("V1__create_book.sql", "create table book (id int primary key, title varchar(100) not null);");
        script("V2__add_books.sql", "insert into book values (1, 'Emma');\ninsert into book values (2, 'Dracula');\n");
        script("R__titles.sql", "drop view if exists titles;\ncreate view titles as select title from book;");
    }

    @Test
    void runsVersionedByVersionThenRepeatable() {
        threeScripts();
        script("V1_10__ten.sql", "insert into book values (10, 'Ten');");
        script("V1_9__nine.sql", "insert into book values (9, 'Nine');");

        MigrateResult result = engine().load().migrate();

        assertThat(result.migrations())
                .extracting(MigrationInfo::script)
                .containsExactly(
                        "V1__create_book.sql",
                        "V1_9__nine.sql",
                        "V1_10__ten.sql",
                        "V2__add_books.sql",
                        "R__titles.sql");
        assertThat(result.migrations()).extracting(MigrationInfo::state).containsOnly(MigrationState.SUCCESS);
        assertThat(result.initialVersion()).isNull();
        assertThat(result.targetVersion()).isEqualTo(MigrationVersion.of("2"));
        assertThat(result.database()).startsWith(server().name());
        assertThat(count("titles")).isEqualTo(4);
        assertThat(history())
                .containsExactly(
                        "1 1 create book SQL V1__create_book.sql ok",
                        "2 1.9 nine SQL V1_9__nine.sql ok",
                        "3 1.10 ten SQL V1_10__ten.sql ok",
                        "4 2 add books SQL V2__add_books.sql ok",
                        "5 null titles SQL R__titles.sql ok");
    }

    @Test
    void doesNothingWhenEverythingIsApplied() {
        threeScripts();
        MigrateDb engine = engine().load();
        engine.migrate();
        List<String> before = history();

        MigrateResult second = engine.migrate();

        assertThat(second.migrations()).isEmpty();
        assertThat(second.initialVersion()).isEqualTo(MigrationVersion.of("2"));
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void runsWhatWasAddedAndWhatRepeatsWithAChange() {
        threeScripts();
        engine().load().migrate();
        script("V3__more.sql", "insert into book values (3, 'Ulysses');");
        script(
                "R__titles.sql",
                "drop view if exists titles;\ncreate view titles as select title from book where id > 1;");

        MigrateResult result = engine().load().migrate();

        assertThat(result.migrations())
                .extracting(MigrationInfo::script)
                .containsExactly("V3__more.sql", "R__titles.sql");
        assertThat(count("titles")).isEqualTo(2);
        assertThat(engine().load().info().all())
                .extracting(MigrationInfo::state)
                .containsExactly(
                        MigrationState.SUCCESS,
                        MigrationState.SUCCESS,
                        MigrationState.SUPERSEDED,
                        MigrationState.SUCCESS,
                        MigrationState.SUCCESS);
    }

    @Test
    void recordsTheChecksumThatFlywayComputes() {
        script("V1__one.sql", "create table thing (id int);\r\n");
        engine().load().migrate();

        assertThat(database.jdbc()
                        .sql("select \"checksum\" from " + HISTORY + " where \"version\" = '1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(-1741540411);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void runsScriptsInTheEncodingOfTheirByteOrderMark(String encoding) throws IOException {
        String text = "\uFEFFcreate table book (title varchar(10));\ninsert into book values ('Zoë');";
        Files.write(folder.resolve("V1__book.sql"), text.getBytes(Charset.forName(encoding)));

        engine().encoding(StandardCharsets.ISO_8859_1)
                .detectEncoding(true)
                .load()
                .migrate();

        assertThat(database.strings("select title from book")).containsExactly("Zoë");
    }

    @Test
    void runsJavaMigrationsAmongScriptsOnTheConnectionOfTheRun() {
        threeScripts();
        JavaMigration upperCase = new V1_5__Add_by_code();

        engine().javaMigrations(upperCase).load().migrate();

        assertThat(history()).contains("2 1.5 Add by code JDBC " + V1_5__Add_by_code.class.getName() + " ok");
        assertThat(count("book")).isEqualTo(3);
    }

    @SuppressWarnings("checkstyle:TypeName")
    static final class V1_5__Add_by_code extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) throws Exception {
            assertThat(context.getMigrationInfo().version()).isEqualTo(MigrationVersion.of("1.5"));
            assertThat(context.getSettings().table()).isEqualTo("migratedb_state");
            context.getJdbcClient()
                    .sql("insert into book values (5, 'By code')")
                    .update();
            // who closes what is not his must not end the run
            context.getConnection().close();
        }
    }

    @Test
    void rollsBackWhatAJavaMigrationDidByTheDataSourceItself() {
        threeScripts();
        JdbcClient client = JdbcClient.create(database.dataSource());
        JavaMigration failing = new JavaMigration() {
            @Override
            public MigrationVersion getVersion() {
                return MigrationVersion.of("5");
            }

            @Override
            public String getDescription() {
                return "fails after an insert";
            }

            @Override
            public void migrate(MigrationContext context) throws Exception {
                client.sql("insert into book values (77, 'lost')").update();
                throw new java.io.IOException("disk on fire");
            }
        };

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(failing).load().migrate())
                .withMessageContaining("version 5 - fails after an insert")
                .withMessageContaining("disk on fire")
                .withCauseInstanceOf(java.io.IOException.class)
                .satisfies(ex -> assertThat(ex.appliedBefore()).hasSize(2));
        assertThat(database.strings("select title from book where id = 77")).isEmpty();
    }

    @Test
    void replacesPlaceholdersOfTheUserAndOfTheRun() {
        script("V1__place.sql", """
                create table place (what varchar(200));
                insert into place values ('${town}');
                insert into place values ('${TOWN}');
                insert into place values ('${migratedb:table} ${flyway:filename}');
                insert into place values ('${migratedb:user}');
                insert into place values ('$${town}');
                """);

        engine().placeholders(Map.of("Town", "Berlin")).load().migrate();

        assertThat(database.strings("select what from place"))
                .startsWith("Berlin", "Berlin", "migratedb_state V1__place.sql")
                .endsWith("${town}")
                .element(3)
                .isEqualTo(database.currentUser());
    }

    @Test
    void runsARepeatableAgainWhenAPlaceholderInItHasAnotherValue() {
        script("V1__one.sql", "create table book (id int, title varchar(20));");
        script(
                "R__view.sql",
                "drop view if exists chosen;\ncreate view chosen as select * from book where title = '${title}';");
        engine().placeholders(Map.of("title", "a")).load().migrate();

        assertThat(engine().placeholders(Map.of("title", "a")).load().migrate().migrations())
                .isEmpty();
        assertThat(engine().placeholders(Map.of("title", "b")).load().migrate().migrations())
                .hasSize(1);
    }

    @Test
    void createsMissingSchemasAndPutsHistoryAndObjectsIntoTheFirst() {
        script("V1__one.sql", "create table thing (id int);");

        engine().schemas("shop", "archive").load().migrate();

        assertThat(database.schemas()).contains("shop", "archive");
        assertThat(database.strings("select \"type\" from \"shop\"." + HISTORY + " order by \"installed_rank\""))
                .containsExactly("SCHEMA", "SQL");
        assertThat(database.count("\"shop\".thing")).isZero();
        assertThat(engine().schemas("shop", "archive").load().migrate().migrations())
                .isEmpty();
    }

    @Test
    void refusesMissingSchemasThatItMayNotCreate() {
        script("V1__one.sql", "create table thing (id int);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() ->
                        engine().schemas("shop").createSchemas(false).load().migrate())
                .withMessageContaining("[shop]")
                .withMessageContaining("migratedb.create-schemas");
    }

    @Test
    void stopsAtTheTarget() {
        threeScripts();
        script("V3__three.sql", "insert into book values (3, 'Three');");

        MigrateResult result = engine().target("2").load().migrate();

        assertThat(result.migrations())
                .extracting(MigrationInfo::script)
                .containsExactly("V1__create_book.sql", "V2__add_books.sql", "R__titles.sql");
        assertThat(engine().target("2").load().info().all())
                .extracting(MigrationInfo::state)
                .contains(MigrationState.ABOVE_TARGET);
        assertThat(engine().target("next").load().migrate().migrations()).hasSize(1);
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().target("17").load().migrate())
                .withMessageContaining("17");
        assertThat(engine().target("17?").load().migrate().migrations()).isEmpty();
    }

    @Test
    void refusesALateVersionUnlessOutOfOrder() {
        threeScripts();
        engine().load().migrate();
        script("V1_1__late.sql", "insert into book values (11, 'Late');");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("V1_1__late.sql")
                .withMessageContaining("out-of-order");
        MigrateResult result = engine().outOfOrder(true).load().migrate();

        assertThat(result.migrations()).extracting(MigrationInfo::state).containsExactly(MigrationState.OUT_OF_ORDER);
        assertThat(result.targetVersion()).isEqualTo(MigrationVersion.of("2"));
    }

    @Test
    void refusesAUsedSchemaWithoutHistoryUnlessItIsTheBaseline() {
        database.execute("create table old_things (id int)");
        script("V1__one.sql", "create table old_things (id int);");
        script("V2__two.sql", "insert into old_things values (2);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("migratedb.baseline-on-migrate")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.NON_EMPTY_SCHEMA));
        assertThat(historyExists()).isFalse();

        MigrateResult result = engine().baselineOnMigrate(true).load().migrate();

        assertThat(result.migrations()).extracting(MigrationInfo::script).containsExactly("V2__two.sql");
        assertThat(result.initialVersion()).isEqualTo(MigrationVersion.of("1"));
        assertThat(history())
                .containsExactly(
                        "1 1 << MigrateDB Baseline >> BASELINE << MigrateDB Baseline >> ok",
                        "2 2 two SQL V2__two.sql ok");
        assertThat(engine().load().info().all())
                .extracting(MigrationInfo::state)
                .contains(MigrationState.BASELINE_IGNORED, MigrationState.BASELINE, MigrationState.SUCCESS);
    }

    @Test
    void tellsOfAChangedFileBothChecksumsAndWhatToDo() {
        threeScripts();
        engine().load().migrate();
        script("V1__create_book.sql", "create table book (id int);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .satisfies(ex -> {
                    assertThat(ex.problems()).singleElement().satisfies(problem -> {
                        assertThat(problem.message())
                                .contains("V1__create_book.sql")
                                .containsPattern("-?\\d{5,}.*-?\\d{5,}");
                        assertThat(problem.remedy()).isNotBlank();
                    });
                });
        assertThat(engine().validateOnMigrate(false).load().migrate().migrations())
                .isEmpty();
    }

    @Test
    void validateThrowsWhatIsPendingAndItsVariantReturnsIt() {
        threeScripts();
        MigrateDb engine = engine().load();

        assertThat(engine.validateWithResult().problems()).hasSize(3);
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(engine::validate)
                .satisfies(ex -> assertThat(ex.problems()).hasSize(3));
        assertThat(historyExists()).isFalse();
        engine.migrate();
        assertThat(engine.validate().problems()).isEmpty();
        assertThat(engine.validate().validated()).isEqualTo(3);
    }

    @Test
    void infoTellsBeforeAndAfter() {
        threeScripts();
        MigrateDb engine = engine().load();

        InfoResult before = engine.info();
        assertThat(before.pending()).hasSize(3);
        assertThat(before.current()).isNull();
        assertThat(historyExists()).isFalse();
        engine.migrate();
        InfoResult after = engine.info();
        assertThat(after.pending()).isEmpty();
        assertThat(after.applied()).hasSize(3);
        assertThat(after.current()).isNotNull();
        assertThat(after.asTable()).contains("create book", "Success", "Versioned", "Repeatable");
        assertThat(after.all()).allSatisfy(info -> {
            assertThat(info.installedOn()).isNotNull();
            assertThat(info.installedBy()).isEqualTo(database.currentUser());
            assertThat(info.executionTime()).isNotNull();
        });
    }

    @Test
    void toleratesRowsOfANewerApplicationAndOfOtherTools() {
        threeScripts();
        engine().load().migrate();
        database.execute(
                "insert into " + HISTORY
                        + " (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\","
                        + " \"installed_by\", \"execution_time\", \"success\") values (9, '9', 'later', 'SQL_STATE_SCRIPT',"
                        + " 'V9__later.sql', 1, 'x', 0, true)",
                "insert into " + HISTORY
                        + " (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\","
                        + " \"installed_by\", \"execution_time\", \"success\") values (-100, null, 'marker', 'TABLE',"
                        + " '', 1, 'x', 0, true)");

        assertThat(engine().load().migrate().migrations()).isEmpty();
        assertThat(engine().load().info().all())
                .extracting(MigrationInfo::state)
                .contains(MigrationState.FUTURE_SUCCESS);
    }

    @Test
    void refusesTheHistoryOfTheOlderMigrateDb() {
        database.execute("create table " + HISTORY
                + " (\"installed_rank\" int, \"version\" varchar(50), \"description\" varchar(200), \"type\" varchar(20),"
                + " \"script\" varchar(1000), \"checksum\" varchar(100), \"installed_by\" varchar(100),"
                + " \"installed_on\" timestamp, \"execution_time\" int, \"success\" boolean)");
        script("V1__one.sql", "create table thing (id int);");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("1.x")
                .withMessageContaining("migratedb.table")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.HISTORY_DAMAGED));
        assertThat(database.tables()).noneMatch(table -> table.endsWith("thing"));
        assertThat(engine().table("my_state")
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate()
                        .migrations())
                .hasSize(1);
    }

    @Test
    void refusesATableThatIsNoHistory() {
        database.execute("create table " + HISTORY + " (\"installed_rank\" int, note varchar(10))");
        script("V1__one.sql", "create table thing (id int);");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("is not a history table")
                .withMessageContaining("migratedb.table");
    }

    @Test
    void failureTellsPlaceCauseStateAndRemedyAndFields() {
        threeScripts();
        script("V3__bad.sql", "insert into book values (3, 'Three');\n\ninsert into bok\n  values (4, 'Four');\n");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .satisfies(ex -> {
                    assertThat(ex.position()).isNotNull();
                    assertThat(ex.position().location()).endsWith("V3__bad.sql");
                    assertThat(ex.position().line()).isEqualTo(3);
                    assertThat(ex.sql()).isEqualTo("insert into bok\n  values (4, 'Four')");
                    assertThat("SQLState " + ex.sqlState()).startsWith(notThere());
                    assertThat(ex.rolledBack()).isTrue();
                    assertThat(ex.appliedBefore()).hasSize(2);
                    assertThat(ex.remedy()).contains("V3__bad.sql");
                })
                .withMessageContaining("V3__bad.sql:3:")
                .withMessageContaining("3 | insert into bok")
                .withMessageContaining("^")
                .withMessageContaining(notThere())
                .withMessageContaining("stay");
        assertThat(count("book")).isEqualTo(2);
        assertThat(history()).hasSize(2).last().isEqualTo("2 2 add books SQL V2__add_books.sql ok");
    }

    @Test
    void aFailedRowBlocksTheNextRunAlsoWithoutValidation() {
        threeScripts();
        engine().load().migrate();
        database.execute("update " + HISTORY + " set \"success\" = false where \"version\" = '2'");

        for (boolean validate : new boolean[] {true, false}) {
            assertThatExceptionOfType(ValidationFailedException.class)
                    .isThrownBy(
                            () -> engine().validateOnMigrate(validate).load().migrate())
                    .withMessageContaining("V2__add_books.sql");
        }
    }

    @Test
    void runsWithoutTransactionWhatItsConfigurationFileSays() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);\ninsert into nothing values (2);");
        script("V2__two.sql.conf", "executeInTransaction=false\n");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .satisfies(ex -> {
                    assertThat(ex.rolledBack()).isFalse();
                    assertThat(ex.committedStatements()).isEqualTo(1);
                });
        assertThat(count("thing")).isEqualTo(1);
        assertThat(history()).last().isEqualTo("2 2 two SQL V2__two.sql failed");
    }

    @Test
    void usesTheTableThatIsAskedForAndRecordsWhoIsNamed() {
        script("V1__one.sql", "create table thing (id int);");

        engine().table("MyHistory").installedBy("the deployment").load().migrate();

        assertThat(database.strings("select \"installed_by\" from \"MyHistory\""))
                .containsExactly("the deployment");
    }

    @Test
    void createsTheHistoryWhereThereIsNothingToMigrate() {
        MigrateResult result = engine().load().migrate();

        assertThat(result.migrations()).isEmpty();
        assertThat(result.warnings()).anyMatch(line -> line.contains("No migrations found"));
        assertThat(history()).isEmpty();
    }

    @Test
    void marksVersionsAboveTheHighestFoundAsFutureAndThoseBelowAsMissing() {
        threeScripts();
        engine().load().migrate();
        delete("V1__create_book.sql");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("V1__create_book.sql");
        assertThat(engine().ignoreMigrationPatterns("*:missing")
                        .load()
                        .migrate()
                        .migrations())
                .isEmpty();
        delete("V2__add_books.sql");
        assertThat(engine().load().info().all())
                .extracting(MigrationInfo::state)
                .containsExactly(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_SUCCESS, MigrationState.SUCCESS);
    }
}
