package dev.migratedb.result;

import java.util.List;

/** What a command reports. */
public sealed interface OperationResult
        permits MigrateResult,
                InfoResult,
                ValidateResult,
                PlanResult,
                BaselineResult,
                RepairResult,
                UndoResult,
                CleanResult,
                ExportResult {

    /** The database, as product name and version. */
    String database();

    /** What the user should know although the command succeeded; empty, never null. */
    List<String> warnings();
}
