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

    /** Whether it takes DDL back with its transaction; else DDL commits. */
    boolean transactionalDdl();

    /** Whether a connection can create schemas and choose one of them. */
    default boolean hasSchemas() {
        return true;
    }

    /** Whether its errors have an SQLState. */
    default boolean hasSqlStates() {
        return true;
    }

    /** A name as it stands in its SQL. */
    default String quoted(String name) {
        return '"' + name + '"';
    }

    /** SQL of tests as this database spells it, with everything in the place in which it was. */
    default String spelled(String sql) {
        return sql;
    }
}
