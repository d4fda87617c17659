package dev.migratedb.migration;

/**
 * A place in a script.
 *
 * @param location the file, as it was found: {@code classpath:db/migration/V1__a.sql}, or a path
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param excerpt the lines around the place, numbered, with a caret below the column; may be empty
 */
public record ScriptPosition(String location, int line, int column, String excerpt) {

    /** The place in the form that terminals and editors make a link of: {@code file:line:column}. */
    @Override
    public String toString() {
        return location + ":" + line + ":" + column;
    }
}
