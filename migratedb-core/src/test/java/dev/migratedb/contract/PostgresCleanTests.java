package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresCleanTests extends CleanContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String ownSchema() {
        return "public";
    }

    @Override
    List<String> oneOfEverything() {
        return List.of(
                "create domain positive as int check (value > 0)",
                "create type colour as enum ('red', 'blue')",
                "create type pair as (a int, b colour)",
                "create type span as range (subtype = float8)",
                "create sequence numbers",
                "create table city (id int generated always as identity primary key, size positive, c colour, p pair,"
                        + " n serial, m int default nextval('numbers'))",
                "create table street (id int, city int references city (id)) partition by range (id)",
                "create table street_1 partition of street for values from (1) to (100)",
                "create index street_index on street (city)",
                "create view small as select * from city where size < 10",
                "create view smaller as select * from small where size < 5",
                "create materialized view counted as select count(*) c from city",
                "create function twice(x int) returns int language sql as 'select 2 * x'",
                "create function twice(x pair) returns int language sql as 'select 2 * (x).a'",
                "create procedure nothing() language sql as 'select 1'",
                "create aggregate total(int) (sfunc = int4pl, stype = int)",
                "create operator === (leftarg = int, rightarg = int, function = int4eq)",
                "create operator class own_ops for type int using btree as operator 3 =, function 1 btint4cmp(int, int)",
                "create collation german from \"C\"",
                "create conversion own_conversion for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8",
                "create text search dictionary own_dictionary (template = simple)",
                "create text search configuration own_search (copy = simple)",
                "create statistics own_statistics on id, city from street",
                "create function on_change() returns trigger language plpgsql as 'begin return new; end'",
                "create trigger changed before update on city for each row execute function on_change()",
                "create rule quiet as on delete to city do instead nothing",
                "create foreign data wrapper nobody",
                "create server nowhere foreign data wrapper nobody",
                "create foreign table far (id int) server nowhere",
                "create table \"Odd \"\"Name\" (id int)",
                "create function \"Odd.Function\"(\"a b\" \"Odd \"\"Name\") returns int language sql as 'select 1'");
    }

    @Override
    List<String> objects(String schema) {
        return database.strings("""
                select pg_describe_object(d.classid, d.objid, d.objsubid) from pg_depend d
                where d.refclassid = 'pg_namespace'::regclass and d.refobjid = '%s'::regnamespace
                  and d.deptype = 'n' and d.classid <> 'pg_extension'::regclass
                  and not exists (select 1 from pg_depend e
                    where e.classid = d.classid and e.objid = d.objid and e.deptype = 'e')
                """.formatted("public".equals(schema) ? schema : '"' + schema + '"'));
    }

    @Test
    void leavesExtensionsAndWhatBelongsToThem() {
        database.execute(
                "create function kept() returns int language sql as 'select 1'",
                "alter extension plpgsql add function kept()");
        script("V2__two.sql", "create table two (id int);");
        engine().baselineOnMigrate(true).load().migrate();

        engine().cleanDisabled(false).load().clean();

        assertThat(objects("public")).isEmpty();
        assertThat(database.strings("select kept()")).containsExactly("1");
        engine().load().migrate();
    }

    @Test
    void leavesEverythingWhereSomethingCannotBeDropped() {
        script("V1__one.sql", "create table one (id int);");
        script("V2__refusal.sql", """
                create function refuse() returns event_trigger language plpgsql as
                  $$ begin if tg_tag = 'DROP TABLE' then raise exception 'no drops here'; end if; end $$;
                """);
        engine().load().migrate();
        database.execute("create event trigger no_drops on ddl_command_start execute function refuse()");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().cleanDisabled(false).load().clean())
                .withMessageContaining("no drops here")
                .withMessageContaining("nothing was dropped")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CLEAN_FAILED));

        assertThat(database.tables()).contains("one", "migratedb_state");
        assertThat(engine().load().migrate().migrationsExecuted()).isZero();
    }
}
