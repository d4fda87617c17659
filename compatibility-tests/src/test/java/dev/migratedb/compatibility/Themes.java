package dev.migratedb.compatibility;

import java.util.List;

/** All that is played. */
final class Themes {

    private Themes() {}

    static List<Theme> all() {
        return List.of(
                BasicScenarios.theme(),
                StateScenarios.theme(),
                EventScenarios.theme(),
                NamingScenarios.theme(),
                LocationScenarios.theme(),
                ConfFileScenarios.theme(),
                JavaMigrationScenarios.theme(),
                ChecksumScenarios.theme(),
                PlaceholderScenarios.theme(),
                OtherwiseScenarios.theme(),
                CallbackScenarios.theme(),
                ValidationScenarios.theme(),
                RepairScenarios.theme(),
                BaselineScenarios.theme(),
                TargetScenarios.theme(),
                TransactionScenarios.theme(),
                SchemaScenarios.theme());
    }
}
