package dev.migratedb.architecture.planted.whole.configuration;

public record Configuration(String everything) {}
