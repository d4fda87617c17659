package dev.migratedb.internal.discovery;

import dev.migratedb.callback.Event;
import dev.migratedb.internal.script.ScriptFile;

/**
 * A callback in a file that was found.
 *
 * @param event by its name
 * @param description with blanks; empty where the name has none
 * @param file the script
 */
public record CallbackFile(Event event, String description, ScriptFile file) {}
