package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.javaMigrations;
import static dev.migratedb.compatibility.Setting.skipDefaultResolvers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Migrations that are written in Java, alone and beside SQL. */
final class JavaMigrationScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String ROW = "insert into one values (1)";

    private static final String SQL_NOW = "has SQL now for a version that ran in Java";
    private static final String JAVA_NOW = "has Java now for a repeatable migration that ran in SQL";

    private static final String LOST = """
            1 | One | JDBC | Future
            1 | One | SQL | Pending
            """;
    private static final String FOUND = "1 | One | JDBC | Success";
    private static final String ROWS = """
            in the default schema
            1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
            2 | - | Rows | SQL | R__Rows.sql | -1701001107 | (user) | success
            """;

    private JavaMigrationScenarios() {}

    static Theme theme() {
        return new Theme("migrations in Java", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("runs Java and SQL in the order of their versions")
                        .file("V1__One.sql", ONE)
                        .file("V3__Three.sql", ROW)
                        .with(javaMigrations(versioned("2", 22), repeatable("A java", 1), versioned("4.0", null)))
                        .file("R__B_sql.sql", ROW)
                        .migrate()
                        .validate()
                        .migrate(),
                scenario("compares the checksum of a version in Java where there is one")
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(versioned("2", 22)))
                        .migrate()
                        .with(javaMigrations(versioned("2", 23)))
                        .validate()
                        .with(javaMigrations(versioned("2", null)))
                        .validate()
                        .repair()
                        .with(javaMigrations(versioned("2", 22)))
                        .validate()
                        .repair(),
                scenario("runs a repeatable migration in Java without a checksum once")
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(repeatable("Rows", null)))
                        .migrate()
                        .validate()
                        .migrate(),
                scenario("runs a repeatable migration in Java whenever its checksum is another")
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(repeatable("Rows", 1)))
                        .migrate()
                        .migrate()
                        .with(javaMigrations(repeatable("Rows", 2)))
                        .info()
                        .migrate()
                        .with(javaMigrations(repeatable("Rows", null)))
                        .info()
                        .migrate()
                        .with(javaMigrations(repeatable("Rows", 0)))
                        .info()
                        .migrate(),
                scenario("records a failing version in Java as one in SQL")
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(new JavaStep("2", "Broken", null, "insert into nowhere values (1)")))
                        .migrate()
                        .migrate()
                        .repair()
                        .with(javaMigrations(versioned("2", null)))
                        .migrate(),
                scenario("begins with a baseline migration in Java")
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(JavaStep.baseline("2", "All", "create table one (id int)")))
                        .file("V3__Three.sql", ROW)
                        .migrate()
                        .validate(),
                scenario("refuses a version in Java and in SQL")
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(versioned("1.0", null)))
                        .migrate(),
                scenario("refuses a repeatable migration in Java and in SQL")
                        .file("R__Rows.sql", ROW)
                        .with(javaMigrations(repeatable("Rows", null)))
                        .migrate(),
                scenario("misses a version in Java that is gone")
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(versioned("2", 22)))
                        .file("V3__Three.sql", ROW)
                        .migrate()
                        .with(javaMigrations())
                        .validate()
                        .repair()
                        .validate(),
                scenario("runs migrations that are given although nothing is searched")
                        .with(skipDefaultResolvers(true))
                        .file("V1__One.sql", ONE)
                        .with(javaMigrations(new JavaStep("2", "Two", null, "create table two (id int)")))
                        .migrate(),
                scenario(SQL_NOW)
                        .with(javaMigrations(new JavaStep("1", "One", null, "create table one (id int)")))
                        .migrate()
                        .with(javaMigrations())
                        .file("V1__One.sql", ONE)
                        .info()
                        .validate(),
                scenario(JAVA_NOW)
                        .file("V1__One.sql", ONE)
                        .file("R__Rows.sql", ROW)
                        .migrate()
                        .delete("R__Rows.sql")
                        .with(javaMigrations(new JavaStep(null, "Rows", 7, "delete from one where id = 3")))
                        .info()
                        .validate()
                        .migrate());
    }

    private static JavaStep versioned(String version, @Nullable Integer checksum) {
        return new JavaStep(version, "Version " + version, checksum, ROW);
    }

    private static JavaStep repeatable(String description, @Nullable Integer checksum) {
        return new JavaStep(null, description, checksum, ROW);
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "what ran in Java has run, although it is SQL now",
                                "A version alone says which migration it is; that it is written in something else is told as what it is.")
                        .at(SQL_NOW, "2 info", Aspect.INFO, LOST, FOUND)
                        .at(SQL_NOW, "3 validate", Aspect.OUTCOME, """
            validation failed
              RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED 1
            """, """
            validation failed
              TYPE_MISMATCH 1
            """)
                        .at(SQL_NOW, "3 validate", Aspect.INFO, LOST, FOUND),
                difference(
                                "a repeatable migration may change to Java",
                                "It runs again anyway, and its new row says what it is written in.")
                        .at(JAVA_NOW, "4 migrate", Aspect.OUTCOME, """
            validation failed
              TYPE_MISMATCH Rows
            """, "ok")
                        .at(
                                JAVA_NOW,
                                "4 migrate",
                                Aspect.HISTORY,
                                ROWS,
                                ROWS + "3 | - | Rows | JDBC | (java) | 7 | (user) | success")
                        .at(JAVA_NOW, "4 migrate", Aspect.INFO, """
            1 | One | SQL | Success
            - | Rows | SQL | Outdated
            - | Rows | JDBC | Pending
            """, """
            1 | One | SQL | Success
            - | Rows | SQL | Superseded
            - | Rows | JDBC | Success
            """)
                        .at(JAVA_NOW, "4 migrate", Aspect.EVENTS, """
            afterConnect
            beforeValidate
            afterValidateError
            """, """
            afterConnect
            beforeValidate
            afterValidate
            beforeMigrate
            afterVersioned
            beforeRepeatables
            beforeEachMigrate Rows
            afterEachMigrate Rows
            afterMigrateApplied
            afterMigrate
            afterMigrateOperationFinish
            """));
    }
}
