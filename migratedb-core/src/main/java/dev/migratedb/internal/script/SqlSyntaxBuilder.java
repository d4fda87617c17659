package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.internal.script.SqlSyntax.Block;
import dev.migratedb.internal.script.SqlSyntax.DollarQuotes;
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

    private record WrittenBlock(String head, String open, String openNext, String nested, String close) {}

    final String name;
    final byte[] kinds = new byte[ASCII];
    final @Nullable Quote[] quotes = new Quote[ASCII];
    final List<String> lineComments = new ArrayList<>();
    char backslashLetter;
    DollarQuotes dollarQuotes = DollarQuotes.NONE;
    String metaCommandsOf = "";
    private @Nullable WrittenBlock block;
    private @Nullable String dataFollow;
    private final List<Written<TransactionRule>> rules = new ArrayList<>();
    private final List<Written<Boolean>> sessions = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();

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
        kinds[';'] = SqlSyntax.DELIMITER;
        kinds['/'] = SqlSyntax.COMMENT;
    }

    SqlSyntaxBuilder quote(char quote, String called) {
        kinds[quote] = SqlSyntax.QUOTE;
        quotes[quote] = new Quote(quote, called);
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
            lineComments.add(start);
        }
        return this;
    }

    SqlSyntaxBuilder metaCommands(String program) {
        kinds['\\'] = SqlSyntax.META;
        metaCommandsOf = program;
        return this;
    }

    SqlSyntaxBuilder block(String head, String open, String openNext, String nested, String close) {
        block = new WrittenBlock(head, open, openNext, nested, close);
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

    SqlSyntaxBuilder sessionFunctions(String... names) {
        functions.addAll(List.of(names));
        return this;
    }

    SqlSyntax build() {
        return new SqlSyntax(this);
    }

    KeywordTable keywords() {
        Set<String> words = new TreeSet<>(functions);
        for (String pattern : patterns()) {
            words.addAll(StatementPattern.wordsOf(pattern));
        }
        if (block != null) {
            words.addAll(List.of(block.open(), block.openNext(), block.nested(), block.close()));
        }
        return new KeywordTable(words);
    }

    @Nullable
    Block block(KeywordTable keywords) {
        if (block == null) {
            return null;
        }
        return new Block(
                StatementPattern.of(block.head(), keywords),
                keywords.numberOf(block.open()),
                keywords.numberOf(block.openNext()),
                keywords.numberOf(block.nested()),
                keywords.numberOf(block.close()),
                block.open() + " " + block.openNext());
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

    BitSet sessionFunctions(KeywordTable keywords) {
        BitSet numbers = new BitSet();
        functions.forEach(function -> numbers.set(keywords.numberOf(function)));
        return numbers;
    }

    BitSet sessionFunctionLengths() {
        BitSet lengths = new BitSet();
        functions.forEach(function -> lengths.set(function.length()));
        return lengths;
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
        if (block != null) {
            patterns.add(block.head());
        }
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
