package dev.migratedb.internal.execution;

import dev.migratedb.callback.Event;
import dev.migratedb.internal.script.CheckedScript;

/**
 * A SQL callback that was found and is right.
 *
 * @param event when it runs
 * @param description its name among the callbacks of the event; may be empty
 * @param script what it runs
 * @param transactional whether it runs in a transaction
 */
public record SqlCallbackScript(Event event, String description, CheckedScript script, boolean transactional) {}
