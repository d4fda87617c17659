package dev.migratedb.faults;

import java.sql.SQLException;

/** What is done around each call of a driver that reaches the server. */
interface Intervention {

    void before(JdbcCall call) throws SQLException;

    /** After a call that the database has answered, if only with an error. */
    void after(JdbcCall call) throws SQLException;
}
