package dev.migratedb.architecture.planted.nulls.marked;

class Marked {}
