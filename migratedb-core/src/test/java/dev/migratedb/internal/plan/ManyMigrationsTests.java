package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.outOfOrder;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand of everything. None of these ends in bearable time if something is searched for each line anew. */
class ManyMigrationsTests {

    private static final int MANY = 10_000;

    @Test
    void everySecondOfManyVersionsIsLateAndRunsInOrder() {
        List<Candidate> files = IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> file("V" + i + "__m.sql", i))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(files);
        List<AppliedMigration> history = history(IntStream.rangeClosed(1, MANY / 2)
                .mapToObj(i -> ran("V" + 2 * i + "__m.sql", 2 * i))
                .toArray(AppliedMigration[]::new));

        Reconciliation reconciliation = Reconciliation.of(files, history, outOfOrder());

        assertThat(states(reconciliation))
                .isEqualTo(Map.of(MigrationState.SUCCESS, MANY / 2L, MigrationState.PENDING, MANY / 2L));
        assertThat(MigratePlan.of(reconciliation, outOfOrder()).steps())
                .extracting(step -> step.migration().script())
                .isEqualTo(IntStream.range(0, MANY / 2)
                        .mapToObj(i -> "V" + (2 * i + 1) + "__m.sql")
                        .toList());
        assertThat(Validation.problems(reconciliation, outOfOrder(), true)).isEmpty();
    }

    @Test
    void manyRunsOfOneRepeatableMigrationAndOfOneVersionEndInOneEach() {
        AppliedMigration[] rows = IntStream.range(0, MANY)
                .boxed()
                .flatMap(i -> List.of(ran("R__r.sql", i), ran("V1__v.sql", 1), ran("U1__v.sql", 2)).stream())
                .toArray(AppliedMigration[]::new);
        List<Candidate> files = List.of(file("R__r.sql", MANY - 1), file("V1__v.sql", 1), file("U1__v.sql", 2));

        Reconciliation reconciliation = Reconciliation.of(files, history(rows), DEFAULT);

        assertThat(states(reconciliation))
                .isEqualTo(Map.of(
                        MigrationState.SUPERSEDED,
                        MANY - 1L,
                        MigrationState.UNDONE,
                        (long) MANY,
                        MigrationState.SUCCESS,
                        MANY + 1L,
                        MigrationState.PENDING,
                        1L));
        assertThat(Validation.problems(reconciliation, DEFAULT, true)).isEmpty();
    }

    @Test
    void manyProblemsAreAllTold() {
        List<Candidate> files = IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> file("V" + i + "__m.sql", i))
                .toList();
        List<AppliedMigration> history = history(IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> ran("V" + i + "__m.sql", -i))
                .toArray(AppliedMigration[]::new));

        assertThat(Validation.problems(Reconciliation.of(files, history, DEFAULT), DEFAULT, true))
                .hasSize(MANY);
    }

    @Test
    void filesAndRowsAreLookedAtAFewTimesEach() {
        CountingList<Candidate> files = new CountingList<>(IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> file("V" + i + "__m.sql", i))
                .toList());
        CountingList<AppliedMigration> rows = new CountingList<>(List.of(history(IntStream.rangeClosed(1, MANY)
                        .mapToObj(i -> ran("V" + i + "__m.sql", i))
                        .toArray(AppliedMigration[]::new))
                .toArray(AppliedMigration[]::new)));

        assertThat(Reconciliation.of(files, rows, DEFAULT).lines()).hasSize(MANY);
        assertThat(files.reads).isBetween(MANY, 6 * MANY);
        assertThat(rows.reads).isBetween(MANY, 3 * MANY);
    }

    private static Map<MigrationState, Long> states(Reconciliation reconciliation) {
        return reconciliation.infos().stream()
                .collect(Collectors.groupingBy(MigrationInfo::state, Collectors.counting()));
    }

    private static final class CountingList<E> extends AbstractList<E> implements RandomAccess {

        private final List<E> elements;
        private int reads;

        CountingList(List<E> elements) {
            this.elements = elements;
        }

        @Override
        public E get(int index) {
            reads++;
            return elements.get(index);
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
