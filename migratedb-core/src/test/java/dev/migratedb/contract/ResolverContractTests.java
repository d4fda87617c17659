package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.MigrationExecutor;
import dev.migratedb.resolver.MigrationResolver;
import dev.migratedb.resolver.ResolvedMigration;
import dev.migratedb.result.ValidationFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrations of formats that the engine does not know. */
abstract class ResolverContractTests extends ContractTests {

    /** Files {@code V1__a.words}: each line becomes a row of the table {@code words}. */
    static final class WordsResolver implements MigrationResolver {

        @Override
        public Collection<ResolvedMigration> resolve(Context context) {
            List<ResolvedMigration> migrations = new ArrayList<>();
            for (Resource resource : context.getResources("V", ".words")) {
                String name = String.valueOf(resource.getFilename());
                String version = name.substring(1, name.indexOf("__"));
                String text = context.replacePlaceholders(content(resource, context), resource);
                migrations.add(new ResolvedMigration(
                        MigrationKind.VERSIONED,
                        MigrationVersion.of(version),
                        name.substring(name.indexOf("__") + 2, name.length() - ".words".length()),
                        name,
                        text.hashCode(),
                        migration -> insert(migration.getJdbcClient(), text)));
            }
            return migrations;
        }

        private static String content(Resource resource, Context context) {
            try {
                return resource.getContentAsString(context.getEncoding());
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        private static void insert(JdbcClient client, String text) {
            text.lines().forEach(word -> {
                if (word.equals("FAIL")) {
                    throw new IllegalStateException("no such word");
                }
                client.sql("insert into words values (?)").param(word).update();
            });
        }
    }

    static final class V4__java extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {
            context.getJdbcClient().sql("insert into words values ('java')").update();
        }
    }

    private List<String> words() {
        return database.jdbc()
                .sql("select word from words order by word")
                .query(String.class)
                .list();
    }

    private static MigrationResolver of(MigrationKind kind, String version, String type, MigrationExecutor executor) {
        return context -> List.of(new ResolvedMigration(
                kind, MigrationVersion.of(version), "thing", type, "thing-" + version, null, executor));
    }

    @Test
    void runsWhatAResolverFindsAmongEverythingElse() {
        script("V1__words.sql", "create table words (word varchar(20))");
        script("sub/V2__more.words", "one\n${two}\n");
        script("V3__last.sql", "insert into words values ('three')");
        MigrateDb engine = engine().placeholders(Map.of("two", "zwei"))
                .resolvers(new WordsResolver())
                .load();

        engine.migrate();
        engine.migrate();

        assertThat(words()).containsExactly("one", "three", "zwei");
        assertThat(history())
                .containsExactly(
                        "1 1 words SQL V1__words.sql ok",
                        "2 2 more CUSTOM V2__more.words ok",
                        "3 3 last SQL V3__last.sql ok");
        assertThat(engine.validate().problems()).isEmpty();
    }

    @Test
    void takesAResolverByTheNameOfItsClass() {
        script("V1__words.sql", "create table words (word varchar(20))");
        script("V2__more.words", "one\n");

        engine().migrationResolvers(WordsResolver.class.getName())
                .resolvers(new WordsResolver())
                .load()
                .migrate();

        assertThat(words()).containsExactly("one");
    }

    @ParameterizedTest
    @CsvSource({"no.such.Resolver, neither a class", "java.lang.String, does not implement"})
    void refusesAWrongNameOfAClassWhenItIsLoaded(String name, String reason) {
        assertThatThrownBy(() -> engine().migrationResolvers(name).load())
                .isInstanceOf(MigrateDbException.class)
                .hasMessageContaining("'migratedb.migration-resolvers' names '" + name + "'")
                .hasMessageContaining(reason);
    }

    @Test
    void leavesOutFilesButNotInstancesWithoutTheDefaultResolvers() {
        database.jdbc().sql("create table words (word varchar(20))").update();
        script("V1__words.sql", "this is not run");
        script("V1_x.sql", "nor is this named");
        script("V2__more.words", "one\n");
        script("afterMigrate.sql", "insert into words values ('callback')");

        engine().skipDefaultResolvers(true)
                .baselineOnMigrate(true)
                .baselineVersion("1")
                .validateMigrationNaming(true)
                .resolvers(new WordsResolver())
                .javaMigrations(new V4__java())
                .load()
                .migrate();

        assertThat(words()).containsExactly("callback", "java", "one");
    }

    @Test
    void takesTheTransactionBackInWhichAMigrationOfAResolverFails() {
        script("V1__words.sql", "create table words (word varchar(20))");
        script("V2__more.words", "one\nFAIL\n");

        assertThatThrownBy(() -> engine().resolvers(new WordsResolver()).load().migrate())
                .isInstanceOfSatisfying(
                        MigrationFailedException.class,
                        failure -> assertThat(failure.migration().script()).isEqualTo("V2__more.words"))
                .hasMessageContaining("no such word");

        assertThat(words()).isEmpty();
        assertThat(history()).hasSize(transactionalDdl() ? 1 : 2);
    }

    @Test
    void runsWithoutATransactionWhatRefusesOne() {
        List<Boolean> autoCommit = new ArrayList<>();
        MigrationExecutor executor = new MigrationExecutor() {
            @Override
            public void execute(MigrationContext context) throws Exception {
                autoCommit.add(context.getConnection().getAutoCommit());
            }

            @Override
            public boolean canExecuteInTransaction() {
                return false;
            }
        };

        engine().resolvers(of(MigrationKind.VERSIONED, "1", "CUSTOM", executor))
                .load()
                .migrate();

        assertThat(autoCommit).containsExactly(true);
    }

    @Test
    void leavesOutWhatShallNotExecute() {
        MigrationExecutor executor = new MigrationExecutor() {
            @Override
            public void execute(MigrationContext context) {
                throw new AssertionError("must not run");
            }

            @Override
            public boolean shouldExecute() {
                return false;
            }
        };
        MigrateDb engine = engine().resolvers(of(MigrationKind.VERSIONED, "1", "CUSTOM", executor))
                .load();

        assertThat(engine.migrate().migrationsExecuted()).isZero();
        assertThat(engine.info().all()).extracting(MigrationInfo::state).containsExactly(MigrationState.IGNORED);
        assertThat(engine.validate().problems()).isEmpty();
    }

    @Test
    void findsDuplicatesAcrossAllKinds() {
        script("V1__words.sql", "create table words (word varchar(20))");

        assertThatThrownBy(() -> engine().resolvers(of(MigrationKind.VERSIONED, "1.0", "CUSTOM", context -> {}))
                        .load()
                        .migrate())
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("2 migrations have version 1")
                .hasMessageContaining("V1__words.sql")
                .hasMessageContaining("thing-1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "VERSIONED, SCHEMA, has the type",
        "VERSIONED, A_TYPE_OF_MORE_THAN_20, has the type",
        "VERSIONED, UNDO_CUSTOM, that of another kind",
        "BASELINE, CUSTOM, does not end with _BASELINE",
        "UNDO, CUSTOM, does not begin with UNDO_"
    })
    void refusesATypeThatDoesNotGoWithItsKind(MigrationKind kind, String type, String reason) {
        assertThatThrownBy(() -> engine().resolvers(of(kind, "1", type, context -> {}))
                        .load()
                        .migrate())
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("thing-1")
                .hasMessageContaining(reason);
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void namesAResolverThatFails() {
        script("V2__more.words", "${nothing}");

        assertThatThrownBy(() -> engine().resolvers(new WordsResolver()).load().migrate())
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining(WordsResolver.class.getName())
                .hasMessageContaining("V2__more.words:1:1");
        assertThatThrownBy(() -> engine().resolvers(context -> {
                            throw new IllegalStateException("broken");
                        })
                        .load()
                        .migrate())
                .isInstanceOf(ValidationFailedException.class)
                .hasMessageContaining("broken");
        assertThat(database.tables()).isEmpty();
    }
}
