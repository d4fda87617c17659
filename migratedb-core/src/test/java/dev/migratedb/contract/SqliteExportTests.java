package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

class SqliteExportTests extends ExportContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String[] flywayDdl() {
        return FlywayHistory.SQLITE;
    }

    @Override
    List<String> definition(String table) {
        return FlywayHistory.rows(database, "* from pragma_table_info('" + table + "')");
    }
}
