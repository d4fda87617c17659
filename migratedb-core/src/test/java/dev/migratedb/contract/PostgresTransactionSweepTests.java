package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

class PostgresTransactionSweepTests extends TransactionSweepContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    List<String> given() {
        return List.of("create procedure fill() language sql as 'insert into one values (2)'");
    }

    @Override
    List<String> scripts() {
        return List.of("""
                -- migratedb: executeInTransaction=false
                begin;
                insert into one values (1);
                commit;
                call fill();
                insert into one values (3);
                """);
    }
}
