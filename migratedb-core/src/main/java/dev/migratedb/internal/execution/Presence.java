package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.StatementSubject;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a statement is about was there before it.
 *
 * @param schema that its name meant at that moment, if it says none; null where that is not known
 * @param before as the catalog told
 */
record Presence(StatementSubject subject, @Nullable String schema, boolean before) {

    /** Looks; null where there is nothing to look for, or the catalog does not tell. */
    static @Nullable Presence before(SqlStatement statement, ObjectProbe probe) {
        return StatementSubject.of(statement)
                .filter(subject -> subject.action() != StatementSubject.Action.REPEATS)
                .map(subject -> {
                    String schema = probe.currentSchema();
                    Boolean there = probe.isThere(subject, schema);
                    return there == null ? null : new Presence(subject, schema, there);
                })
                .orElse(null);
    }

    /** Whether it is certain that it is the same now. */
    boolean isUnchanged(ObjectProbe probe) {
        Boolean now = probe.isThere(subject, schema);
        return now != null && now == before;
    }
}
