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

/** What SQL Server would be sent. */
class SqlServerTextTests {

    @TempDir
    private Path folder;

    private final ScriptedDatabase database = new ScriptedDatabase("Microsoft SQL Server")
            .failing(
                    "LEFT JOIN [migratedb_state]",
                    new SQLException("Invalid object name 'migratedb_state'.", "S0002", 208))
            .answering("SELECT SCHEMA_NAME()", List.of("dbo", "me", "shop"))
            .answering("SELECT DB_NAME()", List.of("shop"))
            .answering("sp_getapplock", List.of(0))
            .answering("sp_releaseapplock", List.of(0))
            .answering("SELECT SCHEMA_ID(?)", List.of(1));

    @Test
    void aFirstRun() throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "create table a (id int);\ninsert into a values (1)\nGO 2\n");

        MigrateDb.configure()
                .dataSource(database)
                .locations("filesystem:" + folder)
                .load()
                .migrate();

        assertThat(database.sent())
                .containsSubsequence(
                        "SELECT s.*, h.[installed_rank], h.[version], h.[description], h.[type], h.[script], h.[checksum],"
                                + " h.[installed_by], TODATETIMEOFFSET(h.[installed_on], DATEPART(TZOFFSET, SYSDATETIMEOFFSET())),"
                                + " h.[execution_time], h.[success], OBJECT_SCHEMA_NAME(OBJECT_ID(N'[migratedb_state]'))"
                                + " FROM (SELECT SCHEMA_NAME() AS s, SUSER_SNAME() AS u, DB_NAME() AS d) s"
                                + " LEFT JOIN [migratedb_state] h ON 1 = 1 ORDER BY h.[installed_rank]",
                        "SELECT SCHEMA_NAME() AS s, SUSER_SNAME() AS u, DB_NAME() AS d",
                        "SET NOCOUNT ON; DECLARE @result INT; EXEC @result = sp_getapplock @Resource = ?, @LockMode = 'Exclusive',"
                                + " @LockOwner = 'Session', @LockTimeout = 0; SELECT @result"
                                + " <- [migratedb-09311b33171455ae630d0d2222d21348f81cb5637275501f]",
                        "CREATE TABLE [dbo].[migratedb_state] (\n  [installed_rank] INTEGER NOT NULL,\n  [version] NVARCHAR(50),\n"
                                + "  [description] NVARCHAR(200),\n  [type] NVARCHAR(20) NOT NULL,\n  [script] NVARCHAR(1000) NOT NULL,\n"
                                + "  [checksum] INTEGER,\n  [installed_by] NVARCHAR(100) NOT NULL,\n"
                                + "  [installed_on] DATETIME NOT NULL DEFAULT GETDATE(),\n  [execution_time] INTEGER NOT NULL,\n"
                                + "  [success] BIT NOT NULL\n)",
                        "ALTER TABLE [dbo].[migratedb_state] ADD CONSTRAINT [migratedb_state_pk] PRIMARY KEY ([installed_rank])",
                        "CREATE INDEX [migratedb_state_s_idx] ON [dbo].[migratedb_state] ([success])",
                        "commit",
                        "create table a (id int);\ninsert into a values (1)",
                        "create table a (id int);\ninsert into a values (1)",
                        "INSERT INTO [dbo].[migratedb_state] ([installed_rank], [version], [description], [type], [script], [checksum],"
                                + " [installed_by], [execution_time], [success]) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)"
                                + " <- [1, 1, a, SQL, V1__a.sql, -878879672, me, 0]",
                        "commit",
                        "SET NOCOUNT ON; DECLARE @result INT; EXEC @result = sp_releaseapplock @Resource = ?,"
                                + " @LockOwner = 'Session'; SELECT @result <- [migratedb-09311b33171455ae630d0d2222d21348f81cb5637275501f]");
    }
}
