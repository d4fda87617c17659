package dev.migratedb.architecture.planted.impure.internal.plan;

import java.util.List;

record Decides(List<String> allowed) {}
