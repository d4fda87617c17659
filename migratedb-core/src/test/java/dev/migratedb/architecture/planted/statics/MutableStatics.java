package dev.migratedb.architecture.planted.statics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class MutableStatics {

    static int counter;
    static final AtomicInteger ATOMIC = new AtomicInteger();
    static final int[] ARRAY = {1};
    static final Map<String, String> MAP = new HashMap<>();
    static final List<String> LIST = new ArrayList<>();
    static final ThreadLocal<String> THREAD_LOCAL = new ThreadLocal<>();
}
