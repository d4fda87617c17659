package dev.migratedb.architecture.planted.drivers.internal.dialect;

import org.postgresql.PGConnection;

class MayKnowDriver {

    PGConnection connection;
}
