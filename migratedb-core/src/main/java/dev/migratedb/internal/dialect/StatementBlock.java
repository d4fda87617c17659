package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One statement that runs others, in their order: it ends at the first that fails, or behind the first that warns, and tells
 * afterwards how far it came. Stateless and thread-safe.
 */
public interface StatementBlock {

    /** Whether a statement that changes rows does the same inside the block as alone. */
    boolean takes(String sql);

    /** Whether a statement may ask what the one before has done, which a block hides. */
    boolean asksOfTheOneBefore(String sql);

    /**
     * The statement.
     *
     * @param id tells this block from all others of the session; letters, digits and hyphens
     */
    String around(List<String> statements, String id);

    /**
     * How many statements of a block have succeeded.
     *
     * @return 0 also where the server has not begun with the block; -1 where it has refused it as a whole
     */
    int succeeded(Connection connection, String id) throws SQLException;
}
