package dev.migratedb.architecture.planted.whole.internal.command;

import dev.migratedb.architecture.planted.whole.configuration.Configuration;

class MayKnowEverything {

    Configuration configuration;
}
