package dev.migratedb.compatibility;

import java.util.ArrayList;
import java.util.List;

/** Shows two lists of lines beside each other, with equal lines on one height. */
final class SideBySide {

    private static final String NOTHING = "";

    private final List<String> rows = new ArrayList<>();
    private final int width;

    private SideBySide(int width) {
        this.width = width;
    }

    static String of(String leftName, List<String> left, String rightName, List<String> right) {
        List<String> leftLines = lines(left);
        List<String> rightLines = lines(right);
        int width = Math.max(
                leftName.length(),
                leftLines.stream().mapToInt(String::length).max().orElse(0));
        SideBySide view = new SideBySide(width);
        view.row(" ", leftName, rightName);
        view.row(" ", "-".repeat(width), "-".repeat(rightName.length()));
        view.align(leftLines, rightLines);
        return String.join("\n", view.rows);
    }

    /** A line of an observation may have several lines of its own. */
    private static List<String> lines(List<String> texts) {
        return texts.stream().flatMap(String::lines).toList();
    }

    private void align(List<String> left, List<String> right) {
        int[][] common = commonLengths(left, right);
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            if (l < left.size() && r < right.size() && left.get(l).equals(right.get(r))) {
                row(" ", left.get(l++), right.get(r++));
            } else if (r == right.size() || l < left.size() && common[l + 1][r] >= common[l][r + 1]) {
                row("<", left.get(l++), NOTHING);
            } else {
                row(">", NOTHING, right.get(r++));
            }
        }
    }

    /** For each pair of places, how many lines the rests from there have in common, in order. */
    private static int[][] commonLengths(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int l = left.size() - 1; l >= 0; l--) {
            for (int r = right.size() - 1; r >= 0; r--) {
                common[l][r] = left.get(l).equals(right.get(r))
                        ? common[l + 1][r + 1] + 1
                        : Math.max(common[l + 1][r], common[l][r + 1]);
            }
        }
        return common;
    }

    private void row(String mark, String left, String right) {
        rows.add(("  " + mark + " " + left + " ".repeat(width - left.length()) + "   " + right).stripTrailing());
    }
}
