package dev.migratedb.architecture.planted.impure.internal.plan;

import java.sql.Connection;

class AsksDatabase {

    Connection connection;
}
