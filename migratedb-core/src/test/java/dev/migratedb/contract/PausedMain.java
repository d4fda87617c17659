package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process of its own that migrates under a short lease, and waits for a file within its second migration. */
final class PausedMain {

    private PausedMain() {}

    public static void main(String[] args) throws Exception {
        Path reached = Path.of(args[4]);
        MigrateDb.configure()
                .dataSource(args[0], args[1], args[2])
                .locations("filesystem:" + args[3])
                .lockStrategy(Strategy.LEASE)
                .lockLeaseDuration(Duration.ofSeconds(1))
                .lockPollInterval(Duration.ofMillis(50))
                .javaMigrations(new Waiting(reached))
                .load()
                .migrate();
    }

    /** The same migration as {@link LockContractTests.Stop}. */
    private record Waiting(Path reached) implements JavaMigration {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.of("2");
        }

        @Override
        public String getDescription() {
            return "stops";
        }

        @Override
        public void migrate(MigrationContext context) throws Exception {
            Files.createFile(reached);
            while (!Files.exists(reached.resolveSibling("go on"))) {
                Thread.onSpinWait();
            }
            context.getJdbcClient().sql("insert into thing values (3)").update();
        }
    }
}
