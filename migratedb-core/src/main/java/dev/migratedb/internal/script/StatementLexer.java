package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlSyntax.Block;
import dev.migratedb.internal.script.SqlSyntax.DollarQuotes;
import dev.migratedb.internal.script.SqlSyntax.Quote;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds where statements begin and end. A delimiter ends a statement outside of quotes, comments, parentheses and blocks. What
 * never ends is an error at the place where it began. Offsets count from the first character of the statement.
 *
 * <p>Larger than other classes on purpose: the states of a lexer that is fast share its buffer and its position.
 */
final class StatementLexer {

    private final SqlSyntax syntax;
    private final ScriptText text;
    private final byte[] kinds;
    private final boolean[] partsOfWord;
    private final char[][] lineComments;
    private final KeywordTable keywords;
    private final @Nullable Block block;
    private final LeadingTokens leading = new LeadingTokens();

    private int end;
    private boolean delimited;
    private int firstToken;
    private boolean callsSessionFunction;

    private int[] parentheses = new int[16];
    private int depth;
    private boolean watchesBlocks;
    private int blocks;
    private int blockBegin;
    private int lastWord;
    private int lastWordBegin;
    private int backslashStringEnd;

    StatementLexer(SqlSyntax syntax, ScriptText text) {
        this.syntax = syntax;
        this.text = text;
        this.kinds = syntax.kinds();
        this.partsOfWord = syntax.partsOfWord();
        this.lineComments =
                syntax.lineComments().stream().map(String::toCharArray).toArray(char[][]::new);
        this.keywords = syntax.keywords();
        this.block = syntax.block();
    }

    /**
     * Reads a statement. It begins at {@link ScriptText#start}; the next character is the one behind its delimiter.
     *
     * @return false at the end of the script
     */
    boolean next() throws IOException {
        do {
            skipWhite();
            text.discard();
            begin();
            delimited = toDelimiter();
        } while (firstToken < 0 && delimited);
        return firstToken >= 0;
    }

    /** How long the statement is, without its delimiter and white space before that. */
    int length() {
        return end;
    }

    /** Where its first token begins, behind comments. */
    int firstToken() {
        return firstToken;
    }

    /** The delimiter, if it stands right at the end of the statement. */
    String tail() {
        int next = text.start + end;
        return next < text.pos && kind(text.chars[next]) == SqlSyntax.DELIMITER ? ";" : "";
    }

    LeadingTokens leading() {
        return leading;
    }

    boolean callsSessionFunction() {
        return callsSessionFunction;
    }

    private void begin() {
        leading.clear();
        firstToken = -1;
        callsSessionFunction = false;
        depth = 0;
        watchesBlocks = false;
        blocks = 0;
        lastWord = 0;
        backslashStringEnd = -1;
    }

    private void skipWhite() throws IOException {
        while (text.has()) {
            while (text.pos < text.limit && isWhite(text.chars[text.pos])) {
                text.pos++;
            }
            if (text.pos < text.limit) {
                return;
            }
            text.discard();
        }
    }

    /** Whether there was one before the end of the script. */
    private boolean toDelimiter() throws IOException {
        while (text.has()) {
            char c = text.chars[text.pos];
            switch (kind(c)) {
                case SqlSyntax.WHITE -> text.pos++;
                case SqlSyntax.WORD -> word();
                case SqlSyntax.DIGIT -> number();
                case SqlSyntax.QUOTE -> quoted(c);
                case SqlSyntax.COMMENT -> commentOrSymbol(c);
                case SqlSyntax.DOLLAR -> dollar();
                case SqlSyntax.OPEN -> open();
                case SqlSyntax.CLOSE -> close();
                case SqlSyntax.META -> throw metaCommand();
                case SqlSyntax.DELIMITER -> {
                    if (depth == 0 && blocks == 0) {
                        end = offset();
                        text.pos++;
                        trimEnd();
                        return true;
                    }
                    symbol(c);
                }
                default -> symbol(c);
            }
        }
        end = offset();
        if (depth > 0) {
            throw text.syntaxError(
                    parentheses[0],
                    "The parenthesis that opens here is not closed before the end of the script",
                    "Close it with ')'. A semicolon inside of parentheses does not end a statement");
        }
        if (blocks > 0 && block != null) {
            throw text.syntaxError(
                    blockBegin,
                    "The block " + block.name() + " that opens here is not closed before the end of the script",
                    "Close it with END; each CASE in it needs an END as well");
        }
        trimEnd();
        return false;
    }

    private void trimEnd() {
        while (end > 0 && isWhite(text.chars[text.start + end - 1])) {
            end--;
        }
    }

    private void symbol(char c) {
        token(c == '=' ? LeadingTokens.EQUALS : LeadingTokens.OTHER);
        text.pos++;
    }

    private void token(int code) {
        if (firstToken < 0) {
            firstToken = offset();
            if (code <= 0 || !syntax.isFirstKeyword(code)) {
                leading.close();
            }
            watchesBlocks = block != null && leading.takesMore();
        }
        leading.add(code, depth);
        if (watchesBlocks && block != null && leading.size() == block.head().longest()) {
            watchesBlocks = block.head().matches(leading);
        }
    }

    private void word() throws IOException {
        int begin = offset();
        text.pos++;
        skipWord();
        int from = text.start + begin;
        boolean counts =
                firstToken < 0 || watchesBlocks || leading.takesMore() || syntax.mayBeSessionFunction(text.pos - from);
        int keyword = counts ? keywords.find(text.chars, from, text.pos) : 0;
        int after = text.pos;
        text.pos = from;
        token(keyword);
        text.pos = after;
        if (keyword > 0) {
            callsSessionFunction |= syntax.isSessionFunction(keyword);
        }
        if (watchesBlocks && depth == 0) {
            watchBlock(keyword, begin);
        }
        if (after - from == 1
                && syntax.switchesBackslashOn(text.chars[from])
                && text.has()
                && text.chars[text.pos] == '\'') {
            backslashString(begin);
        }
    }

    private void skipWord() throws IOException {
        do {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && isPartOfWord(chars[at])) {
                at++;
            }
            text.pos = at;
        } while (text.pos == text.limit && text.more());
    }

    private void watchBlock(int keyword, int begin) {
        if (block == null) {
            return;
        }
        if (blocks == 0) {
            if (keyword == block.openNext()
                    && lastWord == block.open()
                    && block.head().matches(leading)) {
                blocks = 1;
                blockBegin = lastWordBegin;
            }
        } else if (keyword == block.nested() || keyword == block.open()) {
            blocks++;
        } else if (keyword == block.close()) {
            blocks--;
        }
        lastWord = keyword;
        lastWordBegin = begin;
    }

    /** Letters that follow digits are no word: no string prefix and no keyword. */
    private void number() throws IOException {
        token(LeadingTokens.OTHER);
        text.pos++;
        while (text.has() && text.chars[text.pos] != '$' && isPartOfWord(text.chars[text.pos])) {
            text.pos++;
        }
    }

    private void quoted(char open) throws IOException {
        Quote quote = syntax.quote(open);
        if (quote == null) {
            symbol(open);
        } else if (open == '\'' && backslashStringEnd >= 0 && continuesBackslashString()) {
            backslashString(offset());
        } else {
            token(LeadingTokens.OTHER);
            skipQuoted(offset(), quote.name(), quote.close(), false);
        }
    }

    private void backslashString(int begin) throws IOException {
        token(LeadingTokens.OTHER);
        skipQuoted(begin, "string", '\'', true);
        backslashStringEnd = offset();
    }

    /** A string goes on behind white space with an end of line in it, and is then read as it began. */
    private boolean continuesBackslashString() {
        boolean newLine = false;
        boolean comment = false;
        for (int i = text.start + backslashStringEnd; i < text.pos; i++) {
            char c = text.chars[i];
            if (c == '\n' || c == '\r') {
                newLine = true;
                comment = false;
            } else if (c == '-' && text.chars[i + 1] == '-') {
                comment = true;
            } else if (!comment && !isWhite(c)) {
                return false;
            }
        }
        return newLine;
    }

    private void skipQuoted(int begin, String name, char close, boolean backslash) throws IOException {
        text.pos++;
        while (true) {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != close && !(backslash && chars[at] == '\\')) {
                at++;
            }
            text.pos = at;
            if (at == limit) {
                if (!text.more()) {
                    throw neverEnds(
                            begin,
                            name,
                            "Close it with " + close + ", and write " + close + close
                                    + " for this character inside of it");
                }
            } else if (chars[at] == '\\') {
                text.pos++;
                if (text.has()) {
                    text.pos++;
                }
            } else {
                text.pos++;
                if (!text.has() || text.chars[text.pos] != close) {
                    return;
                }
                text.pos++;
            }
        }
    }

    private void dollar() throws IOException {
        token(LeadingTokens.OTHER);
        int begin = offset();
        text.pos++;
        if (syntax.dollarQuotes() == DollarQuotes.TAGGED
                && text.has()
                && kind(text.chars[text.pos]) == SqlSyntax.WORD) {
            while (text.has() && text.chars[text.pos] != '$' && isPartOfWord(text.chars[text.pos])) {
                text.pos++;
            }
        }
        boolean opens = syntax.dollarQuotes() != DollarQuotes.NONE && text.has() && text.chars[text.pos] == '$';
        if (opens) {
            text.pos++;
            skipDollarQuoted(begin, offset() - begin);
        } else {
            text.pos = text.start + begin + 1;
        }
    }

    private void skipDollarQuoted(int begin, int length) throws IOException {
        while (true) {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != '$') {
                at++;
            }
            text.pos = at;
            boolean there = at < limit;
            while (there && text.limit - text.pos < length) {
                there = text.more();
            }
            if (there && sameText(text.start + begin, text.pos, length)) {
                text.pos += length;
                return;
            }
            if (there) {
                text.pos++;
            } else if (at < limit || !text.more()) {
                String tag = new String(text.chars, text.start + begin, length);
                throw neverEnds(begin, "dollar-quoted text " + tag, "Close it with " + tag);
            }
        }
    }

    private boolean sameText(int one, int other, int length) {
        return Arrays.equals(text.chars, one, one + length, text.chars, other, other + length);
    }

    private void commentOrSymbol(char c) throws IOException {
        int begin = offset();
        text.pos++;
        char next = text.has() ? text.chars[text.pos] : 0;
        if (c == '/' && next == '*') {
            text.inComment = true;
            text.pos++;
            skipBlockComment(begin);
            text.inComment = false;
        } else if (startsLineComment(c, next)) {
            text.inComment = true;
            skipLineComment();
            text.inComment = false;
        } else {
            text.pos = text.start + begin;
            symbol(c);
        }
    }

    private boolean startsLineComment(char c, char next) {
        for (char[] start : lineComments) {
            if (start[0] == c && (start.length == 1 || start[1] == next)) {
                return true;
            }
        }
        return false;
    }

    private void skipLineComment() throws IOException {
        do {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != '\n' && chars[at] != '\r') {
                at++;
            }
            text.pos = at;
        } while (text.pos == text.limit && text.more());
    }

    private void skipBlockComment(int begin) throws IOException {
        int open = 1;
        while (open > 0) {
            char[] chars = text.chars;
            int at = text.pos;
            int limit = text.limit;
            while (at < limit && chars[at] != '*' && chars[at] != '/') {
                at++;
            }
            text.pos = at;
            if (!text.has()) {
                throw neverEnds(begin, "comment", "Close it with */; each /* inside of it needs one of its own");
            }
            char c = text.chars[text.pos++];
            if (text.has()) {
                char next = text.chars[text.pos];
                if (c == '*' && next == '/') {
                    open--;
                    text.pos++;
                } else if (c == '/' && next == '*') {
                    open++;
                    text.pos++;
                }
            }
        }
    }

    private void open() {
        token(LeadingTokens.OPEN);
        if (depth == parentheses.length) {
            parentheses = Arrays.copyOf(parentheses, depth * 2);
        }
        parentheses[depth++] = offset();
        text.pos++;
    }

    private void close() {
        if (depth == 0) {
            throw text.syntaxError(
                    offset(), "This parenthesis closes none", "Remove it, or open one before it in the same statement");
        }
        depth--;
        token(LeadingTokens.CLOSE);
        text.pos++;
    }

    private ScriptSyntaxException metaCommand() throws IOException {
        int begin = offset();
        text.pos++;
        while (text.hasRaw() && !isWhite(text.chars[text.pos]) && offset() - begin < 40) {
            text.pos++;
        }
        String command = new String(text.chars, text.start + begin, offset() - begin);
        String program = syntax.metaCommandsOf();
        if (command.equals("\\.")) {
            return text.syntaxError(
                    begin,
                    "\\. ends the data of a COPY … FROM STDIN, but there are none before it",
                    "Remove it, or put the statement with its delimiter on a line before the data");
        }
        return text.syntaxError(
                begin,
                program + " meta-command " + command + " is not SQL",
                "Remove it, only " + program + " knows it. From what pg_dump writes, \\restrict, \\unrestrict and"
                        + " \\connect can go");
    }

    private ScriptSyntaxException neverEnds(int begin, String name, String remedy) {
        return text.syntaxError(
                begin, "The " + name + " that begins here does not end before the end of the script", remedy);
    }

    private int offset() {
        return text.pos - text.start;
    }

    private byte kind(char c) {
        return c < kinds.length ? kinds[c] : SqlSyntax.WORD;
    }

    private boolean isWhite(char c) {
        return kind(c) == SqlSyntax.WHITE;
    }

    private boolean isPartOfWord(char c) {
        return c >= partsOfWord.length || partsOfWord[c];
    }
}
