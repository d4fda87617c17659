package dev.migratedb.architecture.planted.nulls.unmarked;

class Unmarked {}
