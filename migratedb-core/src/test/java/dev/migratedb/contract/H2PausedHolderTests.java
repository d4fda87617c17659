package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2PausedHolderTests extends PausedHolderContractTests {

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    @BeforeAll
    static void serve() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0").start();
    }

    @AfterAll
    static void end() {
        server.stop();
    }

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    String url() {
        // there from the first connection on, and never made by a client of the server
        assertThat(database.tables()).isEmpty();
        return database.url().replace("jdbc:h2:", "jdbc:h2:tcp://localhost:" + server.getPort() + "/");
    }
}
