package dev.migratedb.architecture.planted.statics;

import java.util.List;
import java.util.Map;

class ImmutableStatics {

    static final int NUMBER = 1;
    static final String[] EMPTY = {};
    static final Map<String, String> MAP = Map.of("a", "b");
    static final List<String> LIST = List.of("a");
    static final Kind KIND = Kind.ONE;

    enum Kind {
        ONE
    }
}
