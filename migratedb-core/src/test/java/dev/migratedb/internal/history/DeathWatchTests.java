package dev.migratedb.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.dialect.LifeSigns;
import dev.migratedb.internal.dialect.LifeSigns.Sight;
import dev.migratedb.internal.dialect.TableName;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class DeathWatchTests {

    private static final long OWN = 7;
    private static final long HOLDER = 12;
    private static final int STEP_MILLIS = 150;

    private final Shown signs = new Shown();
    private final DeathWatch watch = new DeathWatch(
            () -> false,
            new JdbcTemplate(new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:")),
            signs,
            new TableName("a", "b"));
    private int millis;

    /** Signs as a test has them seen. */
    private static final class Shown implements LifeSigns {

        private final List<Long> ended = new ArrayList<>();
        private Sight sight = new Sight(OWN, 0, 0);
        private long greeted = OWN;

        @Override
        public long greeted(Connection connection) {
            return greeted;
        }

        @Override
        public @Nullable Boolean show(JdbcOperations idle, long greeted, TableName history, long holder, int sign) {
            return true;
        }

        @Override
        public void hide(JdbcOperations idle, long holder, int sign) {}

        @Override
        public Sight look(JdbcOperations waiter, TableName history) {
            return sight;
        }

        @Override
        public void end(JdbcOperations waiter, long session) {
            ended.add(session);
        }
    }

    /** Looks again after a while, and sees so many signs. */
    private boolean sees(int count) {
        return sees(HOLDER, count);
    }

    private boolean sees(long holder, int count) {
        millis += STEP_MILLIS;
        return watch.isDead(
                new Sight(OWN, holder, count), Duration.ofMillis(millis).toNanos());
    }

    @Test
    void deadIsWhoWasSeenAliveAndShowsNothingForLongEnough() {
        sees(2);
        List<Boolean> dead = List.of(sees(0), sees(0), sees(0), sees(0), sees(0));

        assertThat(dead).containsOnly(false);
        assertThat(sees(0)).isTrue();
        assertThat(sees(0)).as("a second time").isFalse();
    }

    @Test
    void whoNeverShowedAnythingIsLeftAlone() {
        for (int i = 0; i < 100; i++) {
            assertThat(sees(0)).isFalse();
        }
    }

    @Test
    void whoNeverShowedAllSignsIsLeftAlone() {
        sees(1);
        for (int i = 0; i < 100; i++) {
            assertThat(sees(0)).isFalse();
        }
    }

    @Test
    void oneSignIsEnoughToLive() {
        sees(2);
        for (int i = 0; i < 100; i++) {
            assertThat(sees(1)).isFalse();
        }
    }

    @Test
    void aSignThatComesBackBeginsTheSilenceAnew() {
        sees(2);
        for (int i = 0; i < 20; i++) {
            assertThat(List.of(sees(0), sees(0), sees(0), sees(0), sees(1))).containsOnly(false);
        }
    }

    @Test
    void anotherHolderHasToBeSeenAliveItself() {
        sees(2);
        for (int i = 0; i < 100; i++) {
            assertThat(sees(HOLDER + 1, 0)).isFalse();
        }
    }

    @Test
    void aWaiterThatStoodStillItselfHasSeenNothingMeanwhile() {
        sees(2);
        sees(0);
        millis += 60_000;

        assertThat(sees(0)).isFalse();
    }

    @Test
    void aLockThatIsFreeHasNoDeadHolder() {
        sees(2);
        for (int i = 0; i < 100; i++) {
            assertThat(sees(0, 0)).isFalse();
        }
    }

    private void watchADeath() {
        signs.sight = new Sight(OWN, HOLDER, 2);
        assertThat(watch.succeeds()).isFalse();
        signs.sight = new Sight(OWN, HOLDER, 0);
        long end = System.nanoTime() + DeathWatch.SILENCE.multipliedBy(2).toNanos();
        while (System.nanoTime() - end < 0) {
            assertThat(watch.succeeds()).isFalse();
        }
    }

    @Test
    void theSessionOfADeadOneIsEndedOnce() {
        watchADeath();

        assertThat(signs.ended).containsExactly(HOLDER);
    }

    @Test
    void noSessionIsEndedWhereAProxyCountsThemDifferently() {
        signs.greeted = OWN + 1;

        watchADeath();

        assertThat(signs.ended).isEmpty();
    }

    @Test
    void aWaiterLooksMoreOftenWhileItMissesSigns() {
        Duration usual = Duration.ofSeconds(5);
        signs.sight = new Sight(OWN, HOLDER, 2);
        watch.succeeds();
        assertThat(watch.pause(usual)).isEqualTo(usual);
        signs.sight = new Sight(OWN, HOLDER, 0);

        watch.succeeds();

        assertThat(watch.pause(usual)).isLessThan(Duration.ofMillis(200));
        assertThat(watch.pause(Duration.ofMillis(10))).isEqualTo(Duration.ofMillis(10));
    }
}
