package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

class HsqldbDryRunTests extends DryRunContractTests {

    /** "Unexpected end of statement". */
    private static final int END_OF_STATEMENT = -5590;

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Override
    List<String> contents(FreshDatabase database) {
        List<String> contents = new ArrayList<>(database.strings("script").stream()
                .map(line -> line.replaceAll("SPECIFIC \\w+", ""))
                .filter(line -> !line.contains("_lock") && !line.startsWith("SET DATABASE UNIQUE NAME"))
                .toList());
        for (String table : database.strings("select '\"' || table_schema || '\".\"' || table_name || '\"'"
                + " from information_schema.tables where table_schema not in ('INFORMATION_SCHEMA', 'SYSTEM_LOBS')"
                + " and table_type = 'BASE TABLE' and table_name not like '%!_lock' escape '!' order by 1")) {
            contents.addAll(rows(database, table));
        }
        return contents;
    }

    /** By the database itself, which says of lines that they are not yet a whole statement: its client is another artifact. */
    @Override
    void runByHand(FreshDatabase database, Path script) throws IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            StringBuilder lines = new StringBuilder();
            for (String line : Files.readAllLines(script)) {
                lines.append(line).append('\n');
                if (line.endsWith(";") && isWhole(statement, lines.toString())) {
                    lines.setLength(0);
                }
            }
            assertThat(lines.toString().replaceAll("--.*", "")).isBlank();
        } catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static boolean isWhole(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException ex) {
            if (ex.getErrorCode() == END_OF_STATEMENT) {
                return false;
            }
            throw ex;
        }
    }

    @Override
    String changesSession() {
        return "create schema other;\nset schema other";
    }

    @Override
    void specialities() {
        script("V6__procedure.sql", """
                create procedure add_two(in n int) modifies sql data begin atomic
                  insert into person values (n, 'first; -- no comment');
                  insert into person values (n + 1, 'second');
                end;
                call add_two(6)""");
    }
}
