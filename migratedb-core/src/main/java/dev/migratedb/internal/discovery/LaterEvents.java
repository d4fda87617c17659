package dev.migratedb.internal.discovery;

import dev.migratedb.callback.Event;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The events that have a name but do not occur yet: a file of that name would wait for ever without a word. */
final class LaterEvents {

    private static final Pattern NAME = Pattern.compile(
            "(BEFORE|AFTER)_(CONNECT|(EACH_)?UNDO.*|(CLEAN|BASELINE|REPAIR).*)" + "|.*_OPERATION_FINISH");

    /** All of them. */
    static final Set<Event> ALL = Collections.unmodifiableSet(Arrays.stream(Event.values())
            .filter(event -> NAME.matcher(event.name()).matches())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.class))));

    private LaterEvents() {}
}
