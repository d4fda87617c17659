package dev.migratedb.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migratedb.internal.dialect.LifeSigns;
import dev.migratedb.internal.dialect.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class PulseTests {

    private final SimpleDriverDataSource database = new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:");
    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private final Scripted signs = new Scripted();
    private @Nullable Pulse pulse;

    /** Answers as a test wants it to. */
    private static final class Scripted implements LifeSigns {

        private enum Answer {
            SHOWN,
            OTHER_SERVER,
            LOST
        }

        private final Map<Integer, Answer> answers = new ConcurrentHashMap<>(Map.of(0, Answer.SHOWN, 1, Answer.SHOWN));
        private final Map<Integer, AtomicInteger> shows = Map.of(0, new AtomicInteger(), 1, new AtomicInteger());
        private final List<Integer> hidden = new CopyOnWriteArrayList<>();
        private final AtomicInteger greetings = new AtomicInteger();

        @Override
        public long greeted(Connection connection) {
            return greetings.incrementAndGet();
        }

        @Override
        public @Nullable Boolean show(JdbcOperations idle, long greeted, TableName history, long holder, int sign) {
            shows.get(sign).incrementAndGet();
            return switch (answers.get(sign)) {
                case SHOWN -> true;
                case OTHER_SERVER -> null;
                case LOST -> throw new DataAccessResourceFailureException("lost");
            };
        }

        @Override
        public void hide(JdbcOperations idle, long holder, int sign) {
            hidden.add(sign);
        }

        @Override
        public Sight look(JdbcOperations waiter, TableName history) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void end(JdbcOperations waiter, long session) {
            throw new UnsupportedOperationException();
        }

        private void awaitShowsOf(int sign, int more) {
            int before = shows.get(sign).get();
            await().until(() -> shows.get(sign).get() >= before + more);
        }
    }

    private Pulse start() {
        Pulse started = Pulse.of(new JdbcTemplate(database), signs, new TableName("a", "b"), () -> {
            Connection connection = database.getConnection();
            opened.add(connection);
            return connection;
        });
        assertThat(started).isNotNull();
        pulse = started;
        return started;
    }

    private long open() throws SQLException {
        long count = 0;
        for (Connection connection : opened) {
            count += connection.isClosed() ? 0 : 1;
        }
        return count;
    }

    @AfterEach
    void stop() {
        if (pulse != null) {
            pulse.stop();
        }
    }

    @Test
    void keepsOneConnectionForEachSignAndGivesTheOneBeyondThemBack() throws SQLException {
        Pulse started = start();
        signs.awaitShowsOf(1, 2);

        assertThat(opened).hasSize(3);
        assertThat(open()).isEqualTo(2);
        started.stop();
        pulse = null;
        assertThat(open()).isZero();
        assertThat(signs.hidden).containsExactly(0, 1);
    }

    @Test
    void showsNothingWhereOneOfThemCannotBeShown() throws SQLException {
        signs.answers.put(1, Scripted.Answer.OTHER_SERVER);

        start();
        await().until(() -> signs.hidden.size() == 2);

        await().until(() -> open() == 0);
    }

    @Test
    void keepsWhatWasShownThoughTheOtherOneFindsItselfOnAnotherServer() throws SQLException {
        start();
        signs.awaitShowsOf(1, 1);

        signs.answers.put(0, Scripted.Answer.OTHER_SERVER);
        signs.awaitShowsOf(0, 1);
        signs.awaitShowsOf(1, 2);

        assertThat(signs.hidden).isEmpty();
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void opensAnotherConnectionForASignThatIsLost() throws SQLException {
        start();
        signs.awaitShowsOf(1, 1);
        int before = opened.size();

        signs.answers.put(1, Scripted.Answer.LOST);
        signs.awaitShowsOf(1, 2);
        signs.answers.put(1, Scripted.Answer.SHOWN);
        signs.awaitShowsOf(1, 2);

        assertThat(opened).hasSizeGreaterThan(before);
        assertThat(open()).isEqualTo(2);
    }
}
