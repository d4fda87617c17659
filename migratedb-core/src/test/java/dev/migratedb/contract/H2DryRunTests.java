package dev.migratedb.contract;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.RunScript;

class H2DryRunTests extends DryRunContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Override
    List<String> contents(FreshDatabase database) {
        return database.strings("script").stream()
                .map(line -> line.replaceAll("TIMESTAMP '[^']+', \\d+, ", ""))
                .filter(line -> !line.contains("_lock") && !line.startsWith("CREATE USER"))
                .toList();
    }

    @Override
    void runByHand(FreshDatabase database, Path script) throws IOException {
        try {
            RunScript.execute(
                    database.url(),
                    database.user(),
                    database.password(),
                    script.toString(),
                    StandardCharsets.UTF_8,
                    false);
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
        script("V6__alias.sql", "create alias twice as $$ int twice(int i) { return i * 2; } $$;");
    }
}
