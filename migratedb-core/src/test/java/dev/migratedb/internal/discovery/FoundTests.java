package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.RunSettings;
import dev.migratedb.resolver.MigrationExecutor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FoundTests {

    private static final String SQL_WITH_PLACEHOLDER = "select '${key}';";

    private final List<ScriptProblem> problems = new ArrayList<>();

    @Test
    void mergesFilesAndClassesInTheOrderInWhichTheyRun() {
        List<Found> found = found(
                List.of(versioned("1", SQL_WITH_PLACEHOLDER), versioned("3", "c"), repeatable("a", "x", null)),
                new R__B(),
                new V2__Java());

        assertThat(found)
                .extracting(
                        one -> one.migration().type() + " " + one.migration().script())
                .containsExactly(
                        "SQL V1__x.sql",
                        "JDBC " + V2__Java.class.getName(),
                        "SQL V3__x.sql",
                        "JDBC " + R__B.class.getName(),
                        "SQL R__a.sql");
        assertThat(problems).isEmpty();
    }

    @Test
    void takesTheRawChecksumOfVersionedScripts() {
        Found found = found(List.of(versioned("1", SQL_WITH_PLACEHOLDER))).get(0);

        assertThat(found.migration().checksum()).isEqualTo(LineChecksum.of(SQL_WITH_PLACEHOLDER));
        assertThat(found.equivalentChecksum()).isNull();
        assertThat(found.script()).isNotNull();
    }

    @Test
    void takesTheChecksumAfterReplacementOfRepeatableScriptsWithTheRawOneAsEquivalent() {
        Found found =
                found(List.of(repeatable("a", SQL_WITH_PLACEHOLDER, null))).get(0);

        assertThat(found.migration().checksum()).isEqualTo(LineChecksum.of("select 'v';"));
        assertThat(found.equivalentChecksum()).isEqualTo(LineChecksum.of(SQL_WITH_PLACEHOLDER));
    }

    @Test
    void hasNoEquivalentChecksumWhereNothingWasReplaced() {
        Found found = found(List.of(repeatable("a", "select 1;", null))).get(0);

        assertThat(found.migration().checksum()).isEqualTo(LineChecksum.of("select 1;"));
        assertThat(found.equivalentChecksum()).isNull();
    }

    @Test
    void takesTheRawChecksumWhereTheScriptWantsNoReplacement() {
        Found found =
                found(List.of(repeatable("a", "select '${unknown}';", false))).get(0);

        assertThat(found.migration().checksum()).isEqualTo(LineChecksum.of("select '${unknown}';"));
        assertThat(found.equivalentChecksum()).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void leavesAPlaceholderWithoutValueToTheCheckOfTheScript() {
        Found found =
                found(List.of(repeatable("a", "select '${unknown}';", null))).get(0);

        assertThat(found.migration().checksum()).isEqualTo(LineChecksum.of("select '${unknown}';"));
        assertThat(problems).isEmpty();
    }

    @Test
    void letsNobodyRunAScriptThroughItsExecutor() {
        MigrationExecutor executor =
                found(List.of(versioned("1", "x"))).get(0).migration().executor();

        assertThatIllegalStateException()
                .isThrownBy(() -> executor.execute(new NoContext()))
                .withMessageContaining("sql/V1__x.sql is run by the script runner");
    }

    @Test
    void runsAJavaMigrationThroughItsExecutor() throws Exception {
        V2__Java migration = new V2__Java$$SpringCGLIB$$0();
        Found found = found(List.of(), migration).get(0);
        MigrationContext context = new NoContext();

        found.migration().executor().execute(context);

        assertThat(migration.context).isSameAs(context);
        assertThat(found.migration().executor().canExecuteInTransaction()).isFalse();
        assertThat(found.migration().checksum()).isEqualTo(42);
        assertThat(found.migration().script()).isEqualTo(V2__Java.class.getName());
        assertThat(found.migration().version()).isEqualTo(MigrationVersion.of("2"));
        assertThat(found.migration().description()).isEqualTo("Java");
        assertThat(found.script()).isNull();
        assertThat(found.equivalentChecksum()).isNull();
    }

    @Test
    void reportsJavaMigrationsWhoseAnswersDoNotFitTogether() {
        List<Found> found = found(
                List.of(),
                new Answers(MigrationKind.REPEATABLE, "1", "x"),
                new Answers(MigrationKind.VERSIONED, null, "x"),
                new Answers(MigrationKind.REPEATABLE, null, " "),
                new Misnamed(),
                new Failing(),
                new R__B());

        assertThat(found).extracting(one -> one.migration().description()).containsExactly("B");
        String answers = "Java migration " + Answers.class.getName();
        assertThat(problems)
                .allSatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_NAME);
                    assertThat(problem.remedy()).isNotBlank();
                })
                .extracting(ScriptProblem::message)
                .satisfiesExactly(
                        message -> assertThat(message).isEqualTo(answers + " is repeatable, but has version 1."),
                        message -> assertThat(message).isEqualTo(answers + " has kind VERSIONED, but no version."),
                        message -> assertThat(message)
                                .isEqualTo(answers + " has no description, which identifies a repeatable migration."),
                        message -> assertThat(message).contains(Misnamed.class.getName(), "V1_2__Description"),
                        message -> assertThat(message).contains(Failing.class.getName(), "no answer"));
    }

    @Test
    void givesJavaMigrationsOfEveryKindTheTypeOfTheHistory() {
        assertThat(found(
                        List.of(),
                        new Answers(MigrationKind.UNDO, "1", "x"),
                        new Answers(MigrationKind.BASELINE, "1", "x")))
                .extracting(each -> each.migration().type())
                .containsExactlyInAnyOrder("JDBC_BASELINE", "UNDO_JDBC");
        assertThat(problems).isEmpty();
    }

    private List<Found> found(List<MigrationFile> files, JavaMigration... javaMigrations) {
        PlaceholderSettings settings = PlaceholderSettings.DEFAULT;
        Placeholders placeholders = new Placeholders(
                new PlaceholderSettings(
                        true,
                        Map.of("key", "v"),
                        settings.prefix(),
                        settings.suffix(),
                        settings.separator(),
                        settings.unknown(),
                        settings.secrets()),
                name -> null);
        return Discovery.found(files, List.of(javaMigrations), placeholders, problems);
    }

    private static MigrationFile versioned(String version, String text) {
        return new MigrationFile(
                MigrationKind.VERSIONED,
                MigrationVersion.of(version),
                "x",
                script("V" + version + "__x.sql", text, null));
    }

    private static MigrationFile repeatable(String description, String text, @Nullable Boolean replace) {
        return new MigrationFile(
                MigrationKind.REPEATABLE, null, description, script("R__" + description + ".sql", text, replace));
    }

    private static ScriptFile script(String name, String text, @Nullable Boolean replace) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ScriptFile(
                name,
                "sql/" + name,
                StandardCharsets.UTF_8,
                new ScriptOptions(null, replace),
                bytes.length,
                LineChecksum.of(text),
                () -> new ByteArrayInputStream(bytes));
    }

    private abstract static class Migration extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {}
    }

    static class V2__Java extends BaseJavaMigration {

        @Nullable
        MigrationContext context;

        @Override
        public Integer getChecksum() {
            return 42;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return false;
        }

        @Override
        public void migrate(MigrationContext given) {
            this.context = given;
        }
    }

    static class V2__Java$$SpringCGLIB$$0 extends V2__Java {}

    private static final class R__B extends Migration {}

    private static final class Misnamed extends Migration {}

    private static final class Failing extends Migration {

        @Override
        public MigrationKind getKind() {
            throw new IllegalStateException("no answer");
        }
    }

    private static final class Answers implements JavaMigration {

        private final MigrationKind kind;
        private final @Nullable String version;
        private final String description;

        Answers(MigrationKind kind, @Nullable String version, String description) {
            this.kind = kind;
            this.version = version;
            this.description = description;
        }

        @Override
        public @Nullable MigrationVersion getVersion() {
            return version == null ? null : MigrationVersion.of(version);
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public MigrationKind getKind() {
            return kind;
        }

        @Override
        public void migrate(MigrationContext context) {}
    }

    private static final class NoContext implements MigrationContext {

        @Override
        public Connection getConnection() {
            throw new UnsupportedOperationException();
        }

        @Override
        public JdbcClient getJdbcClient() {
            throw new UnsupportedOperationException();
        }

        @Override
        public MigrationInfo getMigrationInfo() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RunSettings getSettings() {
            throw new UnsupportedOperationException();
        }
    }
}
