package dev.migratedb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.migratedb.MigrateDb;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each rule holds for the engine, and is broken by classes that were planted to break it. */
class ArchitectureTests {

    private static final String ENGINE = "dev.migratedb";
    private static final String PLANTED = "dev.migratedb.architecture.planted.";
    private static final int LARGEST_PUBLIC_PACKAGE = 14;

    /** What is in the jar, and nothing that only tests bring along under the same package name. */
    private static final JavaClasses ENGINE_CLASSES = new ClassFileImporter()
            .importUrl(MigrateDb.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theEngineIsWhatIsLookedAt() {
        assertThat(ENGINE_CLASSES.contain(MigrateDb.class)).isTrue();
        assertThat(ENGINE_CLASSES).noneMatch(javaClass -> javaClass.getName().endsWith("Tests"));
    }

    @Test
    void packagesImportOnlyWhatTheTableAllows() {
        assertHolds(ArchitectureRules::packagesImportOnlyWhatTheTableAllows);
    }

    @Test
    void findsAnImportAgainstTheTableAndAnUnknownPackage() {
        assertThat(violations(ArchitectureRules::packagesImportOnlyWhatTheTableAllows, "imports"))
                .anyMatch(text -> text.contains("migration.ExtendsResult> extends"))
                .anyMatch(text -> text.contains("migration.HoldsResults.results"))
                .anyMatch(text -> text.contains("Facade.script"))
                .anyMatch(text -> text.endsWith("stray.Stray is in a package that the table does not know"))
                .noneMatch(text -> text.contains("Facade.allowed"));
    }

    @Test
    void packagesHaveNoCycles() {
        assertHolds(ArchitectureRules::packagesHaveNoCycles);
    }

    @Test
    void findsTwoPackagesThatKnowEachOther() {
        assertThat(violations(ArchitectureRules::packagesHaveNoCycles, "cycle"))
                .singleElement()
                .asString()
                .contains("Cycle detected", "planted.cycle.chicken", "planted.cycle.egg");
    }

    @Test
    void thePlanIsPure() {
        assertHolds(ArchitectureRules::planIsPure);
    }

    @Test
    void findsFilesJdbcSpringAndLoggingInThePlan() {
        assertThat(violations(ArchitectureRules::planIsPure, "impure"))
                .anyMatch(text -> text.contains("ReadsFiles.file"))
                .anyMatch(text -> text.contains("ReadsPaths.path"))
                .anyMatch(text -> text.contains("AsksDatabase.connection"))
                .anyMatch(text -> text.contains("UsesSpring.client"))
                .anyMatch(text -> text.contains("Logs.logger"))
                .noneMatch(text -> text.contains("Decides"));
    }

    @Test
    void onlyCommandsAndTheFacadeSeeTheWholeConfiguration() {
        assertHolds(ArchitectureRules::onlyCommandsAndTheFacadeSeeTheWholeConfiguration);
    }

    @Test
    void findsAnotherPackageThatSeesTheWholeConfiguration() {
        assertThat(violations(ArchitectureRules::onlyCommandsAndTheFacadeSeeTheWholeConfiguration, "whole"))
                .singleElement()
                .asString()
                .contains("internal.history.KnowsEverything.configuration");
    }

    @Test
    void publicPackagesDoNotImportInternalOnes() {
        assertHolds(ArchitectureRules::publicPackagesDoNotImportInternalOnes);
    }

    @Test
    void findsAPublicTypeThatShowsAnInternalOne() {
        assertThat(violations(ArchitectureRules::publicPackagesDoNotImportInternalOnes, "leak"))
                .singleElement()
                .asString()
                .contains("resolver.ShowsInternals.hidden");
    }

    @Test
    void noStaticCanChange() {
        assertHolds(ArchitectureRules::noMutableStatics);
    }

    @Test
    void findsStaticsThatAreNotFinalOrCanChange() {
        assertThat(violations(ArchitectureRules::noMutableStatics, "statics"))
                .extracting(text -> text.substring(text.lastIndexOf("MutableStatics.")))
                .containsExactlyInAnyOrder(
                        "MutableStatics.counter is not final",
                        "MutableStatics.ATOMIC holds what can change",
                        "MutableStatics.ARRAY holds what can change",
                        "MutableStatics.MAP holds what can change",
                        "MutableStatics.LIST holds what can change",
                        "MutableStatics.THREAD_LOCAL holds what can change");
    }

    @Test
    void allPackagesAreNullMarked() {
        assertHolds(ArchitectureRules::packagesAreNullMarked);
    }

    @Test
    void findsAPackageThatIsNotNullMarked() {
        assertThat(violations(ArchitectureRules::packagesAreNullMarked, "nulls"))
                .singleElement()
                .asString()
                .contains("nulls.unmarked.Unmarked is not @NullMarked");
    }

    @Test
    void onlyDialectsTouchDrivers() {
        assertHolds(ArchitectureRules::onlyDialectsTouchDrivers);
    }

    @Test
    void findsAnotherClassThatTouchesADriver() {
        assertThat(violations(ArchitectureRules::onlyDialectsTouchDrivers, "drivers"))
                .singleElement()
                .asString()
                .contains("internal.history.KnowsDriver.connection");
    }

    @Test
    void publicPackagesAreSmall() {
        assertHolds(base -> ArchitectureRules.publicPackagesHaveAtMost(LARGEST_PUBLIC_PACKAGE, base));
    }

    @Test
    void findsAPackageWithOneTypeTooMany() {
        assertThat(violations(base -> ArchitectureRules.publicPackagesHaveAtMost(2, base), "crowded"))
                .containsExactly(PLANTED + "crowded shows 3 types");
        assertThat(violations(base -> ArchitectureRules.publicPackagesHaveAtMost(3, base), "crowded"))
                .isEmpty();
    }

    private static void assertHolds(Function<String, ArchRule> rule) {
        rule.apply(ENGINE).check(ENGINE_CLASSES);
    }

    private static List<String> violations(Function<String, ArchRule> rule, String planted) {
        String base = PLANTED + planted;
        JavaClasses classes = new ClassFileImporter().importPackages(base);
        return rule.apply(base).evaluate(classes).getFailureReport().getDetails();
    }
}
