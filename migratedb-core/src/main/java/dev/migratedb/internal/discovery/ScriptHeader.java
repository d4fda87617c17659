package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.Condition;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a script says about itself in comments {@code -- migratedb: key=value, key=value}, taken together with what its
 * {@code .conf} file says. One per script.
 */
final class ScriptHeader {

    private final ScriptOptions conf;
    private final String script;
    private final String confName;
    private final List<ScriptProblem> problems;

    private @Nullable Boolean executeInTransaction;
    private @Nullable Boolean placeholderReplacement;
    private @Nullable Condition shouldExecute;
    private @Nullable Duration ddlLockTimeout;
    private @Nullable Duration statementTimeout;

    /**
     * Creates it with what the {@code .conf} file says.
     *
     * @param script the place of the script as people know it
     * @param confName what the other file is called, or would be
     * @param problems gets what is wrong
     */
    ScriptHeader(ScriptOptions conf, String script, String confName, List<ScriptProblem> problems) {
        this.conf = conf;
        this.script = script;
        this.confName = confName;
        this.problems = problems;
    }

    /** What both say. */
    ScriptOptions with(List<HeaderLines.Line> lines) {
        for (HeaderLines.Line line : lines) {
            entries(line);
        }
        return new ScriptOptions(
                either(conf.executeInTransaction(), executeInTransaction),
                either(conf.placeholderReplacement(), placeholderReplacement),
                either(conf.shouldExecute(), shouldExecute),
                either(conf.ddlLockTimeout(), ddlLockTimeout),
                either(conf.statementTimeout(), statementTimeout));
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    private void entries(HeaderLines.Line line) {
        String text = line.text();
        int begin = 0;
        while (begin <= text.length()) {
            int end = endOfEntry(text, begin);
            entry(text.substring(begin, end), line, begin);
            begin = end + 1;
        }
    }

    /** A comma ends an entry, but not in quotes or parentheses, as conditions have them. */
    private static int endOfEntry(String text, int begin) {
        int depth = 0;
        char quote = 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                return i;
            }
        }
        return text.length();
    }

    private void entry(String entry, HeaderLines.Line line, int begin) {
        int keyBegin = skipBlanks(entry, 0);
        ScriptPosition position = at(line, begin + keyBegin);
        int equals = entry.indexOf('=');
        if (equals < 0) {
            problem(position, "'" + entry.strip() + "' is no key with a value.");
            return;
        }
        String key = entry.substring(keyBegin, equals).strip();
        String value = entry.substring(equals + 1).strip();
        switch (key) {
            case ScriptConf.EXECUTE_IN_TRANSACTION ->
                executeInTransaction = flag(key, value, conf.executeInTransaction(), executeInTransaction, position);
            case ScriptConf.PLACEHOLDER_REPLACEMENT ->
                placeholderReplacement =
                        flag(key, value, conf.placeholderReplacement(), placeholderReplacement, position);
            case ScriptConf.SHOULD_EXECUTE -> {
                int valueBegin = skipBlanks(entry, equals + 1);
                Condition condition = new Condition(value, at(line, begin + valueBegin));
                refuseOther(key, value, expression(conf.shouldExecute()), expression(shouldExecute), position);
                shouldExecute = condition;
            }
            case ScriptConf.DDL_LOCK_TIMEOUT ->
                ddlLockTimeout = duration(key, value, conf.ddlLockTimeout(), ddlLockTimeout, position);
            case ScriptConf.STATEMENT_TIMEOUT ->
                statementTimeout = duration(key, value, conf.statementTimeout(), statementTimeout, position);
            case ScriptConf.ENCODING ->
                problem(
                        position,
                        "'" + key + "' cannot be said in the script, which is read in that encoding already; say it in "
                                + confName + ".");
            default -> problem(position, "There is no key '" + key + "'.");
        }
    }

    private @Nullable Boolean flag(
            String key, String value, @Nullable Boolean inConf, @Nullable Boolean before, ScriptPosition position) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (!lower.equals("true") && !lower.equals("false")) {
            problem(position, "'" + key + "' must be true or false, but is '" + value + "'.");
            return before;
        }
        refuseOther(key, lower, text(inConf), text(before), position);
        return Boolean.valueOf(lower);
    }

    private @Nullable Duration duration(
            String key, String value, @Nullable Duration inConf, @Nullable Duration before, ScriptPosition position) {
        Duration duration = DurationText.parse(value);
        if (duration == null) {
            problem(
                    position,
                    "'" + key + "' must be a duration, " + DurationText.EXAMPLES + ", but is '" + value + "'.");
            return before;
        }
        refuseOther(key, duration.toString(), text(inConf), text(before), position);
        return duration;
    }

    private void refuseOther(
            String key, String value, @Nullable String inConf, @Nullable String before, ScriptPosition position) {
        if (inConf != null && !inConf.equals(value)) {
            problem(position, "'" + key + "' is '" + value + "' here, but '" + inConf + "' in " + confName + ".");
        } else if (before != null && !before.equals(value)) {
            problem(position, "'" + key + "' is '" + value + "' here, but '" + before + "' before in the same script.");
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String expression(@Nullable Condition condition) {
        return condition == null ? null : condition.expression();
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private ScriptPosition at(HeaderLines.Line line, int offset) {
        return new ScriptPosition(script, line.line(), line.column() + offset, "");
    }

    private void problem(ScriptPosition position, String message) {
        problems.add(new ScriptProblem(
                ErrorCode.CONFIGURATION,
                position,
                message,
                "Correct the comment; behind 'migratedb:' stand, with commas between them, "
                        + ScriptConf.EXECUTE_IN_TRANSACTION + "=true or false, " + ScriptConf.PLACEHOLDER_REPLACEMENT
                        + "=true or false, " + ScriptConf.SHOULD_EXECUTE + "=a condition, "
                        + ScriptConf.DDL_LOCK_TIMEOUT + "=a duration, and " + ScriptConf.STATEMENT_TIMEOUT
                        + "=a duration."));
    }
}
