package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.result.MigrateResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many engines in one JVM, each with a data source of its own. */
abstract class ConcurrencyContractTests extends ContractTests {

    private static final int SCHEMAS = 32;
    private static final int ON_ONE_SCHEMA = 8;
    private static final int SCRIPTS = 3;

    /** What the engines run on. */
    enum Threads {
        OF_THE_PLATFORM,
        VIRTUAL;

        ExecutorService executor() throws ReflectiveOperationException {
            if (this == OF_THE_PLATFORM) {
                return Executors.newCachedThreadPool();
            }
            Assumptions.assumeTrue(Runtime.version().feature() >= 21, "virtual threads need a JDK 21 or later");
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        }
    }

    @ParameterizedTest
    @EnumSource(Threads.class)
    void eachOfManySchemasGetsItsOwnMigrationsInParallel(Threads threads) throws Exception {
        scripts();
        List<String> schemas =
                Stream.iterate(1, i -> i + 1).limit(SCHEMAS).map(i -> "s" + i).toList();

        List<MigrateResult> results = atOnce(
                threads,
                schemas.stream()
                        .map(schema -> engine().schemas(schema).placeholders(Map.of("mine", schema)))
                        .toList());

        assertThat(results).allMatch(result -> result.migrationsExecuted() == SCRIPTS);
        assertThat(results).extracting(MigrateResult::schema).containsExactlyElementsOf(schemas);
        for (String schema : schemas) {
            String quoted = "\"" + schema + "\".";
            assertThat(database.strings("select v from " + quoted + "thing order by v"))
                    .containsExactly("2 " + schema, "3 " + schema);
            assertThat(database.strings("select \"version\" from " + quoted
                            + "\"migratedb_state\" where \"version\" is not null order by \"installed_rank\""))
                    .containsExactly("1", "2", "3");
        }
    }

    @ParameterizedTest
    @EnumSource(Threads.class)
    void oneOfManyOnOneEmptySchemaMigratesAndTheOthersFindItDone(Threads threads) throws Exception {
        scripts();

        List<MigrateResult> results = atOnce(
                threads,
                Stream.generate(() -> engineInSchema()
                                .placeholders(Map.of("mine", "x"))
                                .lockPollInterval(Duration.ofMillis(50)))
                        .limit(ON_ONE_SCHEMA)
                        .toList());

        assertThat(results)
                .extracting(MigrateResult::migrationsExecuted)
                .containsOnly(0, SCRIPTS)
                .filteredOn(count -> count > 0)
                .hasSize(1);
        assertThat(database.strings("select v from " + inSchema("thing") + " order by v"))
                .containsExactly("2 x", "3 x");
    }

    private void scripts() {
        script("V1__one.sql", "create table thing (v varchar(20));");
        script("V2__two.sql", "insert into thing values ('2 ${mine}');");
        script("V3__three.sql", "insert into thing values ('3 ${mine}');");
    }

    private static List<MigrateResult> atOnce(Threads threads, List<MigrateDb.Builder> engines) throws Exception {
        ExecutorService executor = threads.executor();
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<MigrateResult>> runs = new ArrayList<>();
            for (MigrateDb.Builder engine : engines) {
                Callable<MigrateResult> run = () -> {
                    start.await();
                    return engine.load().migrate();
                };
                runs.add(executor.submit(run));
            }
            start.countDown();
            List<MigrateResult> results = new ArrayList<>();
            for (Future<MigrateResult> run : runs) {
                results.add(run.get(180, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
