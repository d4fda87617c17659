package dev.migratedb.architecture.planted.leak;

import dev.migratedb.architecture.planted.leak.internal.script.Hidden;

class Facade {

    Hidden hidden;
}
