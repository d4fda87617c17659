package dev.migratedb.architecture.planted.whole.internal.history;

import dev.migratedb.architecture.planted.whole.configuration.Configuration;

class KnowsEverything {

    Configuration configuration;
}
