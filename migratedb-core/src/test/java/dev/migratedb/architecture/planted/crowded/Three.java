package dev.migratedb.architecture.planted.crowded;

public class Three {

    public static class Nested {}
}
