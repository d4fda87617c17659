package dev.migratedb.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What statements of a kind begin with. Written as words between blanks: {@code WORD}, {@code ONE|OTHER},
 * {@code [MAY BE THERE]}, {@code (}, {@code )}, {@code =}, {@code …} for any tokens up to the next one (parentheses among them
 * with all their content, and not beyond the parentheses that it stands in), {@code ;} for the end of the statement.
 */
final class StatementPattern {

    private static final int GAP = -10;
    private static final int END = -11;

    /** Each is a sequence of alternatives; what is optional has become a variant with and one without it. */
    private final List<int[][]> variants;

    private final int longest;

    private StatementPattern(List<int[][]> variants) {
        this.variants = variants;
        this.longest =
                variants.stream().mapToInt(variant -> variant.length).max().orElse(0);
    }

    /** The words that a pattern speaks of. */
    static Set<String> wordsOf(String pattern) {
        Set<String> words = new TreeSet<>();
        for (String word : pattern.split("[\\[\\]|\\s]+")) {
            if (!word.isEmpty() && symbol(word) == LeadingTokens.OTHER) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    static StatementPattern of(String pattern, KeywordTable keywords) {
        List<int[][]> variants = new ArrayList<>();
        for (String variant : expand(pattern)) {
            String[] elements = variant.trim().split("\\s+");
            int[][] compiled = new int[elements.length][];
            for (int i = 0; i < elements.length; i++) {
                compiled[i] = alternatives(elements[i], keywords);
            }
            variants.add(compiled);
        }
        return new StatementPattern(variants);
    }

    /** The numbers of the keywords that a matching statement can begin with. */
    Set<Integer> firstKeywords() {
        Set<Integer> first = new TreeSet<>();
        for (int[][] variant : variants) {
            for (int code : variant[0]) {
                first.add(code);
            }
        }
        return first;
    }

    /** How many tokens decide at most; only for patterns without a gap. */
    int longest() {
        return longest;
    }

    boolean matches(LeadingTokens tokens) {
        for (int[][] variant : variants) {
            if (matches(variant, 0, tokens, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether tokens that come can still make a statement match that does not match yet. */
    boolean mayMatchWithMore(LeadingTokens tokens) {
        for (int[][] variant : variants) {
            if (mayMatchWithMore(variant, tokens)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayMatchWithMore(int[][] elements, LeadingTokens tokens) {
        for (int i = 0; i < elements.length; i++) {
            int code = elements[i][0];
            if (code == GAP || i == tokens.size()) {
                return true;
            }
            if (code == END || !contains(elements[i], tokens.get(i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean matches(int[][] elements, int element, LeadingTokens tokens, int token) {
        int at = token;
        for (int i = element; i < elements.length; i++) {
            int code = elements[i][0];
            if (code == GAP) {
                return matchesSomewhere(elements, i + 1, tokens, at);
            }
            if (code == END) {
                return at == tokens.size() && tokens.isWhole();
            }
            if (at == tokens.size() || !contains(elements[i], tokens.get(at))) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static boolean matchesSomewhere(int[][] elements, int element, LeadingTokens tokens, int token) {
        for (int at = token; at <= tokens.size(); at++) {
            if (matches(elements, element, tokens, at)) {
                return true;
            }
            if (at < tokens.size() && tokens.get(at) == LeadingTokens.CLOSE) {
                return false;
            }
            if (at < tokens.size() && tokens.get(at) == LeadingTokens.OPEN) {
                while (at < tokens.size() && tokens.get(at) != LeadingTokens.CLOSE) {
                    at++;
                }
            }
        }
        return false;
    }

    private static List<String> expand(String pattern) {
        int open = pattern.indexOf('[');
        if (open < 0) {
            return List.of(pattern);
        }
        int close = pattern.indexOf(']', open);
        String before = pattern.substring(0, open);
        String inside = pattern.substring(open + 1, close);
        List<String> variants = new ArrayList<>();
        for (String rest : expand(pattern.substring(close + 1))) {
            variants.add(before + inside + rest);
            variants.add(before + rest);
        }
        return variants;
    }

    private static int[] alternatives(String element, KeywordTable keywords) {
        int symbol = symbol(element);
        if (symbol != LeadingTokens.OTHER) {
            return new int[] {symbol};
        }
        String[] words = element.split("\\|");
        int[] codes = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            codes[i] = keywords.numberOf(words[i]);
        }
        return codes;
    }

    private static int symbol(String element) {
        return switch (element) {
            case "(" -> LeadingTokens.OPEN;
            case ")" -> LeadingTokens.CLOSE;
            case "=" -> LeadingTokens.EQUALS;
            case "…" -> GAP;
            case ";" -> END;
            default -> LeadingTokens.OTHER;
        };
    }

    private static boolean contains(int[] codes, int code) {
        for (int candidate : codes) {
            if (candidate == code) {
                return true;
            }
        }
        return false;
    }
}
