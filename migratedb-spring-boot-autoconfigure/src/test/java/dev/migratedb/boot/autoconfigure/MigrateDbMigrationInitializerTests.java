package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migratedb.MigrateDb;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The bean that stands for the run, seen from the container. */
@Timeout(30)
class MigrateDbMigrationInitializerTests {

    private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void registerBeans() {
        beanFactory.registerSingleton(
                "migrateDb",
                MigrateDb.configure()
                        .dataSource(new DriverManagerDataSource("jdbc:h2:mem:unused"))
                        .load());
        beanFactory.registerBeanDefinition(
                MigrateDbMigrationInitializer.BEAN_NAME,
                new RootBeanDefinition(
                        MigrationInitializerFactoryBean.class,
                        () -> new MigrationInitializerFactoryBean(beanFactory, event -> {})));
    }

    @Test
    void runsWhenAskedForAndOnlyOnce() {
        strategy(migrateDb -> runs.incrementAndGet());
        ask();
        ask();
        assertThat(runs).hasValue(1);
    }

    @Test
    void isThereForWhatTheRunItselfNeeds() {
        strategy(migrateDb -> {
            runs.incrementAndGet();
            ask();
        });
        ask();
        assertThat(runs).hasValue(1);
    }

    @Test
    void staysFailedWhereTheRunHasFailed() {
        strategy(migrateDb -> {
            runs.incrementAndGet();
            ask();
            throw new IllegalStateException("the run has failed");
        });
        assertThatThrownBy(this::ask).hasRootCauseMessage("the run has failed");
        assertThatThrownBy(this::ask).hasRootCauseMessage("the run has failed");
        assertThat(runs).hasValue(1);
    }

    @Test
    void letsOtherThreadsWaitForTheEndOfTheRun() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        MigrateDbMigrationInitializer initializer =
                new MigrateDbMigrationInitializer(beanFactory, new StartAvailability(event -> {}));
        strategy(migrateDb -> {
            running.countDown();
            await(end);
            runs.incrementAndGet();
        });
        CompletableFuture<Void> runner = CompletableFuture.runAsync(initializer::migrateOnce);
        await(running);
        CompletableFuture<Integer> seenByTheOther = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            initializer.migrateOnce();
            seenByTheOther.complete(runs.get());
        });
        other.start();
        while (other.getState() != Thread.State.WAITING && !seenByTheOther.isDone()) {
            Thread.onSpinWait();
        }
        end.countDown();
        assertThat(seenByTheOther).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(1);
        runner.get(10, TimeUnit.SECONDS);
    }

    @Test
    void leavesNoGuardBehind() {
        int before = beanFactory.getBeanPostProcessorCount();
        strategy(
                migrateDb -> assertThat(beanFactory.getBeanPostProcessorCount()).isEqualTo(before + 1));
        ask();
        assertThat(beanFactory.getBeanPostProcessorCount()).isEqualTo(before);
    }

    private void strategy(MigrateDbMigrationStrategy strategy) {
        beanFactory.registerSingleton("strategy", strategy);
    }

    private void ask() {
        beanFactory.getBean(MigrateDbMigrationInitializer.BEAN_NAME);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }
}
