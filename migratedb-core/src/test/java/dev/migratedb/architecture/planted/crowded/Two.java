package dev.migratedb.architecture.planted.crowded;

public class Two {

    public static class Nested {}
}
