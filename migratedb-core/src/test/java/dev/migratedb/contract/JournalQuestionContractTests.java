package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.contract.DisturbedDataSource.Fault;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.ValidationFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a run asks when a process has died with a statement of which the catalog does not tell what became of it. */
abstract class JournalQuestionContractTests extends ContractTests {

    private static final Pattern TOOK_EFFECT = Pattern.compile("go on behind it: (UPDATE [^;]+);");
    private static final Pattern TOOK_NONE = Pattern.compile("have it run again: (UPDATE [^;]+);");

    private String answer(Pattern pattern) {
        String[] answer = new String[1];
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("V1__two.sql was interrupted at statement 3 (line 3), which was begun at 20")
                .satisfies(ex -> {
                    Matcher matcher = pattern.matcher(ex.getMessage());
                    assertThat(matcher.find()).as(ex.getMessage()).isTrue();
                    answer[0] = matcher.group(1).replace('`', '"');
                });
        return answer[0];
    }

    private void dieBehind(String statement) {
        script("V1__two.sql", """
                create table one (id int);
                insert into one values (1);
                alter table one add constraint one_unique unique (id);
                insert into one values (2);
                """);
        DisturbedDataSource mortal = DisturbedDataSource.at(database.dataSource(), Fault.DEATH_BEHIND, statement);
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().dataSource(mortal).load().migrate());
        if (database.tables().stream().anyMatch(table -> table.endsWith("_lock"))) {
            // the lease of the dead would have to be waited for
            database.execute("update \"migratedb_state_lock\" set \"owner\" = null");
        }
    }

    /** Takes back by hand what the statement in flight has done. */
    String withoutConstraint() {
        return "alter table one drop constraint one_unique";
    }

    @Test
    void goesOnBehindTheStatementWhenItIsToldThatItTookEffect() {
        dieBehind("add constraint");

        database.execute(answer(TOOK_EFFECT));
        engine().load().migrate();

        assertThat(database.strings("select id from one order by id")).containsExactly("1", "2");
        assertThat(history()).containsExactly("1 1 two SQL V1__two.sql ok");
    }

    @Test
    void runsTheStatementAgainWhenItIsToldThatItTookNone() {
        dieBehind("add constraint");
        database.execute(withoutConstraint());

        database.execute(answer(TOOK_NONE));
        engine().load().migrate();

        assertThat(database.strings("select id from one order by id")).containsExactly("1", "2");
        assertThatExceptionOfType(RuntimeException.class)
                .as("the constraint is there")
                .isThrownBy(() -> database.execute("insert into one values (2)"));
    }

    @Test
    void repairLetsItBeginAnew() {
        dieBehind("add constraint");

        assertThat(engine().load().repair().warnings())
                .anyMatch(warning -> warning.startsWith("V1__two.sql, which had stopped at statement 3 (line 3)"));

        database.execute("drop table one");
        engine().load().migrate();
        assertThat(count("one")).isEqualTo(2);
    }
}
