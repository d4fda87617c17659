package dev.migratedb.internal.script;

import dev.migratedb.migration.ScriptPosition;

/**
 * A piece of a file as it is written, which knows where it stands.
 *
 * @param location the file
 * @param text with placeholders as they are written
 * @param tail what follows directly and is shown with the last line
 * @param marks where placeholders were replaced, four numbers for each: begin and end in the text after replacement, begin and
 *     end in this text
 * @param line where it begins, counted from 1
 * @param column where it begins, counted from 1
 * @param indent as {@link TextPlace#indent()} where it begins
 */
record SourceText(String location, String text, String tail, int[] marks, int line, int column, int indent) {

    static final int[] NO_MARKS = {};

    /** The numbers of one mark. */
    static final int MARK = 4;

    /** The place of a character of the text after replacement. Within a value it is the place of the placeholder. */
    ScriptPosition positionAt(int offset) {
        int at = Math.min(Math.max(0, toSource(offset)), text.length());
        TextPlace place = new TextPlace(line, column);
        place.over(text.substring(0, at));
        return new ScriptPosition(location, place.line(), place.column(), Excerpt.of(this, at, place.line()));
    }

    int toSource(int offset) {
        int shift = 0;
        for (int i = 0; i < marks.length && marks[i] <= offset; i += MARK) {
            if (offset < marks[i + 1]) {
                return marks[i + 2];
            }
            shift = marks[i + 3] - marks[i + 1];
        }
        return offset + shift;
    }
}
