package dev.migratedb.architecture.planted.cycle.chicken;

import dev.migratedb.architecture.planted.cycle.egg.Egg;

public class Chicken {

    Egg egg;
}
