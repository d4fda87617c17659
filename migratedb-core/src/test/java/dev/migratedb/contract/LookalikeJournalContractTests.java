package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.result.ValidationFailedException;
import org.junit.jupiter.api.Test;

/** Where DDL stands alone, scripts with DDL have no transaction without being told so. */
abstract class LookalikeJournalContractTests extends JournalContractTests {

    @Override
    boolean transactional() {
        return false;
    }

    @Override
    void lasting(String name, String content) {
        script(name, content);
    }

    @Test
    @Override
    void runsTheDonePartNotTwiceWhenTheScriptHasBecomeOneThatIsTakenBack() {
        lasting("V1__one.sql", "insert into one values (1);\ncreate table two (id int);");
        script("V1__one.sql.conf", "executeInTransaction=true");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("in " + server().name() + " the statement at line 2 takes no part in one")
                .withMessageContaining("V1__one.sql:2:1");
        assertThat(isThere("two")).isFalse();
    }

    @Test
    void aScriptWithoutDdlIsTakenBackAsAWhole() {
        script("V1__one.sql", "create table one (id int primary key);");
        engine().load().migrate();
        script("V2__two.sql", "insert into one values (1);\nset statement_timeout = 0;\ninsert into one values (1);");

        failsToMigrate();

        assertThat(count("one")).isZero();
    }

    @Test
    void noLockOfASessionIsTakenAndNoneCanBe() {
        script(
                "V1__one.sql",
                "create table one as select count(*) as locks from pg_locks where locktype = 'advisory';");

        engine().load().migrate();

        assertThat(database.strings("select locks from one")).containsExactly("0");
        assertThat(count("\"migratedb_state_lock\"")).isEqualTo(1);
    }

    @Test
    void aSessionIsGivenBackAsItCame() {
        script("V1__one.sql", "create schema other;\nset search_path = other;\nset statement_timeout = '55s';");
        script("V2__two.sql", "create table seen as select current_setting('statement_timeout') as timeout;");

        engine().load().migrate();

        assertThat(database.strings("select timeout from public.seen")).containsExactly("0");
    }
}
