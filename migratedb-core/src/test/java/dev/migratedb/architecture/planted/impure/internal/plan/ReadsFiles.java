package dev.migratedb.architecture.planted.impure.internal.plan;

import java.io.File;

class ReadsFiles {

    File file;
}
