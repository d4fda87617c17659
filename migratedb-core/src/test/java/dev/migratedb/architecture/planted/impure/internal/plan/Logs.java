package dev.migratedb.architecture.planted.impure.internal.plan;

import org.slf4j.Logger;

class Logs {

    Logger logger;
}
