package dev.migratedb.internal.script;

import java.util.Arrays;

/** Where placeholders were replaced in a window. */
final class Marks {

    private int[] begins = new int[8];
    private int[] ends = new int[8];
    private String[] sources = new String[8];
    private int first;
    private int count;

    void add(int begin, int end, String source) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            sources = Arrays.copyOf(sources, count * 2);
        }
        begins[count] = begin;
        ends[count] = end;
        sources[count++] = source;
    }

    /** Moves a place on, over text and whole placeholders. Inside of a value it stays before the placeholder. */
    void pass(TextPlace place, char[] text, int from, int to) {
        int at = from;
        while (first < count && ends[first] <= to) {
            place.over(text, at, begins[first]);
            place.over(sources[first]);
            at = ends[first++];
        }
        place.over(text, at, first < count ? Math.min(to, begins[first]) : to);
    }

    /** Follows the text of the window to another place. */
    void shift(int distance) {
        int kept = count - first;
        System.arraycopy(begins, first, begins, 0, kept);
        System.arraycopy(ends, first, ends, 0, kept);
        System.arraycopy(sources, first, sources, 0, kept);
        Arrays.fill(sources, kept, count, null);
        first = 0;
        count = kept;
        for (int i = 0; i < kept; i++) {
            begins[i] -= distance;
            ends[i] -= distance;
        }
    }

    /** Where the value ends that a character belongs to; the character itself where it belongs to none. */
    int endOfValueAt(int index) {
        for (int i = first; i < count && begins[i] <= index; i++) {
            if (index < ends[i]) {
                return ends[i];
            }
        }
        return index;
    }

    boolean isNoneBefore(int end) {
        return first == count || begins[first] > end;
    }

    /**
     * Puts the placeholders back into a part of the text.
     *
     * @param source gets the text as it is written
     * @return the marks as {@link SourceText} has them
     */
    int[] restore(char[] text, int from, int to, StringBuilder source) {
        int[] restored = new int[(count - first) * SourceText.MARK];
        int used = 0;
        int at = from;
        for (int i = first; i < count && begins[i] <= to; i++) {
            int begin = Math.max(from, begins[i]);
            int end = Math.min(to, ends[i]);
            if (begin == to && ends[i] > begin) {
                break;
            }
            source.append(text, at, begin - at);
            restored[used++] = begin - from;
            restored[used++] = end - from;
            restored[used++] = source.length();
            source.append(sources[i]);
            restored[used++] = source.length();
            at = end;
        }
        source.append(text, at, to - at);
        return Arrays.copyOf(restored, used);
    }
}
