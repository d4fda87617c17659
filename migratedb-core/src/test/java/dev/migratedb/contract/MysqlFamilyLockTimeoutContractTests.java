package dev.migratedb.contract;

import java.sql.Connection;
import java.sql.SQLException;

abstract class MysqlFamilyLockTimeoutContractTests extends LockTimeoutContractTests {

    @Override
    String session(Connection connection) throws SQLException {
        return text(connection, "select connection_id()");
    }

    @Override
    String limitOf(Connection connection) throws SQLException {
        return text(connection, "select @@lock_wait_timeout");
    }

    @Override
    String setting() {
        return "set time_zone = '+00:00'";
    }

    @Override
    String waitingForLonger(int seconds) {
        return "select count(*) from information_schema.processlist where db = database() and command = 'Query'"
                + " and id <> connection_id() and time > " + seconds;
    }
}
