package dev.migratedb.architecture.planted.imports.stray;

class Stray {}
