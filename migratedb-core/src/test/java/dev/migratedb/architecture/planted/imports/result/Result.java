package dev.migratedb.architecture.planted.imports.result;

public class Result {}
