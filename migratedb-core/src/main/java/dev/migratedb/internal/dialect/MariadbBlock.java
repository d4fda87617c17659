package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** A compound statement of MariaDB. */
final class MariadbBlock implements StatementBlock {

    /** In chars. A long one might make a block too long for the server's {@code max_allowed_packet}. */
    private static final int LONGEST = 16 * 1024;

    /** What an answer of the server to the statement before is asked by. */
    private static final Pattern ABOUT_THE_ONE_BEFORE =
            Pattern.compile("@@|\\b(?:ROW_COUNT|FOUND_ROWS|DIAGNOSTICS|WARNINGS|ERRORS)\\b", Pattern.CASE_INSENSITIVE);

    /**
     * A semicolon would end the statement inside the block, and where backslashes hide nothing, the server may see one where
     * the reader of the script sees none.
     */
    @Override
    public boolean takes(String sql) {
        return sql.length() <= LONGEST
                && sql.indexOf(';') < 0
                && sql.indexOf('\\') < 0
                && !ABOUT_THE_ONE_BEFORE.matcher(sql).find();
    }

    @Override
    public boolean asksOfTheOneBefore(String sql) {
        return ABOUT_THE_ONE_BEFORE.matcher(sql).find();
    }

    @Override
    public String around(List<String> statements, String id) {
        StringBuilder block = new StringBuilder("BEGIN NOT ATOMIC\nmigratedb: BEGIN\n");
        block.append("SET @migratedb_block = '").append(id).append("', @migratedb_succeeded = 0;\n");
        // such a limit is for one statement, not for all of them
        block.append("IF @@max_statement_time > 0 THEN LEAVE migratedb; END IF;\n");
        for (int i = 0; i < statements.size(); i++) {
            // a comment may end the statement, so what ends it stands on the next line
            block.append(statements.get(i)).append("\n;\n");
            block.append("SET @migratedb_succeeded = ").append(i + 1).append(";\n");
            // the next statement would clear the warnings
            block.append("IF @@warning_count > 0 THEN LEAVE migratedb; END IF;\n");
        }
        return block.append("END;\nEND").toString();
    }

    @Override
    public int succeeded(Connection connection, String id) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @migratedb_block, @migratedb_succeeded")) {
            return row.next() && id.equals(row.getString(1)) ? row.getInt(2) : -1;
        }
    }
}
