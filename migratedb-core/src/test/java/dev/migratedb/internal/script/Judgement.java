package dev.migratedb.internal.script;

import java.util.List;

/** What two splittings of a script have in common, whoever made them. */
final class Judgement {

    private Judgement() {}

    /** Statements without white space, comments and semicolons before and semicolons behind them; empty ones are left out. */
    static List<String> comparable(List<String> statements, boolean nestedComments) {
        return statements.stream()
                .map(statement -> comparable(statement, nestedComments))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String comparable(String statement, boolean nestedComments) {
        String bare = withoutLeadingComments(statement, nestedComments).stripTrailing();
        while (bare.endsWith(";")) {
            bare = bare.substring(0, bare.length() - 1).stripTrailing();
        }
        return bare.replaceAll("\\s+", "");
    }

    static String withoutLeadingComments(String statement, boolean nestedComments) {
        String rest = statement.stripLeading();
        while (rest.startsWith("--") || rest.startsWith("#") || rest.startsWith("/*") || rest.startsWith(";")) {
            int end = rest.startsWith(";")
                    ? 1
                    : rest.startsWith("/*") ? endOfComment(rest, nestedComments) : endOfLine(rest);
            rest = rest.substring(end).stripLeading();
        }
        return rest;
    }

    private static int endOfLine(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int endOfComment(String text, boolean nested) {
        int open = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("/*", at) && (nested || open == 0)) {
                open++;
                at++;
            } else if (text.startsWith("*/", at)) {
                open--;
                at++;
                if (open == 0) {
                    return at + 1;
                }
            }
        }
        return text.length();
    }
}
