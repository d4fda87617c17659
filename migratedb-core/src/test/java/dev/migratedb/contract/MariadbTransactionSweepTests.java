package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

@OnMariadb
class MariadbTransactionSweepTests extends TransactionSweepContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    List<String> given() {
        return List.of("create procedure fill() insert into one values (2)");
    }

    @Override
    List<String> scripts() {
        return List.of("""
                create table x (id int);
                insert into one values (1);
                call fill();
                insert into one values (3);
                """, """
                -- migratedb: executeInTransaction=false
                start transaction;
                insert into one values (1);
                insert into one values (2);
                commit;
                insert into one values (3);
                """, """
                lock tables one write;
                insert into one values (1);
                insert into one values (2);
                unlock tables;
                create table x (id int);
                insert into one values (3);
                """);
    }
}
