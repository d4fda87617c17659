package dev.migratedb.architecture.planted.cycle.egg;

import dev.migratedb.architecture.planted.cycle.chicken.Chicken;

public class Egg {

    Chicken chicken;
}
