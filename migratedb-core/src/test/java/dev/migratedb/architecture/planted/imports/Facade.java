package dev.migratedb.architecture.planted.imports;

import dev.migratedb.architecture.planted.imports.internal.script.Script;
import dev.migratedb.architecture.planted.imports.result.Result;

class Facade {

    Script script;
    Result allowed;
}
