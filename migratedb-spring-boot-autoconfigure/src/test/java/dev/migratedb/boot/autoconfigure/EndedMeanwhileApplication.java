package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationVersion;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application whose process begins to end, as by a signal, when a command is done and its beans are destroyed. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EndedMeanwhileApplication {

    static final int EXIT_CODE = 7;

    public static void main(String[] args) {
        SpringApplication.run(EndedMeanwhileApplication.class, args);
    }

    @Bean
    LastMigration lastMigration() {
        return new LastMigration();
    }

    static class LastMigration implements JavaMigration, DisposableBean {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.of("2");
        }

        @Override
        public String getDescription() {
            return "last";
        }

        @Override
        public void migrate(MigrationContext context) {}

        @Override
        public void destroy() throws InterruptedException {
            CountDownLatch ending = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(ending::countDown));
            new Thread(() -> System.exit(EXIT_CODE)).start();
            ending.await();
        }
    }
}
