package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own that migrates as soon as a file appears. */
final class MigrateMain {

    private MigrateMain() {}

    public static void main(String[] args) throws Exception {
        MigrateDb engine = MigrateDb.configure()
                .dataSource(args[0], args[1], args[2])
                .locations("filesystem:" + args[3])
                .load();
        Path ready = Files.createFile(Path.of(args[4]));
        Path start = ready.resolveSibling("start");
        while (!Files.exists(start)) {
            Thread.onSpinWait();
        }
        System.out.println("applied " + engine.migrate().migrationsExecuted());
    }
}
