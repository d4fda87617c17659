package dev.migratedb.architecture.planted.impure.internal.plan;

import java.nio.file.Path;

class ReadsPaths {

    Path path;
}
