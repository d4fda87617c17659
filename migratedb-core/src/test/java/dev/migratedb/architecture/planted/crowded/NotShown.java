package dev.migratedb.architecture.planted.crowded;

class NotShown {}
