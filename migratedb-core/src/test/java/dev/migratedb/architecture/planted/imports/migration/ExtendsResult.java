package dev.migratedb.architecture.planted.imports.migration;

import dev.migratedb.architecture.planted.imports.result.Result;

class ExtendsResult extends Result {}
