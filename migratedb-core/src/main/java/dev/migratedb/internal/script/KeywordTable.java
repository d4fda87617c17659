package dev.migratedb.internal.script;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** Numbers for the keywords of a syntax, found without making a string of every word that is read. */
final class KeywordTable {

    private final char[][] words;
    private final int[] hashes;
    private final int[] slots;
    private final int longest;

    KeywordTable(Collection<String> keywords) {
        TreeSet<String> sorted = new TreeSet<>();
        for (String keyword : keywords) {
            sorted.add(keyword.toLowerCase(Locale.ROOT));
        }
        words = sorted.stream().map(String::toCharArray).toArray(char[][]::new);
        hashes = new int[words.length];
        slots = new int[Math.max(4, Integer.highestOneBit(words.length + 1) * 4)];
        int length = 0;
        for (int i = 0; i < words.length; i++) {
            char[] word = words[i];
            hashes[i] = hash(word, 0, word.length);
            int slot = hashes[i] & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = i + 1;
            length = Math.max(length, word.length);
        }
        longest = length;
    }

    /** The number of the word in these characters, upper and lower case alike; 0 where it is no keyword. */
    int find(char[] text, int from, int to) {
        if (to - from > longest) {
            return 0;
        }
        int hash = hash(text, from, to);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int candidate = slots[slot] - 1;
            if (hashes[candidate] == hash && same(words[candidate], text, from, to)) {
                return candidate + 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return 0;
    }

    /** The highest number. */
    int size() {
        return words.length;
    }

    /** The number of a keyword that is in the table. */
    int numberOf(String keyword) {
        int number = find(keyword.toCharArray(), 0, keyword.length());
        if (number == 0) {
            throw new IllegalArgumentException("'" + keyword + "' is not in the table");
        }
        return number;
    }

    private static int hash(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + lower(text[i]);
        }
        return hash ^ hash >>> 15;
    }

    private static boolean same(char[] word, char[] text, int from, int to) {
        if (word.length != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word[i - from] != lower(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
