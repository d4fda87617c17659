package dev.migratedb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * The rules of the engine's structure. Each takes the base package it speaks about, because each is also held against
 * planted classes that break it: a rule that cannot fail says nothing.
 */
final class ArchitectureRules {

    private static final String[] DRIVERS = {
        "org.postgresql..",
        "org.h2..",
        "org.hsqldb..",
        "org.sqlite..",
        "org.mariadb..",
        "com.mysql..",
        "org.apache.derby.."
    };

    private ArchitectureRules() {}

    static ArchRule packagesImportOnlyWhatTheTableAllows(String base) {
        return classes().that(resideInAPackage(base + "..")).should(new AllowedImports(base));
    }

    static ArchRule packagesHaveNoCycles(String base) {
        return slices().assignedFrom(new OneSlicePerPackage(base)).should().beFreeOfCycles();
    }

    static ArchRule planIsPure(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".internal.plan")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "org.springframework..",
                        "org.slf4j..");
    }

    static ArchRule onlyCommandsAndTheFacadeSeeTheWholeConfiguration(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base, base + ".internal.command", base + ".configuration")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(base + ".configuration.Configuration");
    }

    static ArchRule publicPackagesDoNotImportInternalOnes(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base, base + ".internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".internal..");
    }

    static ArchRule noMutableStatics(String base) {
        return fields().that()
                .areDeclaredInClassesThat(are(resideInAPackage(base + "..")))
                .and()
                .areStatic()
                .should(new ImmutableValue());
    }

    static ArchRule packagesAreNullMarked(String base) {
        return classes().that(resideInAPackage(base + "..")).should(new NullMarkedPackage());
    }

    static ArchRule onlyDialectsTouchDrivers(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".internal.dialect")
                .should()
                .dependOnClassesThat(resideInAnyPackage(DRIVERS));
    }

    static ArchRule publicPackagesHaveAtMost(int types, String base) {
        return classes()
                .that(alwaysTrue())
                .should(new FewPublicTypes(base, types))
                .allowEmptyShould(false);
    }

    /** A package is a slice of its own: with one slice for all classes no cycle could ever be found. */
    private record OneSlicePerPackage(String base) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return resideInAPackage(base + "..").test(javaClass)
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + base;
        }
    }
}
