package dev.migratedb.faults;

import java.util.ArrayList;
import java.util.List;

/** The calls of one undisturbed run. */
final class CallList implements Intervention {

    private final List<JdbcCall> calls = new ArrayList<>();

    @Override
    public synchronized void before(JdbcCall call) {
        if (call.number() > 0) {
            calls.add(call);
        }
    }

    @Override
    public void after(JdbcCall call) {}

    synchronized List<JdbcCall> calls() {
        return List.copyOf(calls);
    }
}
