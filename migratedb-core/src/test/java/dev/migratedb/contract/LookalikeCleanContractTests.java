package dev.migratedb.contract;

import java.util.List;

/** Cleaning where there is no more than what CockroachDB and YugabyteDB both have. */
abstract class LookalikeCleanContractTests extends CleanContractTests {

    @Override
    String ownSchema() {
        return "public";
    }

    @Override
    List<String> oneOfEverything() {
        return List.of(
                "create type colour as enum ('red', 'blue')",
                "create sequence numbers",
                "create table city (id int generated always as identity primary key, c colour, n serial,"
                        + " m int default nextval('numbers'))",
                "create table street (id int, city int references city (id))",
                "create index street_index on street (city)",
                "create view small as select * from city where id < 10",
                "create view smaller as select * from small where id < 5",
                "create materialized view counted as select count(*) c from city",
                "create function twice(x int) returns int language sql as 'select 2 * x'",
                "create function twice(x colour) returns int language sql as 'select 2'",
                "create procedure nothing() language sql as 'select 1'",
                "create table \"Odd \"\"Name\" (id int)");
    }

    @Override
    List<String> objects(String schema) {
        return database.strings("""
                select relname from pg_class where relnamespace = (select oid from pg_namespace where nspname = '%1$s')
                union all
                select proname from pg_proc where pronamespace = (select oid from pg_namespace where nspname = '%1$s')
                union all
                select typname from pg_type where typnamespace = (select oid from pg_namespace where nspname = '%1$s')
                """.formatted(schema));
    }
}
