package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.Event;

/** A process of its own that migrates, and tells each statement before it sends it. */
final class TellingMain {

    private TellingMain() {}

    public static void main(String[] args) {
        RecordingCallback tells = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_EACH_MIGRATE_STATEMENT && context.getStatement() != null) {
                System.out.println("sending " + context.getStatement().sql());
            }
        });
        MigrateDb.configure()
                .dataSource(args[0], args[1], args[2])
                .locations("filesystem:" + args[3])
                .callbacks(tells)
                .load()
                .migrate();
    }
}
