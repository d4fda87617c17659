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

    /** Its client SqlTool is another artifact: this is how it finds the ends of statements. */
    @Override
    void runByHand(FreshDatabase database, Path script) throws IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            StringBuilder lines = new StringBuilder();
            boolean raw = false;
            for (String line : Files.readAllLines(script)) {
                if (line.equals("\\.")) {
                    raw = true;
                } else if (raw && line.equals(".;")) {
                    statement.execute(lines.toString());
                    lines.setLength(0);
                    raw = false;
                } else if (!line.startsWith("--") || !lines.isEmpty()) {
                    lines.append(line).append('\n');
                    if (!raw && line.endsWith(";")) {
                        statement.execute(lines.toString());
                        lines.setLength(0);
                    }
                }
            }
            assertThat(lines.toString()).isBlank();
        } catch (SQLException ex) {
            throw new IllegalStateException(ex);
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
