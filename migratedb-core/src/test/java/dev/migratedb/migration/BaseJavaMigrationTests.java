package dev.migratedb.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaseJavaMigrationTests {

    @Test
    void takesVersionAndDescriptionFromTheClassName() {
        JavaMigration migration = new V1_2__Add_people();

        assertThat(migration.getKind()).isEqualTo(MigrationKind.VERSIONED);
        assertThat(migration.getVersion()).isEqualTo(MigrationVersion.of("1.2"));
        assertThat(migration.getDescription()).isEqualTo("Add people");
    }

    @Test
    void isRepeatableWithPrefixR() {
        JavaMigration migration = new R__Refresh_totals();

        assertThat(migration.getKind()).isEqualTo(MigrationKind.REPEATABLE);
        assertThat(migration.getVersion()).isNull();
        assertThat(migration.getDescription()).isEqualTo("Refresh totals");
    }

    @Test
    void knowsBaselineAndUndoPrefixes() {
        assertThat(new B5__Everything().getKind()).isEqualTo(MigrationKind.BASELINE);
        assertThat(new B5__Everything().getVersion()).isEqualTo(MigrationVersion.of("5"));
        assertThat(new U1__Take_back().getKind()).isEqualTo(MigrationKind.UNDO);
        assertThat(new U1__Take_back().getVersion()).isEqualTo(MigrationVersion.of("1"));
    }

    @Test
    void needsNoDescriptionWhereThereIsAVersion() {
        assertThat(new V7().getVersion()).isEqualTo(MigrationVersion.of("7"));
        assertThat(new V7().getDescription()).isEmpty();
    }

    @Test
    void readsTheNameOfTheUsersClassFromAGeneratedSubclass() {
        JavaMigration proxy = new V1_2__Add_people$$SpringCGLIB$$0();

        assertThat(proxy.getVersion()).isEqualTo(MigrationVersion.of("1.2"));
        assertThat(proxy.getDescription()).isEqualTo("Add people");
    }

    @ParameterizedTest
    @MethodSource("misnamed")
    void rejectsEveryOtherNameAndSaysWhatIsExpected(BaseJavaMigration migration) {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(migration::getKind)
                .withMessageContaining(migration.getClass().getName())
                .withMessageContaining("V1_2__Description")
                .withMessageContaining("R__Description")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.INVALID_NAME));
        assertThatExceptionOfType(MigrateDbException.class).isThrownBy(migration::getVersion);
        assertThatExceptionOfType(MigrateDbException.class).isThrownBy(migration::getDescription);
    }

    static List<BaseJavaMigration> misnamed() {
        return List.of(
                new AddPeople(),
                new V__No_version(),
                new V1_Missing(),
                new V1_(),
                new V1x__y(),
                new R1__With_version(),
                new R__(),
                new R(),
                new v1__Lower_case(),
                new Anonymous() {});
    }

    @Test
    void saysWhichPartOfTheNameIsWrong() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(new V__No_version()::getVersion)
                .withMessageContaining("has no version in its name");
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(new R1__With_version()::getVersion)
                .withMessageContaining("has a version in its name");
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(new R__()::getVersion)
                .withMessageContaining("has no description in its name");
    }

    abstract static class Migration extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {}
    }

    static class V1_2__Add_people extends Migration {}

    static class V1_2__Add_people$$SpringCGLIB$$0 extends V1_2__Add_people {}

    static class R__Refresh_totals extends Migration {}

    static class B5__Everything extends Migration {}

    static class U1__Take_back extends Migration {}

    static class V7 extends Migration {}

    static class AddPeople extends Migration {}

    static class V__No_version extends Migration {}

    static class V1_Missing extends Migration {}

    static class V1_ extends Migration {}

    static class V1x__y extends Migration {}

    static class R1__With_version extends Migration {}

    static class R__ extends Migration {}

    static class R extends Migration {}

    static class v1__Lower_case extends Migration {}

    static class Anonymous extends Migration {}
}
