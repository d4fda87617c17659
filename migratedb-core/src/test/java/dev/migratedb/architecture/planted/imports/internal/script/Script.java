package dev.migratedb.architecture.planted.imports.internal.script;

public class Script {}
