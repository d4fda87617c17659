package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;

/** What a script that changes nothing but rows leaves on H2, where DDL commits. */
final class NoFailedRow {

    private static final String NOBODY = "runs without anybody who listens";
    private static final String STATEMENT_ERROR = "fails in afterEachMigrateStatementError after a failure";
    private static final String MIGRATE_ERROR = "fails in afterMigrateError after a failure";
    private static final String VERY_FIRST = "fails in the very first script";

    private NoFailedRow() {}

    static IntendedDifference onH2() {
        return difference(
                        "rows that were taken back leave no failed row where DDL commits",
                        "As on PostgreSQL, the rollback has taken everything back, so that there is nothing to repair.")
                .at(Database.H2, NOBODY, "2 migrate", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | People | SQL | V1__People.sql | 1852595245 | (user) | success
                        2 | 2 | Ada | SQL | V2__Ada.sql | -1169096036 | (user) | success
                        3 | 3 | Broken | SQL | V3__Broken.sql | 973203369 | (user) | failed
                        """, """
                        in the default schema
                        1 | 1 | People | SQL | V1__People.sql | 1852595245 | (user) | success
                        2 | 2 | Ada | SQL | V2__Ada.sql | -1169096036 | (user) | success
                        """)
                .at(Database.H2, NOBODY, "2 migrate", Aspect.INFO, """
                        1 | People | SQL | Success
                        2 | Ada | SQL | Success
                        3 | Broken | SQL | Failed
                        """, """
                        1 | People | SQL | Success
                        2 | Ada | SQL | Success
                        3 | Broken | SQL | Pending
                        """)
                .at(Database.H2, STATEMENT_ERROR, "1 migrate", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                        2 | 2 | Two | SQL | V2__Two.sql | 33933410 | (user) | failed
                        """, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                        """)
                .at(Database.H2, STATEMENT_ERROR, "1 migrate", Aspect.INFO, """
                        1 | One | SQL | Success
                        2 | Two | SQL | Failed
                        - | View | SQL | Pending
                        """, """
                        1 | One | SQL | Success
                        2 | Two | SQL | Pending
                        - | View | SQL | Pending
                        """)
                .at(Database.H2, MIGRATE_ERROR, "1 migrate", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                        2 | 2 | Two | SQL | V2__Two.sql | 33933410 | (user) | failed
                        """, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | -955116569 | (user) | success
                        """)
                .at(Database.H2, MIGRATE_ERROR, "1 migrate", Aspect.INFO, """
                        1 | One | SQL | Success
                        2 | Two | SQL | Failed
                        - | View | SQL | Pending
                        """, """
                        1 | One | SQL | Success
                        2 | Two | SQL | Pending
                        - | View | SQL | Pending
                        """)
                .at(Database.H2, VERY_FIRST, "1 migrate", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | 1292463708 | (user) | failed
                        """, """
                        in the default schema
                        """)
                .at(Database.H2, VERY_FIRST, "1 migrate", Aspect.INFO, """
                        1 | One | SQL | Failed
                        """, """
                        1 | One | SQL | Pending
                        """)
                .at(Database.H2, VERY_FIRST, "2 info", Aspect.HISTORY, """
                        in the default schema
                        1 | 1 | One | SQL | V1__One.sql | 1292463708 | (user) | failed
                        """, """
                        in the default schema
                        """)
                .at(Database.H2, VERY_FIRST, "2 info", Aspect.INFO, """
                        1 | One | SQL | Failed
                        """, """
                        1 | One | SQL | Pending
                        """);
    }
}
