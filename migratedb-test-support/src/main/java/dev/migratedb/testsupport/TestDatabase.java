package dev.migratedb.testsupport;

/**
 * A kind of database that tests run on. A contract is an abstract test class that asks for one, with one subclass per
 * database:
 *
 * <pre>{@code
 * abstract class MigrateContractTests {
 *     abstract TestDatabase database();
 *
 *     @Test
 *     void appliesAllPendingMigrations() {
 *         try (FreshDatabase database = database().freshDatabase()) { … }
 *     }
 * }
 *
 * class PostgresMigrateTests extends MigrateContractTests {
 *     @Override
 *     TestDatabase database() {
 *         return PostgresTestDatabase.get();
 *     }
 * }
 * }</pre>
 *
 * Implementations are thread-safe.
 */
public interface TestDatabase {

    /** The name of the product, as {@code DatabaseMetaData.getDatabaseProductName()} tells it. */
    String name();

    /** Makes a database that nobody else uses and that holds nothing. The caller closes it, which drops it. */
    FreshDatabase freshDatabase();
}
