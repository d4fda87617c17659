package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.configuration.ExtensionSettings;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.contract.CompiledClasses;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrateDbException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

class FoundClassesTests {

    private static final String NOTHING = "{}";

    @TempDir
    static Path directory;

    private static URLClassLoader loader;

    @BeforeAll
    static void compile() {
        loader = new CompiledClasses(directory)
                .addCallback("db/callback/Found", "BEFORE_MIGRATE")
                .addCallback("db/callback/deeper/Below", "BEFORE_MIGRATE")
                .add(
                        "db/callback/Unfinished",
                        "package db.callback; public abstract class Unfinished extends Found " + NOTHING)
                .add("db/callback/Nobody", "package db.callback; class Nobody " + NOTHING)
                .add(
                        "db/callback/Wired",
                        "package db.callback; public class Wired extends Found { public Wired(String service) {} }")
                .add(
                        "db/callback/Found$$Proxy",
                        "package db.callback; public class Found$$Proxy extends Found " + NOTHING)
                .addCallback("elsewhere/Named", "AFTER_MIGRATE")
                .add("elsewhere/Broken", """
                        package elsewhere;
                        public class Broken extends Named { public Broken() { throw new IllegalStateException("no way"); } }
                        """)
                .add("elsewhere/Holder", """
                        package elsewhere;
                        public class Holder { static class Nested extends Named { private Nested() {} } class Inner extends Named {} }
                        """)
                .addCallback("only/One", "AFTER_MIGRATE")
                .addMigration("db/migration/V2__By_code", "by_code")
                .addMigration("db/migration/sub/V3__Deeper", "deeper")
                .addMigration("db/other/V4__Other", "other")
                .load();
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    private ExtensionSettings found(ExtensionSettings given, String... locations) {
        return FoundClasses.addedTo(
                given,
                new LocationSettings(
                        List.of(locations),
                        List.of(),
                        false,
                        StandardCharsets.UTF_8,
                        false,
                        new DefaultResourceLoader(loader)));
    }

    private List<String> callbacks(List<Callback> instances, String... names) {
        return names(
                found(new ExtensionSettings(List.of(), instances, List.of(names), List.of(), List.of(), false, false))
                        .callbacks());
    }

    private List<String> migrations(boolean skipDefaultResolvers, List<JavaMigration> instances, String... locations) {
        ExtensionSettings given = new ExtensionSettings(
                instances, List.of(), List.of(), List.of(), List.of(), false, skipDefaultResolvers);
        return names(found(given, locations).javaMigrations());
    }

    private static List<String> names(List<?> instances) {
        return instances.stream().map(each -> each.getClass().getName()).toList();
    }

    private Object instanceOf(String name) throws ReflectiveOperationException {
        return loader.loadClass(name).getConstructor().newInstance();
    }

    @Test
    void leavesOutWhatIsRunInAnotherWay() {
        ExtensionSettings given = new ExtensionSettings(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                found -> !found.getSimpleName().equals("V2__By_code")
                        && !found.getSimpleName().equals("Found"),
                false,
                false);
        ExtensionSettings found = found(given, "classpath:db/migration");
        assertThat(names(found.javaMigrations()))
                .contains("db.migration.sub.V3__Deeper")
                .doesNotContain("db.migration.V2__By_code");
        assertThat(names(found.callbacks()))
                .contains("db.callback.deeper.Below")
                .doesNotContain("db.callback.Found");
    }

    @Test
    void callbacksInTheirOwnPackageAreFoundWithoutBeingNamed() {
        assertThat(callbacks(List.of()))
                .contains("db.callback.Found", "db.callback.deeper.Below")
                .doesNotContain("db.callback.Unfinished", "db.callback.Nobody", "db.callback.Wired");
    }

    @Test
    void aClassThatIsThereAsAnInstanceIsNotCreatedAgainAlsoWhenTheInstanceIsAProxy() throws Exception {
        Callback instance = (Callback) instanceOf("db.callback.Found");
        Callback proxy = (Callback) instanceOf("db.callback.Found$$Proxy");

        assertThat(callbacks(List.of(instance))).containsOnlyOnce("db.callback.Found");
        assertThat(callbacks(List.of(proxy)))
                .doesNotContain("db.callback.Found")
                .contains("db.callback.Found$$Proxy", "db.callback.deeper.Below");
    }

    @Test
    void namedClassesAndPackagesAndInstancesAddUp() {
        Callback instance = new Given();

        assertThat(callbacks(List.of(instance), "elsewhere.Named", "only"))
                .contains(
                        Given.class.getName(),
                        "elsewhere.Named",
                        "only.One",
                        "db.callback.Found",
                        "db.callback.deeper.Below")
                .doesNotHaveDuplicates();
        assertThat(callbacks(List.of(), "elsewhere.Named", "elsewhere.Named", "only.One", "only"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "only,                  only.One",
        "db/callback/deeper,    db.callback.deeper.Below",
        "only.One,              only.One",
        "elsewhere.Holder.Nested,  elsewhere.Holder$Nested",
        "elsewhere.Holder$Nested,  elsewhere.Holder$Nested"
    })
    void aNameIsThatOfAClassOrOfAPackage(String name, String expected) {
        assertThat(callbacks(List.of(), name)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "no.such.thing,             neither a class nor a package",
        "db.callback.Nobody,        does not implement dev.migratedb.callback.Callback",
        "db.callback.Wired,         no constructor without parameters",
        "db.callback.Unfinished,    abstract",
        "elsewhere.Holder$Inner,    no constructor without parameters",
        "elsewhere.Broken,          its constructor failed with java.lang.IllegalStateException: no way"
    })
    void aWrongNameIsAnErrorThatSaysWhatIsWrongWithIt(String name, String expected) {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> callbacks(List.of(), name))
                .withMessageContaining("'migratedb.callbacks'")
                .withMessageContaining(name)
                .withMessageContaining(expected)
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void migrationsAreFoundInLocationsOfTheClassPathOnly() {
        assertThat(migrations(false, List.of(), "classpath:db/migration"))
                .containsExactly("db.migration.V2__By_code", "db.migration.sub.V3__Deeper");
        assertThat(migrations(false, List.of(), "db/mi*", "db/other"))
                .containsExactlyInAnyOrder(
                        "db.migration.V2__By_code", "db.migration.sub.V3__Deeper", "db.other.V4__Other");
        assertThat(migrations(false, List.of(), "filesystem:" + directory.resolve("classes/db/migration")))
                .isEmpty();
        assertThat(migrations(false, List.of(), "classpath:no/such/place", "{braces}", "classpath:"))
                .isEmpty();
    }

    @Test
    void migrationsThatAreThereAsInstancesAreNotCreatedAgain() throws Exception {
        JavaMigration instance = (JavaMigration) instanceOf("db.migration.V2__By_code");

        assertThat(migrations(false, List.of(instance), "db/migration", "db/migration/sub"))
                .containsExactly("db.migration.V2__By_code", "db.migration.sub.V3__Deeper");
    }

    @Test
    void withoutDefaultResolversInstancesRemainAndNoClassIsSearched() throws Exception {
        JavaMigration instance = (JavaMigration) instanceOf("db.other.V4__Other");

        assertThat(migrations(true, List.of(instance), "db/migration")).containsExactly("db.other.V4__Other");
    }

    private static final class Given implements Callback {

        @Override
        public boolean supports(Event event, CallbackContext context) {
            return false;
        }

        @Override
        public void handle(Event event, CallbackContext context) {}
    }
}
