package dev.migratedb.internal.script;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;

/** Reads a condition, from left to right, and tells whether it is met. Used once. */
final class ConditionReader {

    private static final String REMEDY =
            "Write true, false, A==B or A!=B, joined by && and ||, with parentheses where needed; a"
                    + " text with blanks, operators or parentheses stands in quotes.";

    private final Condition condition;
    private final String text;
    private final Placeholders placeholders;
    private final String filename;
    private int position;

    ConditionReader(Condition condition, Placeholders placeholders, String filename) {
        this.condition = condition;
        this.text = condition.expression();
        this.placeholders = placeholders;
        this.filename = filename;
    }

    /**
     * Whether the condition is met.
     *
     * @throws ScriptSyntaxException if it cannot be understood, or a placeholder in it has no value
     */
    boolean isMet() {
        boolean met = any();
        if (position < text.length()) {
            throw wrong(position, "'" + text.charAt(position) + "' is not expected here");
        }
        return met;
    }

    /** Both sides are always read, so that a mistake is found whatever the values are. */
    private boolean any() {
        boolean met = all();
        while (accept("||")) {
            met |= all();
        }
        return met;
    }

    private boolean all() {
        boolean met = comparison();
        while (accept("&&")) {
            met &= comparison();
        }
        return met;
    }

    private boolean comparison() {
        if (accept("(")) {
            int open = position - 1;
            boolean met = any();
            if (!accept(")")) {
                throw wrong(open, "this parenthesis is not closed");
            }
            return met;
        }
        skipBlanks();
        int begin = position;
        String left = operand();
        if (accept("==")) {
            return left.equals(operand());
        }
        if (accept("!=")) {
            return !left.equals(operand());
        }
        if (left.equalsIgnoreCase("true") || left.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(left);
        }
        throw wrong(begin, "true, false or a comparison is expected here, but this is '" + left + "'");
    }

    private String operand() {
        skipBlanks();
        if (position < text.length() && (text.charAt(position) == '\'' || text.charAt(position) == '"')) {
            return quoted(text.charAt(position));
        }
        int begin = position;
        StringBuilder value = new StringBuilder();
        while (position < text.length() && !atEndOfOperand()) {
            if (!readPlaceholder(value)) {
                value.append(text.charAt(position++));
            }
        }
        if (position == begin) {
            throw wrong(begin, "a value is missing here; an empty text is written as \"\"");
        }
        int written = position;
        // a value may end with blanks of its own, what is written around it may not
        int trailing = 0;
        while (text.charAt(written - 1 - trailing) == ' ' || text.charAt(written - 1 - trailing) == '\t') {
            trailing++;
        }
        return value.substring(0, value.length() - trailing);
    }

    private String quoted(char quote) {
        int begin = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != quote) {
            if (!readPlaceholder(value)) {
                value.append(text.charAt(position++));
            }
        }
        if (position == text.length()) {
            throw wrong(begin, "this quote is not closed");
        }
        position++;
        return value.toString();
    }

    /** Takes in a placeholder, whose value is a text whatever characters it has. */
    private boolean readPlaceholder(StringBuilder value) {
        String prefix = placeholders.settings().prefix();
        if (!placeholders.settings().replace() || !text.startsWith(prefix, position)) {
            return false;
        }
        String suffix = placeholders.settings().suffix();
        int end = text.indexOf(suffix, position + prefix.length());
        if (end < 0) {
            throw wrong(position, "this placeholder is not closed by '" + suffix + "'");
        }
        String source = text.substring(position, end + suffix.length());
        String name = text.substring(position + prefix.length(), end);
        String replacement = placeholders.value(name, filename);
        if (replacement == null && !placeholders.keepUnknown()) {
            ScriptProblem problem = placeholders.problem(new Placeholder(source, name, null));
            throw new ScriptSyntaxException(
                    new ScriptProblem(problem.code(), at(position), problem.message(), problem.remedy()));
        }
        value.append(replacement == null ? source : replacement);
        position += source.length();
        return true;
    }

    private boolean atEndOfOperand() {
        char c = text.charAt(position);
        return c == '('
                || c == ')'
                || c == '\''
                || c == '"'
                || text.startsWith("==", position)
                || text.startsWith("!=", position)
                || text.startsWith("&&", position)
                || text.startsWith("||", position);
    }

    private boolean accept(String token) {
        skipBlanks();
        if (!text.startsWith(token, position)) {
            return false;
        }
        position += token.length();
        skipBlanks();
        return true;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private ScriptSyntaxException wrong(int offset, String reason) {
        return new ScriptSyntaxException(new ScriptProblem(
                ErrorCode.CONFIGURATION,
                at(offset),
                "The condition 'shouldExecute' cannot be understood: " + reason + ".",
                REMEDY));
    }

    private ScriptPosition at(int offset) {
        ScriptPosition begin = condition.position();
        String pointer = text + "\n" + " ".repeat(offset) + "^";
        return new ScriptPosition(begin.location(), begin.line(), begin.column() + offset, pointer);
    }
}
