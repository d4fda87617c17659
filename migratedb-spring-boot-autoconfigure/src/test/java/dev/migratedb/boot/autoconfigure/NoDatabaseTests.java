package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is said where an application has no database, and why. */
@ExtendWith(OutputCaptureExtension.class)
class NoDatabaseTests {

    private static final String NOTHING_TO_DO = "MigrateDB has nothing to do";
    private static final String NO_DATABASE = "MigrateDB has no database to migrate";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrateDbAutoConfiguration.class))
                .withPropertyValues("migratedb.locations=filesystem:" + folder + "/{instance}");
    }

    private ApplicationContextRunner withoutInstances() {
        return application().withPropertyValues("migratedb.locations=filesystem:" + folder);
    }

    @Test
    void namesWhatSwitchesTheOnlyInstanceOff(CapturedOutput output) throws IOException {
        file("a/V1__Create_person.sql");
        application()
                .withPropertyValues(
                        "migratedb.instances.a.url=jdbc:h2:mem:switched-off", "migratedb.instances.a.enabled=false")
                .run(NoDatabaseTests::startsWithoutEngine);
        assertThat(output)
                .containsOnlyOnce("Instance 'a' is switched off by 'migratedb.instances.a.enabled'")
                .doesNotContain(NOTHING_TO_DO, NO_DATABASE);
    }

    @Test
    void namesWhatSwitchesTheInstancesOffThatACommandIsFor() {
        application()
                .withPropertyValues(
                        "migratedb.instances.a.url=jdbc:h2:mem:switched-off",
                        "migratedb.instances.a.enabled=false",
                        "migratedb.command=info")
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll("no instance is switched on", "'migratedb.instances.a.enabled'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__Load_people.sh",
                "R__Load_people.py",
                "V2_1__Load_people.BAT",
                "V3__Create_person.class",
                "V4__Create_person.SQL"
            })
    void warnsWhereAnythingIsNamedLikeAMigration(String name, CapturedOutput output) throws IOException {
        file(name);
        withoutInstances().run(NoDatabaseTests::startsWithoutEngine);
        assertThat(output).containsOnlyOnce(NO_DATABASE).contains(name).doesNotContain(NOTHING_TO_DO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"load_people.sh", "Version2.class", "V3__Create_person$Rows.class", "README.md"})
    void doesNotWarnOfOtherFiles(String name, CapturedOutput output) throws IOException {
        file(name);
        withoutInstances().run(NoDatabaseTests::startsWithoutEngine);
        assertThat(output).containsOnlyOnce(NOTHING_TO_DO).doesNotContain(NO_DATABASE);
    }

    @Test
    void refusesTheNameOfADataSourceAlsoWhereThereIsNone() {
        application()
                .withPropertyValues("migratedb.instances.a.data-source=foo")
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessage(
                                "'migratedb.instances.a.data-source' is 'foo', and there is no DataSource bean of that"
                                        + " name. Define one, or set 'migratedb.instances.a.url'."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"migratedb.url=", "migratedb.url=${DB_URL:}", "spring.r2dbc.url=", "migratedb.instances.a.url="})
    void takesAnEmptyUrlForNone(String property, CapturedOutput output) {
        withoutInstances().withPropertyValues(property).run(NoDatabaseTests::startsWithoutEngine);
        assertThat(output).containsOnlyOnce(NOTHING_TO_DO);
    }

    @Test
    void saysWhereNoneIsThatConnectionDetailsLeadNowhere() {
        withoutInstances()
                .withBean(
                        MigrateDbConnectionDetails.class,
                        () -> new PropertiesMigrateDbConnectionDetails(new MigrateDbProperties()))
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessage("MigrateDB does not know which database to migrate: there is no DataSource bean."
                                + " Define one, or set 'migratedb.url'."));
    }

    @Test
    void saysThatTheModeIsOff(CapturedOutput output) throws IOException {
        file("V1__Create_person.sql");
        withoutInstances().withPropertyValues("migratedb.mode=off").run(NoDatabaseTests::startsWithoutEngine);
        assertThat(output)
                .containsOnlyOnce("Nothing is migrated at startup, since 'migratedb.mode' is 'off'")
                .doesNotContain(NOTHING_TO_DO, NO_DATABASE);
    }

    @Test
    void saysOfEachInstanceThatItsModeIsOffAndWarnsOfTheOthers(CapturedOutput output) throws IOException {
        file("a/V1__Create_person.sql");
        file("b/V1__Create_bill.sql");
        application()
                .withPropertyValues("migratedb.instances.a.mode=off", "migratedb.instances.b.primary=true")
                .run(NoDatabaseTests::startsWithoutEngine);
        assertThat(output)
                .containsOnlyOnce("Nothing of instance 'a' is migrated at startup, since its mode is 'off'")
                .containsOnlyOnce(NO_DATABASE)
                .contains("V1__Create_bill.sql")
                .doesNotContain("V1__Create_person.sql");
    }

    private static void startsWithoutEngine(AssertableApplicationContext context) {
        assertThat(context).hasNotFailed().doesNotHaveBean(MigrateDb.class);
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
