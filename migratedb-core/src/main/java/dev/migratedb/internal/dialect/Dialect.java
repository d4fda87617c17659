package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlSyntax;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The questions that a database must answer. Stateless and thread-safe. */
public interface Dialect {

    /** What follows the name of a history table that does not have its first rows yet. */
    String BEGUN_SUFFIX = "_begun";

    /** The name of the database, for people. */
    String name();

    /** Its short name in the names of folders, as Spring Boot has it; that of a database whose scripts it runs, too. */
    default String vendor() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How its SQL is read. */
    SqlSyntax syntax();

    /** Whether DDL takes part in transactions; else it commits. */
    boolean transactionalDdl();

    /**
     * Whether DDL neither takes part in the transaction that it is sent in nor ends it, so that it is sent outside of one: what is
     * noted of it in that transaction could not be told from what has become of it.
     */
    default boolean ddlStandsAlone() {
        return false;
    }

    /** A name as it stands in SQL. */
    default String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A table as it stands in SQL, with its schema. */
    default String quote(TableName table) {
        return quote(table.schema()) + "." + quote(table.table());
    }

    /** A select list of three: the current schema (null where there is none), the user, the database. */
    String sessionColumns();

    /**
     * An expression for the schema of the table that a row comes from; null where an unqualified name can only mean a table of
     * the current schema.
     *
     * @param alias of the table in the query
     * @param table its name, which the query does not qualify
     */
    @Nullable
    String schemaOfRow(String alias, String table);

    /** What stands between a select list and WHERE in a query for one row of expressions. */
    default String fromNothing() {
        return "";
    }

    /** Whether a statement failed because a table (or its schema, or a schema to look in) does not exist. */
    boolean isMissingTable(SQLException failure, String table);

    /** Whether a statement failed because a column does not exist. */
    boolean isMissingColumn(SQLException failure);

    /** Whether a statement failed because another session is writing, which passes. */
    default boolean isBusy(SQLException failure) {
        return false;
    }

    /** Whether a table exists; answered without an error in the server's log. */
    boolean tableExists(JdbcOperations jdbc, TableName table);

    /** Those of the schemas that do not exist, in the given order. */
    List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas);

    /** Whether a schema holds nothing but the given tables. Objects that belong to extensions do not count. */
    boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables);

    /**
     * Statements that drop everything that a schema holds but the given tables, in an order that works; none where it holds
     * nothing else. What depends on it in other schemas goes with it where the database allows that. Objects that belong to
     * extensions stay.
     */
    List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables);

    /** A statement that creates a schema, or does nothing where somebody else just has. */
    default String createSchema(String schema) {
        return "CREATE SCHEMA IF NOT EXISTS " + quote(schema);
    }

    /** A statement that drops a schema that was emptied. */
    String dropSchema(String schema);

    /**
     * Statements that create the history table with its first rows. Run in one transaction where DDL takes part in
     * transactions; elsewhere the first statement must make table, rows and index appear at once, so that a crash leaves no part of a
     * history.
     *
     * @param firstRows each a list of expressions, one for each column
     */
    List<String> createHistoryTable(TableName table, @Nullable String tablespace, List<String> firstRows);

    /**
     * Statements that create the history table with the rows that a query brings, under the same conditions as {@link
     * #createHistoryTable(TableName, String, List)}.
     *
     * @param query for all columns, in their order
     */
    default List<String> createHistoryTable(TableName table, @Nullable String tablespace, String query) {
        if (!transactionalDdl()) {
            throw new UnsupportedOperationException(name() + " must create the table and its rows in one statement");
        }
        List<String> statements = new ArrayList<>(createHistoryTable(table, tablespace, List.of()));
        statements.add("INSERT INTO " + quote(table) + " (" + HistoryColumns.all(this) + ") " + query);
        return statements;
    }

    /**
     * A query for the row that Flyway keeps in its table to have something to lock; null where it needs none.
     */
    default @Nullable String flywayMarker() {
        return null;
    }

    /**
     * Statements that rename a history table, and what must have another name when a new table takes its place.
     *
     * @param name the new one, in the same schema
     */
    default List<String> renameHistoryTable(TableName table, String name) {
        return List.of("ALTER TABLE " + quote(table) + " RENAME TO " + quote(name));
    }

    /** The statement that makes a schema the one that unqualified names mean, in front of those that they mean already. */
    String useSchema(String schema);

    /** A column of the history table that tells a moment, as the driver reads it as the moment that it is. */
    default String moment(String column) {
        return column;
    }

    /** A statement that creates the table of a lease, or does nothing where somebody else just has. */
    default String createLeaseTable(TableName table) {
        return "CREATE TABLE IF NOT EXISTS " + quote(table)
                + LeaseColumns.definition(this, "BIGINT", "VARCHAR", "TIMESTAMP WITH TIME ZONE");
    }

    /** A parameter in a select list, where a database may not know its type otherwise. */
    default String parameter(String type) {
        return "CAST(? AS " + type + ")";
    }

    /**
     * A statement that creates the table of the journal. Everything in it is plain text in ASCII, whatever a script has made
     * of the session that writes it.
     *
     * @param tablespace null for the usual one
     */
    default String createJournalTable(TableName table, @Nullable String tablespace) {
        return JournalColumns.createTable(this, table);
    }

    /** Whether a statement builds an index beside other work, and may leave it invalid. */
    default boolean mayLeaveInvalidIndex(SqlStatement statement) {
        return false;
    }

    /**
     * A statement that drops an index if it is invalid.
     *
     * @param schema of the index; null where it is not known
     * @param index its name in the catalog
     */
    default Optional<String> dropInvalidIndex(JdbcOperations jdbc, @Nullable String schema, String index) {
        return Optional.empty();
    }

    /** Whether a session that has locked tables can reach no others. */
    default boolean locksOthersOut() {
        return false;
    }

    /** The time as a lease stores it, by the clock of the database. */
    default String leaseTime() {
        return "CURRENT_TIMESTAMP";
    }

    /** A time as a lease stores it, so many seconds ago as the parameter says. */
    default String leaseTimeAgo() {
        return "CURRENT_TIMESTAMP - CAST(? AS INTERVAL SECOND(9, 3))";
    }

    /**
     * What ends a query for the row of a lease within a statement that writes under it: nobody takes the row over before that
     * is committed. Empty where it is so anyway, or where no lock outlasts DDL.
     */
    default String keepingRow() {
        return "";
    }

    /** Whether a transaction that has written keeps all other sessions from writing anything until it ends. */
    default boolean hasOneWriter() {
        return false;
    }

    /**
     * Why the database, not the driver, lets the session change nothing, and what to do about it, as sentences of which the
     * first follows a colon; null where it lets it. Asked in autocommit. Writes nothing.
     */
    default @Nullable String readOnlyBecause(Connection connection, JdbcOperations jdbc) throws SQLException {
        return null;
    }

    /**
     * Ends the statement that another thread runs on the connection, where the driver offers that without knowing the
     * statement.
     */
    default void cancelRunning(Connection connection) throws SQLException {}

    /**
     * A statement by which the session takes a role; null where it cannot. That it gives the role up again is part of {@link
     * #restoreSession}.
     */
    default @Nullable String takeRole(String role) {
        return null;
    }

    /** The settings of the session that can be brought back. */
    SessionState captureSession(JdbcOperations jdbc);

    /** Brings settings back, in one statement where nothing has changed. */
    void restoreSession(JdbcOperations jdbc, SessionState state);

    /** How a script for the database's own client keeps the settings of its session in mind. */
    String rememberSession();

    /**
     * How such a script brings back what it has kept in mind.
     *
     * @param state of the session that the script does not change, where the client cannot keep it in mind
     * @param schema which the run has made the one that unqualified names mean; null where it is that of the session
     */
    String recallSession(SessionState state, @Nullable String schema);

    /** A statement in such a script, with what ends it there. */
    default String inScript(String sql) {
        // a delimiter in a comment would end nothing
        String lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
        return sql + (lastLine.contains("--") || lastLine.contains("#") ? "\n;\n" : ";\n");
    }

    /** The statement that begins a transaction in a script that people run. */
    default String beginTransaction() {
        return "BEGIN";
    }

    /** A text as it stands in SQL. */
    default String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A truth as it stands in SQL. */
    default String literal(boolean truth) {
        return truth ? "TRUE" : "FALSE";
    }

    /** Whether an empty text is null, which a column may refuse. */
    default boolean emptyIsNull() {
        return false;
    }

    /** The limit for waits for locks of tables; empty where there is none, or none is needed. */
    default Optional<TableLocks> tableLocks() {
        return Optional.empty();
    }

    /** The lock that belongs to a session; null where the database has none, and a lease must do. */
    @Nullable
    AdvisoryLock advisoryLock();

    /** The lock by which Flyway keeps its own runs apart, given its table; null where it has none that belongs to a session. */
    default @Nullable AdvisoryLock flywayLock() {
        return null;
    }

    /** The sessions of the server, where a pooler may stand between them and the connections of the driver. */
    default Optional<Backends> backends() {
        return Optional.empty();
    }

    /**
     * The statement by which the database writes to the disk what was committed; null where it does so with each commit, or has no disk.
     */
    default @Nullable String writingCommits(Connection connection) throws SQLException {
        return null;
    }

    /**
     * What a rollback may leave of statements none of which ends a transaction, as a clause such as "table x has no
     * transactions"; null where that takes all of them back. Asked only after a failure.
     */
    default @Nullable String outlastsRollback(JdbcOperations jdbc) {
        return null;
    }

    /** Whether other sessions can reach this database at all: false for a private database in memory. */
    default boolean isShared(Connection connection) throws SQLException {
        return true;
    }

    /**
     * The offset in the SQL at which the database says that it is wrong.
     *
     * @return -1 where it does not say
     */
    default int errorOffset(SQLException failure, String sql) {
        return -1;
    }

    /**
     * Whether statements that are sent together save time, and can be taken back together: to a savepoint, whatever the tables
     * are.
     */
    default boolean batches() {
        return false;
    }

    /** A statement that runs others, by which they are sent together where {@link #batches()} is false. */
    default Optional<StatementBlock> statementBlock() {
        return Optional.empty();
    }

    /** Whether a statement that fails leaves a transaction that can only be rolled back, to a savepoint or wholly. */
    default boolean errorEndsTransaction() {
        return false;
    }

    /**
     * Whether the transaction on the connection can only be rolled back, as the driver knows without asking the server. A
     * commit would then silently store nothing.
     */
    default boolean isTransactionFailed(Connection connection) throws SQLException {
        return false;
    }

    /** Whether a transaction is open on the connection, also one that was begun by a statement. */
    default boolean isTransactionOpen(Connection connection) throws SQLException {
        return !connection.getAutoCommit();
    }

    /** Rolls back a transaction that was begun by a statement, if there is one, and leaves the connection in autocommit. */
    default void rollbackLeftOver(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /**
     * Runs a statement that reads its data from the client.
     *
     * @return the number of rows
     */
    default long copyIn(Connection connection, String sql, Reader data) throws SQLException, IOException {
        throw new IllegalStateException(name() + " has no statement that reads data from the client");
    }
}
