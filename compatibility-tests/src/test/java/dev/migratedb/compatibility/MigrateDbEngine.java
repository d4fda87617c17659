package dev.migratedb.compatibility;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one that is tested. */
final class MigrateDbEngine implements Engine {

    @Override
    public String name() {
        return "MigrateDB";
    }

    @Override
    public String historyTable() {
        return "migratedb_state";
    }

    @Override
    public List<String> run(Command command, Setup setup, @Nullable List<String> events) {
        try {
            MigrateDb.Builder builder = builder(setup);
            if (events != null) {
                builder.callbacks(new MigrateDbEvents(events));
            }
            run(command, builder.load());
            return Outcome.OK;
        } catch (MigrateDbException failure) {
            return MigrateDbFailure.outcome(failure);
        }
    }

    private static void run(Command command, MigrateDb engine) {
        switch (command) {
            case MIGRATE -> engine.migrate();
            case VALIDATE -> engine.validate();
            case INFO -> engine.info();
            case REPAIR -> engine.repair();
            case BASELINE -> engine.baseline();
            case CLEAN -> engine.clean();
        }
    }

    @Override
    public List<String> info(Setup setup) {
        try {
            List<String> lines = new ArrayList<>();
            for (MigrationInfo info : builder(setup).load().info().all()) {
                lines.add(Lines.info(
                        info.version(),
                        info.description(),
                        info.type(),
                        info.state().displayName()));
            }
            return lines;
        } catch (MigrateDbException failure) {
            return MigrateDbFailure.outcome(failure);
        }
    }

    private static MigrateDb.Builder builder(Setup setup) {
        MigrateDb.Builder builder =
                MigrateDb.configure().dataSource(setup.dataSource()).locations(setup.location());
        setup.settings().forEach(setting -> setting.migrateDb().accept(builder, setup.folder()));
        return builder;
    }
}
