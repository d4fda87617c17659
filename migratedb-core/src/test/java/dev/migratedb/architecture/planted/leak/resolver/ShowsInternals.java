package dev.migratedb.architecture.planted.leak.resolver;

import dev.migratedb.architecture.planted.leak.internal.script.Hidden;

class ShowsInternals {

    Hidden hidden;
}
