package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;

/** What the run after a failure does on H2, where DDL commits. */
final class GoesOnAfterFailure {

    private static final String BEFORE_STATEMENT = "fails in beforeEachMigrateStatement";
    private static final String AFTER_STATEMENT = "fails in afterEachMigrateStatement";
    private static final String AFTER_EACH = "fails in afterEachMigrate";
    private static final String STATEMENT = "stops at a failing statement and goes on after a repair";
    private static final String BASELINE = "stops at a failing baseline migration";
    private static final String REPEATABLE = "stops at a failing repeatable migration, and goes on with it";
    private static final String FIRST = "fails at the first statement";
    private static final String MIDDLE = "fails at a statement in the middle";
    private static final String LAST = "fails at the last statement";

    private GoesOnAfterFailure() {}

    static IntendedDifference onH2() {
        return difference(
                        "the run after a failure goes on where DDL commits",
                        "Flyway refuses to run before a repair; ours goes on at the statement that has failed, as its"
                                + " journal says, or tells why it cannot.")
                .at(Database.H2, STATEMENT, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_VERSIONED_MIGRATION 2
                        """, """
                        migration failed: V2__Broken.sql
                        """)
                .at(Database.H2, STATEMENT, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatementError 2
                        afterEachMigrateError 2
                        """)
                .at(Database.H2, BEFORE_STATEMENT, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_VERSIONED_MIGRATION 1
                        """, """
                        ok
                        """)
                .at(Database.H2, BEFORE_STATEMENT, "2 migrate", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | failed
                        """, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                        2 | 2 | Two | SQL | V2__Two.sql | 1351649156 | (user) | success
                        3 | - | View | SQL | R__View.sql | -447722973 | (user) | success
                        """)
                .at(Database.H2, BEFORE_STATEMENT, "2 migrate", Aspect.INFO, """
                        1 | One | SQL | Failed
                        2 | Two | SQL | Pending
                        - | View | SQL | Pending
                        """, """
                        1 | One | SQL | Success
                        2 | Two | SQL | Success
                        - | View | SQL | Success
                        """)
                .at(Database.H2, BEFORE_STATEMENT, "2 migrate", Aspect.DATABASE, """
                        schema PUBLIC
                        """, """
                        column PUBLIC.ONE.ID 1 INTEGER nullable YES identity NO
                        column PUBLIC.V.ID 1 INTEGER nullable YES identity NO
                        schema PUBLIC
                        table PUBLIC.ONE kind BASE TABLE
                        table PUBLIC.V kind VIEW
                        view PUBLIC.V SELECT
                            "PUBLIC"."ONE"."ID"
                        FROM "PUBLIC"."ONE"
                        row of "PUBLIC"."ONE" 1
                        """)
                .at(Database.H2, BEFORE_STATEMENT, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 1
                        beforeEachMigrateStatement 1
                        afterEachMigrateStatement 1
                        afterEachMigrate 1
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatement 2
                        afterEachMigrate 2
                        afterVersioned
                        beforeRepeatables
                        beforeEachMigrate View
                        beforeEachMigrateStatement View
                        afterEachMigrateStatement View
                        afterEachMigrate View
                        afterMigrateApplied
                        afterMigrate
                        afterMigrateOperationFinish
                        """)
                .at(Database.H2, AFTER_STATEMENT, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_VERSIONED_MIGRATION 1
                        """, """
                        ok
                        """)
                .at(Database.H2, AFTER_STATEMENT, "2 migrate", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | failed
                        """, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                        2 | 2 | Two | SQL | V2__Two.sql | 1351649156 | (user) | success
                        3 | - | View | SQL | R__View.sql | -447722973 | (user) | success
                        """)
                .at(Database.H2, AFTER_STATEMENT, "2 migrate", Aspect.INFO, """
                        1 | One | SQL | Failed
                        2 | Two | SQL | Pending
                        - | View | SQL | Pending
                        """, """
                        1 | One | SQL | Success
                        2 | Two | SQL | Success
                        - | View | SQL | Success
                        """)
                .at(Database.H2, AFTER_STATEMENT, "2 migrate", Aspect.DATABASE, """
                        column PUBLIC.ONE.ID 1 INTEGER nullable YES identity NO
                        schema PUBLIC
                        table PUBLIC.ONE kind BASE TABLE
                        """, """
                        column PUBLIC.ONE.ID 1 INTEGER nullable YES identity NO
                        column PUBLIC.V.ID 1 INTEGER nullable YES identity NO
                        schema PUBLIC
                        table PUBLIC.ONE kind BASE TABLE
                        table PUBLIC.V kind VIEW
                        view PUBLIC.V SELECT
                            "PUBLIC"."ONE"."ID"
                        FROM "PUBLIC"."ONE"
                        row of "PUBLIC"."ONE" 1
                        """)
                .at(Database.H2, AFTER_STATEMENT, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 1
                        afterEachMigrate 1
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatement 2
                        afterEachMigrate 2
                        afterVersioned
                        beforeRepeatables
                        beforeEachMigrate View
                        beforeEachMigrateStatement View
                        afterEachMigrateStatement View
                        afterEachMigrate View
                        afterMigrateApplied
                        afterMigrate
                        afterMigrateOperationFinish
                        """)
                .at(Database.H2, AFTER_EACH, "2 migrate", Aspect.OUTCOME, """
                        migration failed: V1__One.sql
                        """, """
                        ok
                        """)
                .at(Database.H2, AFTER_EACH, "2 migrate", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | failed
                        """, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                        2 | 2 | Two | SQL | V2__Two.sql | 1351649156 | (user) | success
                        3 | - | View | SQL | R__View.sql | -447722973 | (user) | success
                        """)
                .at(Database.H2, AFTER_EACH, "2 migrate", Aspect.INFO, """
                        1 | One | SQL | Failed
                        2 | Two | SQL | Pending
                        - | View | SQL | Pending
                        """, """
                        1 | One | SQL | Success
                        2 | Two | SQL | Success
                        - | View | SQL | Success
                        """)
                .at(Database.H2, AFTER_EACH, "2 migrate", Aspect.DATABASE, """
                        column PUBLIC.ONE.ID 1 INTEGER nullable YES identity NO
                        schema PUBLIC
                        table PUBLIC.ONE kind BASE TABLE
                        """, """
                        column PUBLIC.ONE.ID 1 INTEGER nullable YES identity NO
                        column PUBLIC.V.ID 1 INTEGER nullable YES identity NO
                        schema PUBLIC
                        table PUBLIC.ONE kind BASE TABLE
                        table PUBLIC.V kind VIEW
                        view PUBLIC.V SELECT
                            "PUBLIC"."ONE"."ID"
                        FROM "PUBLIC"."ONE"
                        row of "PUBLIC"."ONE" 1
                        """)
                .at(Database.H2, AFTER_EACH, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 1
                        beforeEachMigrateStatement 1
                        afterEachMigrateStatementError 1
                        afterEachMigrateError 1
                        afterMigrateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 1
                        afterEachMigrate 1
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatement 2
                        afterEachMigrate 2
                        afterVersioned
                        beforeRepeatables
                        beforeEachMigrate View
                        beforeEachMigrateStatement View
                        afterEachMigrateStatement View
                        afterEachMigrate View
                        afterMigrateApplied
                        afterMigrate
                        afterMigrateOperationFinish
                        """)
                .at(Database.H2, BASELINE, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_VERSIONED_MIGRATION 2
                        """, """
                        migration failed: B2__Base.sql
                        """)
                .at(Database.H2, BASELINE, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatementError 2
                        afterEachMigrateError 2
                        """)
                .at(Database.H2, REPEATABLE, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_REPEATABLE_MIGRATION b
                        """, """
                        validation failed
                          R__b.sql has stopped on its way, and can only go on if what has run \
                        is unchanged. Statement 1 (line 1) is done, and differs:
                            then: create table b (id int)
                            now:  insert into log (r) values ('b') b
                        """)
                .at(Database.H2, FIRST, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_VERSIONED_MIGRATION 2
                        """, """
                        migration failed: V2__Two.sql
                        """)
                .at(Database.H2, FIRST, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatementError 2
                        afterEachMigrateError 2
                        """)
                .at(Database.H2, MIDDLE, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_VERSIONED_MIGRATION 2
                        """, """
                        migration failed: V2__Two.sql
                        """)
                .at(Database.H2, MIDDLE, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatement 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatementError 2
                        afterEachMigrateError 2
                        """)
                .at(Database.H2, LAST, "2 migrate", Aspect.OUTCOME, """
                        validation failed
                          FAILED_VERSIONED_MIGRATION 2
                        """, """
                        migration failed: V2__Two.sql
                        """)
                .at(Database.H2, LAST, "2 migrate", Aspect.EVENTS, """
                        afterConnect
                        beforeValidate
                        afterValidateError
                        """, """
                        afterConnect
                        beforeValidate
                        afterValidate
                        beforeMigrate
                        beforeEachMigrate 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatement 2
                        beforeEachMigrateStatement 2
                        afterEachMigrateStatementError 2
                        afterEachMigrateError 2
                        """);
    }
}
