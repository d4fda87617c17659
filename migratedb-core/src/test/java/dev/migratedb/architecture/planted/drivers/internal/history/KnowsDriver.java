package dev.migratedb.architecture.planted.drivers.internal.history;

import org.postgresql.PGConnection;

class KnowsDriver {

    PGConnection connection;
}
