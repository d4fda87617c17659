package dev.migratedb.architecture.planted.leak.internal.script;

public class Hidden {}
