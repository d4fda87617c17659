package dev.migratedb.internal.script;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Oracle's PL/SQL units, which hold semicolons and end with a slash on a line of its own. Only at the end of the script may the
 * slash be missing, where the unit ends with a semicolon. That a unit goes on behind its own END, or with a statement that PL/SQL
 * does not have, is an error where the unit began: a slash is missing, and the rest of the script would be lost in it.
 */
final class PlSqlBlocks extends Blocks {

    private enum Role {
        OTHER(""),
        CREATE("CREATE"),
        NO_PLSQL("ALTER DROP GRANT REVOKE TRUNCATE COMMENT"),
        HEAD("OR REPLACE EDITIONABLE NONEDITIONABLE AND RESOLVE COMPILE NOFORCE NOT EXISTS"),
        ROUTINE("FUNCTION PROCEDURE"),
        UNIT("PACKAGE TYPE TRIGGER LIBRARY"),
        FOREIGN("JAVA MLE"),
        WRAPPED("WRAPPED"),
        COMPOUND("COMPOUND"),
        DECLARE("DECLARE"),
        BEGIN("BEGIN"),
        CASE("CASE"),
        END("END"),
        BRANCH("IF LOOP"),
        BODY("IS AS"),
        WITH("WITH");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        /** The words that play a role, with blanks between them. */
        static String all() {
            return Arrays.stream(values())
                    .map(role -> role.words)
                    .collect(Collectors.joining(" "))
                    .trim();
        }

        /** The roles of words by their numbers. */
        static Role[] byNumber(KeywordTable keywords) {
            Role[] roles = new Role[keywords.size() + 1];
            Arrays.fill(roles, OTHER);
            for (Role role : values()) {
                if (role != OTHER) {
                    for (String word : role.words.split(" ")) {
                        roles[keywords.numberOf(word)] = role;
                    }
                }
            }
            return roles;
        }
    }

    static final String WORDS = Role.all();

    private final Role[] roles;
    private final int trigger;

    private boolean inHead;
    private boolean unit;
    private int unitBegin;

    /** Whether the END of the unit can be told from others; how many blocks it has is then known as well. */
    private boolean counted;

    private int blocks;
    private boolean routine;
    private boolean[] beginsBlock = new boolean[16];
    private int open;
    private boolean afterEnd;
    private boolean afterDelimiter;
    private Role last = Role.OTHER;

    PlSqlBlocks(ScriptText text, KeywordTable keywords) {
        super(text);
        this.trigger = keywords.numberOf("TRIGGER");
        this.roles = Role.byNumber(keywords);
    }

    @Override
    void first(int keyword) {
        Role role = keyword > 0 ? roles[keyword] : Role.OTHER;
        inHead = role == Role.CREATE;
        unit = role == Role.BEGIN || role == Role.DECLARE;
        counted = unit;
        blocks = 1;
        routine = false;
        open = 0;
        afterEnd = false;
        afterDelimiter = false;
        foreign = false;
        last = Role.OTHER;
        unitBegin = -1;
        watching = unit || inHead || role == Role.WITH;
    }

    @Override
    void word(int keyword, int begin, LeadingTokens leading) {
        Role role = roles[keyword];
        if (unitBegin < 0) {
            unitBegin = begin;
        }
        if (unit) {
            inUnit(role);
        } else if (inHead && role != Role.CREATE) {
            head(role, keyword);
        } else if (last == Role.WITH && role == Role.ROUTINE) {
            unit = true;
        }
        last = role;
    }

    private void head(Role role, int keyword) {
        switch (role) {
            case HEAD, BRANCH -> {
                // what may stand before the kind of object
            }
            case ROUTINE, UNIT -> {
                unit = true;
                counted = role == Role.ROUTINE || keyword == trigger;
            }
            case FOREIGN -> {
                unit = true;
                foreign = true;
            }
            default -> inHead = false;
        }
    }

    private void inUnit(Role role) {
        endBefore(role);
        boolean over = counted && blocks == 0;
        if (afterDelimiter && (over || role == Role.CREATE || role == Role.NO_PLSQL)) {
            throw missingSlash();
        }
        switch (role) {
            case BEGIN -> push(true);
            case CASE -> {
                if (last != Role.END) {
                    push(false);
                }
            }
            case END -> afterEnd = true;
            case ROUTINE -> routine |= open == 0 && (afterDelimiter || last == Role.DECLARE || last == Role.BODY);
            case BODY -> {
                blocks += routine ? 1 : 0;
                routine = false;
            }
            case COMPOUND -> counted = false;
            case WRAPPED -> foreign = open == 0 && !afterDelimiter;
            default -> {
                // says nothing about the unit
            }
        }
        afterDelimiter = false;
    }

    /** What an END closes shows in the next token: END IF and END LOOP close what is not counted. */
    private void endBefore(Role next) {
        if (afterEnd && next != Role.BRANCH && open > 0) {
            open--;
            if (beginsBlock[open] && open == 0) {
                blocks--;
            }
        }
        afterEnd = false;
    }

    private void push(boolean block) {
        if (open == beginsBlock.length) {
            beginsBlock = Arrays.copyOf(beginsBlock, open * 2);
        }
        beginsBlock[open++] = block;
    }

    @Override
    void symbol(char c) {
        if (unit) {
            endBefore(Role.OTHER);
            if (afterDelimiter && counted && blocks == 0) {
                throw missingSlash();
            }
            afterDelimiter = false;
        }
        last = Role.OTHER;
    }

    @Override
    void delimiter() {
        endBefore(Role.OTHER);
        routine = false;
        afterDelimiter = true;
        last = Role.OTHER;
    }

    @Override
    boolean hides() {
        return unit;
    }

    @Override
    @Nullable
    ScriptSyntaxException atEnd() {
        return !foreign && afterDelimiter && open == 0 ? null : missingSlash();
    }

    private ScriptSyntaxException missingSlash() {
        return text.syntaxError(
                unitBegin,
                "The PL/SQL unit that begins here is not ended by a slash",
                "Put / on a line of its own behind it");
    }
}
