package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.SqlSyntax.BlocksFactory;
import dev.migratedb.internal.script.SqlSyntax.DelimiterLine;
import dev.migratedb.internal.script.SqlSyntax.DollarQuotes;
import dev.migratedb.internal.script.SqlSyntax.LineComment;
import dev.migratedb.internal.script.SqlSyntax.Quote;
import dev.migratedb.internal.script.StatementRules.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts a {@link SqlSyntax} together. Patterns are written as {@link StatementPattern} says. */
final class SqlSyntaxBuilder {

    private static final int ASCII = 128;

    private record Written<T>(String pattern, T value) {}

    final String name;
    final byte[] kinds = new byte[ASCII];
    final @Nullable Quote[] quotes = new Quote[ASCII];
    final List<LineComment> lineComments = new ArrayList<>();
    boolean nestsComments = true;
    boolean executesComments;
    char backslashLetter;
    boolean alternativeQuotes;
    DollarQuotes dollarQuotes = DollarQuotes.NONE;
    DelimiterLine delimiterLine = DelimiterLine.NONE;
    String metaCommandsOf = "";
    String noMetaCommand = "";
    String metaCommandAdvice = "";
    boolean metaCommandsOnlyFirst;
    boolean everyStatementMayGiveRows;
    HarmlessStatements harmless = HarmlessStatements.USUAL;
    BlocksFactory blocks = (text, keywords) -> new Blocks.None(text);
    private final List<String> blockHeads = new ArrayList<>();
    private final List<String> blockWords = new ArrayList<>();
    private @Nullable String dataFollow;
    private final List<Written<TransactionRule>> rules = new ArrayList<>();
    private final List<Written<Boolean>> sessions = new ArrayList<>();
    private final List<Written<PlainStrings.Rule>> strings = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private final List<String> resultWords = new ArrayList<>();
    private final List<String> resultKeywords = new ArrayList<>();
    private final List<String> clientCommands = new ArrayList<>();

    SqlSyntaxBuilder(String name) {
        this.name = name;
        for (char c = 0; c < ASCII; c++) {
            if (c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                kinds[c] = SqlSyntax.WORD;
            } else if (c >= '0' && c <= '9') {
                kinds[c] = SqlSyntax.DIGIT;
            }
        }
        for (char white : new char[] {' ', '\t', '\n', '\r', '\f', '\u000B'}) {
            kinds[white] = SqlSyntax.WHITE;
        }
        kinds['('] = SqlSyntax.OPEN;
        kinds[')'] = SqlSyntax.CLOSE;
        kinds['/'] = SqlSyntax.COMMENT;
    }

    /** A quote that is doubled inside of the text. */
    SqlSyntaxBuilder quote(char quote, String called) {
        return quote(quote, new Quote(quote, called, false, true));
    }

    SqlSyntaxBuilder quote(char open, Quote quote) {
        kinds[open] = SqlSyntax.QUOTE;
        quotes[open] = quote;
        return this;
    }

    /** Oracle's strings with delimiters of their own. */
    SqlSyntaxBuilder alternativeQuotes() {
        alternativeQuotes = true;
        return this;
    }

    SqlSyntaxBuilder partsOfWord(char... parts) {
        for (char part : parts) {
            kinds[part] = SqlSyntax.WORD;
        }
        return this;
    }

    SqlSyntaxBuilder backslashAfter(char letter) {
        backslashLetter = letter;
        return this;
    }

    SqlSyntaxBuilder dollarQuotes(DollarQuotes which) {
        kinds['$'] = SqlSyntax.DOLLAR;
        dollarQuotes = which;
        return this;
    }

    SqlSyntaxBuilder lineComments(String... starts) {
        for (String start : starts) {
            kinds[start.charAt(0)] = SqlSyntax.COMMENT;
            lineComments.add(new LineComment(start, false));
        }
        return this;
    }

    /** A comment only where white space follows. */
    SqlSyntaxBuilder lineCommentBeforeBlank(String start) {
        kinds[start.charAt(0)] = SqlSyntax.COMMENT;
        lineComments.add(new LineComment(start, true));
        return this;
    }

    /** A comment ends with the first sign that ends one. */
    SqlSyntaxBuilder plainComments() {
        nestsComments = false;
        return this;
    }

    /** MySQL's comments with an exclamation mark. */
    SqlSyntaxBuilder executableComments() {
        executesComments = true;
        return this;
    }

    SqlSyntaxBuilder delimiterLine(DelimiterLine line) {
        delimiterLine = line;
        return this;
    }

    /**
     * A program's own commands, which begin with this character wherever it stands.
     *
     * @param not what does not follow the character in a command
     * @param advice what else to say about them
     */
    SqlSyntaxBuilder metaCommands(char begin, String program, String not, String advice) {
        kinds[begin] = SqlSyntax.META;
        metaCommandsOf = program;
        noMetaCommand = not;
        metaCommandAdvice = advice;
        return this;
    }

    /** A program's own commands, which begin with this character, or are one of these words, where a statement could begin. */
    SqlSyntaxBuilder clientCommands(char begin, String program, String... words) {
        metaCommandsOnlyFirst = true;
        clientCommands.addAll(List.of(words));
        return metaCommands(begin, program, "", "");
    }

    /**
     * What holds delimiters of its own.
     *
     * @param head what such statements begin with, where the tokens are needed that stand there
     * @param words that it has to know, between blanks
     */
    SqlSyntaxBuilder blocks(String head, String words, BlocksFactory factory) {
        blockHeads.add(head);
        return blocks(words, factory);
    }

    /** As the other method, without need for tokens. */
    SqlSyntaxBuilder blocks(String words, BlocksFactory factory) {
        blockWords.addAll(List.of(words.split(" ")));
        blocks = factory;
        return this;
    }

    SqlSyntaxBuilder dataFollow(String pattern) {
        dataFollow = pattern;
        return this;
    }

    SqlSyntaxBuilder rule(TransactionRule rule, String... patterns) {
        for (String pattern : patterns) {
            rules.add(new Written<>(pattern, rule));
        }
        return this;
    }

    SqlSyntaxBuilder session(boolean changes, String... patterns) {
        for (String pattern : patterns) {
            sessions.add(new Written<>(pattern, changes));
        }
        return this;
    }

    SqlSyntaxBuilder plainStrings(PlainStrings.Rule rule, String... patterns) {
        for (String pattern : patterns) {
            strings.add(new Written<>(pattern, rule));
        }
        return this;
    }

    SqlSyntaxBuilder sessionFunctions(String... names) {
        functions.addAll(List.of(names));
        return this;
    }

    /** What statements that may give rows begin with. */
    SqlSyntaxBuilder results(String... keywords) {
        resultKeywords.addAll(List.of(keywords));
        return this;
    }

    /** A statement may be many, so that its first word does not tell. */
    SqlSyntaxBuilder everyStatementMayGiveRows() {
        everyStatementMayGiveRows = true;
        return this;
    }

    /** First words of further statements that end no transaction, where DDL does; nor do settings of the session. */
    SqlSyntaxBuilder harmlessLikeSettings(String... words) {
        harmless = HarmlessStatements.USUAL.and(words);
        return this;
    }

    /** Words that let any statement give rows. */
    SqlSyntaxBuilder resultWords(String... words) {
        resultWords.addAll(List.of(words));
        return this;
    }

    SqlSyntax build() {
        return new SqlSyntax(this);
    }

    /** What characters begin, with what only begins something where a delimiter is. */
    byte[] kindsWithDelimiters() {
        byte[] all = kinds.clone();
        if (delimiterLine != DelimiterLine.GO) {
            all[';'] = SqlSyntax.DELIMITER;
        }
        String begins = switch (delimiterLine) {
            case NONE -> "";
            case GO -> "gG";
            case SLASH -> "/";
            case DELIMITER -> "dD";
        };
        begins.chars().forEach(begin -> all[begin] = SqlSyntax.OWN_LINE);
        return all;
    }

    KeywordTable keywords() {
        Set<String> words = new TreeSet<>(functions);
        for (String pattern : patterns()) {
            words.addAll(StatementPattern.wordsOf(pattern));
        }
        words.addAll(blockWords);
        words.addAll(resultWords);
        words.addAll(resultKeywords);
        words.addAll(clientCommands);
        return new KeywordTable(words);
    }

    @Nullable
    StatementPattern dataFollow(KeywordTable keywords) {
        return dataFollow == null ? null : StatementPattern.of(dataFollow, keywords);
    }

    StatementRules<TransactionRule> transactionRules(KeywordTable keywords) {
        return compiled(rules, TransactionRule.ORDINARY, keywords);
    }

    StatementRules<Boolean> sessionRules(KeywordTable keywords) {
        return compiled(sessions, false, keywords);
    }

    StatementRules<PlainStrings.Rule> plainStringRules(KeywordTable keywords) {
        return compiled(strings, PlainStrings.Rule.NONE, keywords);
    }

    BitSet sessionFunctions(KeywordTable keywords) {
        return numbers(functions, keywords);
    }

    BitSet resultWords(KeywordTable keywords) {
        return numbers(resultWords, keywords);
    }

    BitSet resultKeywords(KeywordTable keywords) {
        return numbers(resultKeywords, keywords);
    }

    BitSet clientCommands(KeywordTable keywords) {
        return numbers(clientCommands, keywords);
    }

    private static BitSet numbers(List<String> words, KeywordTable keywords) {
        BitSet numbers = new BitSet();
        words.forEach(word -> numbers.set(keywords.numberOf(word)));
        return numbers;
    }

    /** How long the words are that count wherever they stand. */
    BitSet watchedLengths() {
        BitSet lengths = new BitSet();
        functions.forEach(word -> lengths.set(word.length()));
        resultWords.forEach(word -> lengths.set(word.length()));
        return lengths;
    }

    /** The last letters of these words, in upper and lower case. */
    BitSet watchedLastLetters() {
        BitSet letters = new BitSet();
        for (List<String> words : List.of(functions, resultWords)) {
            for (String word : words) {
                char last = word.charAt(word.length() - 1);
                letters.set(Character.toLowerCase(last));
                letters.set(Character.toUpperCase(last));
            }
        }
        return letters;
    }

    /** All patterns, whatever they are for. */
    StatementRules<Boolean> anyRule(KeywordTable keywords) {
        return compiled(
                patterns().stream().map(pattern -> new Written<>(pattern, true)).toList(), false, keywords);
    }

    BitSet firstKeywords(KeywordTable keywords) {
        BitSet numbers = new BitSet();
        for (String pattern : patterns()) {
            StatementPattern.of(pattern, keywords).firstKeywords().forEach(numbers::set);
        }
        return numbers;
    }

    private List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        rules.forEach(rule -> patterns.add(rule.pattern()));
        sessions.forEach(session -> patterns.add(session.pattern()));
        strings.forEach(string -> patterns.add(string.pattern()));
        patterns.addAll(blockHeads);
        if (dataFollow != null) {
            patterns.add(dataFollow);
        }
        return patterns;
    }

    private static <T> StatementRules<T> compiled(List<Written<T>> written, T otherwise, KeywordTable keywords) {
        return new StatementRules<>(
                written.stream()
                        .map(rule -> new Rule<>(StatementPattern.of(rule.pattern(), keywords), rule.value()))
                        .toList(),
                otherwise);
    }
}
