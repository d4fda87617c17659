package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

@OnMysql
class MysqlCleanTests extends CleanContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String ownSchema() {
        return database.strings("select schema()").get(0);
    }

    @Override
    List<String> oneOfEverything() {
        return List.of(
                "create table city (id int auto_increment primary key, size int, check (size > 0))",
                "create table street (id int, city int, foreign key (city) references city (id))",
                "create table mayor (city int primary key, boss int, foreign key (boss) references mayor (city),"
                        + " foreign key (city) references city (id))",
                "alter table city add mayor int, add foreign key (mayor) references mayor (city)",
                "create index street_index on street (city)",
                "create view small as select * from city where size < 10",
                "create view smaller as select * from small where size < 5",
                "create function twice (n int) returns int deterministic return n * 2",
                "create procedure add_street (n int) insert into street values (n, null)",
                "create trigger noticed after insert on city for each row insert into street values (new.id, null)",
                "create event nightly on schedule every 1 day do delete from street",
                "create table \"Odd \"\"Name\" (id int)");
    }

    @Override
    List<String> objects(String schema) {
        return database.strings("""
                select table_name from information_schema.tables where table_schema = '%1$s'
                union all select routine_name from information_schema.routines where routine_schema = '%1$s'
                union all select event_name from information_schema.events where event_schema = '%1$s'
                union all select trigger_name from information_schema.triggers where trigger_schema = '%1$s'
                """.formatted(schema));
    }
}
