package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlSyntax.DelimiterLine;
import dev.migratedb.internal.script.SqlSyntax.Quote;
import java.io.IOException;
import java.util.Arrays;

/**
 * Finds where statements begin and end. A delimiter ends a statement outside of quotes, comments, parentheses and blocks. What
 * never ends is an error at the place where it began. Offsets count from the first character of the statement.
 */
final class StatementLexer {

    /** By how many tokens it is nearly always clear whether any rule is about a statement. */
    private static final int MOST_TO_DECIDE = 6;

    private final SqlSyntax syntax;
    private final ScriptText text;
    private final CharKinds kinds;
    private final TextSkipper skipper;
    private final DelimiterLines lines;
    private final Blocks blocks;
    private final PlainStrings plainStrings;
    private final Skimmer skimmer;
    private final KeywordTable keywords;
    private final LeadingTokens leading = new LeadingTokens();

    private int end;
    private boolean delimited;
    private int count;
    private int firstToken;
    private boolean begun;
    private boolean callsSessionFunction;
    private boolean mayGiveRows;

    private int[] parentheses = new int[16];
    private int depth;
    private int executableComments;
    private int executableCommentBegin;
    private int lastToken;

    StatementLexer(SqlSyntax syntax, ScriptText text) {
        this.syntax = syntax;
        this.text = text;
        this.kinds = new CharKinds(syntax);
        this.skipper = new TextSkipper(syntax, text, kinds);
        this.lines = new DelimiterLines(syntax.delimiterLine(), text, kinds);
        this.blocks = syntax.blocks(text);
        this.plainStrings = new PlainStrings(syntax, text, kinds, skipper);
        this.skimmer = new Skimmer(syntax, text, kinds);
        this.keywords = syntax.keywords();
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
        plainStrings.follow(leading, lastToken, end);
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
        return next < text.pos && kinds.of(text.chars[next]) == SqlSyntax.DELIMITER ? lines.delimiter() : "";
    }

    /** Whether another delimiter than the semicolon ends it. */
    boolean hasOwnDelimiter() {
        return lines.hasOwnDelimiter();
    }

    LeadingTokens leading() {
        return leading;
    }

    /** How often its delimiter says that it is to be run. */
    int count() {
        return count;
    }

    boolean callsSessionFunction() {
        return callsSessionFunction;
    }

    boolean mayGiveRows() {
        return mayGiveRows;
    }

    private void begin() {
        leading.clear();
        count = 1;
        firstToken = -1;
        begun = false;
        callsSessionFunction = false;
        mayGiveRows = false;
        depth = 0;
        executableComments = 0;
        blocks.watching = false;
        blocks.foreign = false;
        plainStrings.beginStatement();
        lastToken = 0;
    }

    private void skipWhite() throws IOException {
        while (text.has()) {
            while (text.pos < text.limit && kinds.isWhite(text.chars[text.pos])) {
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
            if (blocks.foreign) {
                skipForeignLine();
                if (text.has() && endsAtLine()) {
                    return true;
                }
                continue;
            }
            if (begun && !blocks.watching && !leading.takesMore() && executableComments == 0) {
                skimmer.skim();
                if (text.pos == text.limit) {
                    continue;
                }
            }
            char c = text.chars[text.pos];
            byte kind = kinds.of(c);
            if (kind >= SqlSyntax.DELIMITER) {
                if (kind == SqlSyntax.DELIMITER ? endsHere() : endsAtLine()) {
                    return true;
                }
                kind = kinds.plain(c);
            }
            switch (kind) {
                case SqlSyntax.WHITE -> text.pos++;
                case SqlSyntax.WORD -> word();
                case SqlSyntax.DIGIT -> number(c);
                case SqlSyntax.QUOTE -> quoted(c);
                case SqlSyntax.COMMENT -> commentOrSymbol(c);
                case SqlSyntax.DOLLAR -> {
                    token(LeadingTokens.OTHER, c);
                    skipper.dollar();
                }
                case SqlSyntax.OPEN -> open();
                case SqlSyntax.CLOSE -> close();
                case SqlSyntax.META -> metaCommandOrSymbol(c);
                default -> symbol(c);
            }
        }
        end = offset();
        refuseOpen("script");
        ScriptSyntaxException problem = blocks.watching && blocks.hides() ? blocks.atEnd() : null;
        if (problem != null) {
            throw problem;
        }
        trimEnd();
        return false;
    }

    private boolean endsHere() throws IOException {
        boolean own = lines.hasOwnDelimiter();
        if (depth > 0 || executableComments > 0 || !own && blocks.watching && blocks.hides()) {
            return false;
        }
        end = offset();
        if (!own) {
            text.pos++;
        } else if (!lines.passDelimiter()) {
            return false;
        }
        trimEnd();
        return true;
    }

    private boolean endsAtLine() throws IOException {
        boolean open = depth > 0 || executableComments > 0 || blocks.watching && blocks.hides();
        if (open && syntax.delimiterLine() == DelimiterLine.DELIMITER) {
            return false;
        }
        int here = offset();
        if (!lines.pass(firstToken >= 0)) {
            return false;
        }
        end = here;
        count = lines.count();
        refuseOpen("statement");
        trimEnd();
        return true;
    }

    private void refuseOpen(String whole) {
        if (depth > 0) {
            throw text.syntaxError(
                    parentheses[0],
                    "The parenthesis that opens here is not closed before the end of the " + whole,
                    "Close it with ')'. A semicolon inside of parentheses does not end a statement");
        }
        if (executableComments > 0) {
            throw skipper.neverEnds(executableCommentBegin, "comment", "Close it with */");
        }
    }

    /** Passes over a line that is not SQL, and over white space behind it. */
    private void skipForeignLine() throws IOException {
        skipper.restOfLine();
        while (text.has() && kinds.isWhite(text.chars[text.pos])) {
            text.pos++;
        }
    }

    private void trimEnd() {
        while (end > 0 && kinds.isWhite(text.chars[text.start + end - 1])) {
            end--;
        }
    }

    private void symbol(char c) throws IOException {
        if (c == '*' && executableComments > 0 && skipper.passEndOfComment()) {
            executableComments--;
            return;
        }
        token(c == '=' ? LeadingTokens.EQUALS : LeadingTokens.OTHER, c);
        text.pos++;
    }

    private void token(int code, char c) {
        token(code);
        if (blocks.watching && depth == 0) {
            if (c == ';') {
                blocks.delimiter();
            } else {
                blocks.symbol(c);
            }
        }
    }

    private void token(int code) {
        lastToken = offset();
        if (!begun) {
            begun = true;
            firstToken = firstToken < 0 ? offset() : firstToken;
            if (code <= 0 || !syntax.isFirstKeyword(code)) {
                leading.close();
            }
            blocks.first(code);
            mayGiveRows = code == LeadingTokens.OPEN || syntax.mayGiveRows(code);
        }
        leading.add(code, depth);
        if (leading.takesMore()
                && leading.size() > 1
                && leading.size() <= MOST_TO_DECIDE
                && !syntax.maySayMore(leading)) {
            leading.close();
        }
    }

    private void word() throws IOException {
        int begin = offset();
        skipper.word();
        int from = text.start + begin;
        int length = text.pos - from;
        boolean counts = !begun || blocks.watching || leading.takesMore() || syntax.watchesWordsOf(length);
        int keyword = counts ? keywords.find(text.chars, from, text.pos) : 0;
        text.pos = from;
        if (!begun && syntax.isClientCommand(keyword)) {
            throw ClientCommand.refused(syntax, text, begin, length);
        }
        token(keyword);
        text.pos = from + length;
        if (keyword > 0) {
            callsSessionFunction |= syntax.isSessionFunction(keyword);
            mayGiveRows |= syntax.isResultWord(keyword);
        }
        if (blocks.watching && depth == 0) {
            blocks.word(keyword, begin, leading);
        }
        if (length <= Skimmer.LONGEST_PREFIX && text.has() && text.chars[text.pos] == '\'') {
            prefixedString(begin, length);
        }
    }

    private void prefixedString(int begin, int length) throws IOException {
        char last = text.chars[text.pos - 1];
        char first = text.chars[text.pos - length];
        if (length == 1 && syntax.switchesBackslashOn(last)) {
            backslashString(begin);
        } else if (syntax.alternativeQuotes() && (last | 0x20) == 'q' && (length == 1 || (first | 0x20) == 'n')) {
            token(LeadingTokens.OTHER, '\'');
            skipper.alternativeQuoted(begin);
        }
    }

    /** Letters that follow digits are no word: no string prefix and no keyword. */
    private void number(char c) throws IOException {
        token(LeadingTokens.OTHER, c);
        text.pos++;
        while (text.has() && text.chars[text.pos] != '$' && kinds.isPartOfWord(text.chars[text.pos])) {
            text.pos++;
        }
    }

    private void quoted(char open) throws IOException {
        Quote quote = syntax.quote(open);
        if (quote == null) {
            symbol(open);
        } else if (open == '\'' && plainStrings.useBackslashes()) {
            backslashString(offset());
        } else {
            token(LeadingTokens.OTHER, open);
            skipper.quoted(offset(), quote);
            if (open == '\'') {
                plainStrings.ended(false);
            }
        }
    }

    private void backslashString(int begin) throws IOException {
        token(LeadingTokens.OTHER, '\'');
        skipper.backslashString(begin);
        plainStrings.ended(true);
    }

    private void commentOrSymbol(char c) throws IOException {
        int begin = offset();
        if (c == '/' && skipper.passBeginOfExecutableComment()) {
            if (executableComments++ == 0) {
                executableCommentBegin = begin;
            }
            firstToken = firstToken < 0 ? begin : firstToken;
        } else if (!skipper.comment()) {
            symbol(c);
        }
    }

    private void open() {
        token(LeadingTokens.OPEN, '(');
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
        token(LeadingTokens.CLOSE, ')');
        text.pos++;
    }

    private void metaCommandOrSymbol(char c) throws IOException {
        int begin = offset();
        if (begun && syntax.metaCommandsOnlyFirst()) {
            symbol(c);
            return;
        }
        text.pos++;
        if (text.has() && syntax.isNoMetaCommand(text.chars[text.pos])) {
            text.pos--;
            symbol(c);
            return;
        }
        while (text.hasRaw() && !kinds.isWhite(text.chars[text.pos]) && offset() - begin < 40) {
            text.pos++;
        }
        throw ClientCommand.refused(syntax, text, begin, offset() - begin);
    }

    private int offset() {
        return text.pos - text.start;
    }
}
