package dev.migratedb.internal.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for a statement, by what it begins with: the first rule that fits counts. */
final class StatementRules<T> {

    record Rule<T>(StatementPattern pattern, T value) {}

    /** Index is the number of the keyword; null where no rule begins with it. */
    private final List<@Nullable List<Rule<T>>> byFirstKeyword = new ArrayList<>();

    private final T otherwise;

    /**
     * Creates rules.
     *
     * @param otherwise what holds where no rule fits
     */
    StatementRules(List<Rule<T>> rules, T otherwise) {
        this.otherwise = otherwise;
        for (Rule<T> rule : rules) {
            for (int keyword : rule.pattern().firstKeywords()) {
                rulesOf(keyword).add(rule);
            }
        }
    }

    T valueFor(LeadingTokens tokens) {
        int keyword = tokens.size() == 0 ? 0 : tokens.get(0);
        List<Rule<T>> rules = keyword <= 0 || keyword >= byFirstKeyword.size() ? null : byFirstKeyword.get(keyword);
        if (rules != null) {
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).pattern().matches(tokens)) {
                    return rules.get(i).value();
                }
            }
        }
        return otherwise;
    }

    /** Whether tokens that come can still make a rule fit. */
    boolean mayFitWithMore(LeadingTokens tokens) {
        int keyword = tokens.get(0);
        List<Rule<T>> rules = keyword <= 0 || keyword >= byFirstKeyword.size() ? null : byFirstKeyword.get(keyword);
        if (rules != null) {
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).pattern().mayMatchWithMore(tokens)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Rule<T>> rulesOf(int keyword) {
        while (byFirstKeyword.size() <= keyword) {
            byFirstKeyword.add(null);
        }
        List<Rule<T>> rules = byFirstKeyword.get(keyword);
        if (rules == null) {
            rules = new ArrayList<>();
            byFirstKeyword.set(keyword, rules);
        }
        return rules;
    }
}
