package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A migration takes long, and further processes come meanwhile: they wait for it, and say for whom. */
abstract class WaitingReplicaContractTests extends FaultContractTests {

    private static final long PROGRESS_SECONDS = 10;

    /** Ends when the test wants it to, and is always in a statement until then. */
    private static final String LONG_STATEMENT = """
            do $$ begin
              while not exists (select from pg_namespace where nspname = 'released') loop
                perform pg_sleep(0.1);
              end loop;
            end $$;
            """;

    /** Who, since when, and what. */
    private static final Pattern WAITING =
            Pattern.compile("Waiting for another run, \\d+ s so far: process \\d+ .*connected since .*pg_sleep");

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    /** How long the migration takes at least. */
    abstract Duration duration();

    @Test
    void waitForALongMigrationAndSayForWhom() {
        Tally tally = tally("2 processes wait for a long migration");
        Scripts scripts = Scripts.tables(folder, 1, LONG_STATEMENT);
        long waited;
        try (FreshDatabase database = product().server().freshDatabase()) {
            Worker first = worker(database, scripts);
            first.go();
            Sessions sessions = new Sessions(product(), database);
            await("the long statement", () -> !sessions.running("pg_sleep").isEmpty());
            List<Worker> replicas = atOnce(2, database, scripts);
            long begin = System.nanoTime();
            await(
                    "the replicas",
                    () -> replicas.stream().allMatch(this::hasWaited)
                            && since(begin) >= duration().toSeconds());
            waited = since(begin);
            database.execute("create schema released");
            for (Worker replica : replicas) {
                Outcome outcome = replica.end(LIMIT);
                if (outcome.kind() != Outcome.Kind.DONE) {
                    tally.bystanderFailed("a replica", outcome.message());
                }
            }
            count(tally, "the first", first.end(LIMIT), database, scripts);
        }
        report(tally, " (" + waited + " s)");
    }

    private static long since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toSeconds();
    }

    /** Whether it has said for whom, once at the beginning and again and again. */
    private boolean hasWaited(Worker replica) {
        return !replica.isAlive()
                || engine() != Engine.MIGRATEDB
                || replica.lines().stream()
                                .filter(line -> WAITING.matcher(line).find())
                                .count()
                        > duration().toSeconds() / PROGRESS_SECONDS - 1;
    }
}
