package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Oracle would be sent. */
class OracleTextTests {

    @TempDir
    private Path folder;

    private final ScriptedDatabase database = new ScriptedDatabase("Oracle")
            .failing("LEFT JOIN \"migratedb_state\"", new SQLException("ORA-00942", "42000", 942))
            .answering("SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AS s", List.of("SHOP", "SHOP", "XE"))
            .answering("SELECT \"fencing\"", List.of(1));

    @Test
    void aFirstRun() throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "create table a (id int);\nbegin\n  null;\nend;\n/\n");

        MigrateDb.configure()
                .dataSource(database)
                .locations("filesystem:" + folder)
                .load()
                .migrate();

        assertThat(database.sent())
                .containsSubsequence(
                        "SELECT s.*, h.\"installed_rank\", h.\"version\", h.\"description\", h.\"type\", h.\"script\", h.\"checksum\","
                                + " h.\"installed_by\", h.\"installed_on\", h.\"execution_time\", h.\"success\""
                                + " FROM (SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AS s, USER AS u,"
                                + " SYS_CONTEXT('USERENV', 'DB_NAME') AS d FROM DUAL) s"
                                + " LEFT JOIN \"migratedb_state\" h ON 1 = 1 ORDER BY h.\"installed_rank\"",
                        "INSERT INTO \"SHOP\".\"migratedb_state_lock\" (\"id\", \"fencing\") SELECT 1, 0 FROM DUAL"
                                + " WHERE NOT EXISTS (SELECT 1 FROM \"SHOP\".\"migratedb_state_lock\" WHERE \"id\" = 1)",
                        "UPDATE \"SHOP\".\"migratedb_state_lock\" SET \"owner\" = ?, \"fencing\" = \"fencing\" + 1,"
                                + " \"acquired_at\" = SYSTIMESTAMP, \"heartbeat_at\" = SYSTIMESTAMP, \"doing\" = NULL WHERE \"id\" = 1"
                                + " AND (\"owner\" IS NULL OR \"heartbeat_at\" < SYSTIMESTAMP - TO_DSINTERVAL('PT' || ? || 'S'))"
                                + " <- [me, 30.000]",
                        "CREATE TABLE \"SHOP\".\"migratedb_state\" (\n  \"installed_rank\" INTEGER NOT NULL,\n"
                                + "  \"version\" VARCHAR2(50),\n  \"description\" VARCHAR2(200) NOT NULL,\n"
                                + "  \"type\" VARCHAR2(20) NOT NULL,\n  \"script\" VARCHAR2(1000) NOT NULL,\n"
                                + "  \"checksum\" INTEGER,\n  \"installed_by\" VARCHAR2(100) NOT NULL,\n"
                                + "  \"installed_on\" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,\n"
                                + "  \"execution_time\" INTEGER NOT NULL,\n  \"success\" NUMBER(1) NOT NULL,\n"
                                + "  CONSTRAINT \"migratedb_state_pk\" PRIMARY KEY (\"installed_rank\")\n)",
                        "CREATE INDEX \"SHOP\".\"migratedb_state_s_idx\" ON \"SHOP\".\"migratedb_state\" (\"success\")",
                        "create table a (id int)",
                        "begin\n  null;\nend;",
                        "INSERT INTO \"SHOP\".\"migratedb_state\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                                + " SELECT CAST(? AS INTEGER), CAST(? AS VARCHAR(50)),"
                                + " COALESCE(CAST(? AS VARCHAR(200)), '<< no description >>'), CAST(? AS VARCHAR(20)),"
                                + " CAST(? AS VARCHAR(1000)), CAST(? AS INTEGER), CAST(? AS VARCHAR(100)), CAST(? AS INTEGER), 1"
                                + " FROM DUAL WHERE EXISTS (SELECT 1 FROM \"SHOP\".\"migratedb_state_lock\""
                                + " WHERE \"id\" = 1 AND \"owner\" = ? AND \"fencing\" = ?)"
                                + " <- [1, 1, a, SQL, V1__a.sql, -931452878, SHOP, 0, me, 1]",
                        "commit",
                        "UPDATE \"SHOP\".\"migratedb_state_lock\" SET \"owner\" = NULL"
                                + " WHERE \"id\" = 1 AND \"owner\" = ? AND \"fencing\" = ? <- [me, 1]");
    }
}
