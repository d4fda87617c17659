package dev.migratedb.architecture.planted.crowded;

public class One {

    public static class Nested {}
}
