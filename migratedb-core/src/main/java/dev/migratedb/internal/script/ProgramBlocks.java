package dev.migratedb.internal.script;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The stored programs of MySQL, MariaDB and HSQLDB: {@code BEGIN}, {@code IF}, {@code CASE}, {@code LOOP}, {@code REPEAT},
 * {@code WHILE} and {@code FOR} up to their {@code END}. Most of these words mean something else as well ({@code IF EXISTS},
 * {@code REPEAT('x', 3)}, {@code FOR UPDATE}), so they count only where a statement of the program may begin.
 */
final class ProgramBlocks extends Blocks {

    /** What words mean here. */
    private enum Role {
        OTHER(""),
        CREATE("CREATE ALTER"),
        ROUTINE("PROCEDURE FUNCTION TRIGGER EVENT ROUTINE"),
        PACKAGE("PACKAGE"),
        NO_PROGRAM("TABLE VIEW INDEX DATABASE SCHEMA SEQUENCE USER ROLE SERVER TABLESPACE"),
        BEGIN("BEGIN"),
        NOT("NOT"),
        ATOMIC("ATOMIC"),
        IF("IF"),
        CASE("CASE"),
        LOOP("LOOP"),
        REPEAT("REPEAT"),
        WHILE("WHILE"),
        FOR("FOR"),
        THEN("THEN ELSE"),
        DO("DO"),
        UNTIL("UNTIL"),
        END("END"),
        PLAIN("SELECT RETURN CALL VALUES INTO FROM WITH SIGNAL"),
        SET("SET"),
        BEFORE_SET("CHARACTER CHAR RETURNS"),
        DECLARE("DECLARE"),
        HANDLER("HANDLER"),
        ROW("ROW"),
        AS("AS IS");

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

    /** Where in a program the next word stands. */
    private enum Place {
        /** A statement begins. */
        STATEMENT,
        /** What is said about the program, or a handler, before its statement; where that begins is not sure. */
        HEAD,
        /** Inside of a statement. */
        INSIDE
    }

    /** What was opened and not yet closed. */
    private enum Frame {
        PACKAGE,
        /** Between AS and the BEGIN of a program in MariaDB's Oracle mode. */
        DECLARATIONS,
        BEGIN,
        IF,
        CASE,
        /** A CASE that is an expression, and ends with a bare END. */
        EXPRESSION,
        LOOP,
        REPEAT,
        WHILE,
        FOR
    }

    /** How far behind CREATE the kind of object is looked for: there may be a definer. */
    private static final int LONGEST_HEAD = 24;

    private final Role[] roles;
    private final boolean mySql;

    private Frame[] frames = new Frame[16];
    private int open;
    private int openedAt;
    private Frame opened = Frame.BEGIN;

    private boolean known;
    private boolean maybeTransaction;
    private int tokens;
    private Place place = Place.INSIDE;
    private Role last = Role.OTHER;
    private boolean afterParenthesis;
    private boolean afterLabel;
    private boolean afterAs;
    private boolean until;
    private boolean routineOfPackage;
    private int lastBegin;

    /**
     * Creates it.
     *
     * @param mySql whether there are packages, and blocks outside of programs
     */
    ProgramBlocks(ScriptText text, KeywordTable keywords, boolean mySql) {
        super(text);
        this.mySql = mySql;
        this.roles = Role.byNumber(keywords);
    }

    @Override
    void first(int keyword) {
        Role role = keyword > 0 ? roles[keyword] : Role.OTHER;
        open = 0;
        tokens = 0;
        maybeTransaction = mySql && role == Role.BEGIN;
        known = mySql && isLoopOrBranch(role);
        place = known ? Place.STATEMENT : Place.INSIDE;
        last = Role.OTHER;
        afterParenthesis = false;
        afterLabel = false;
        afterAs = false;
        until = false;
        routineOfPackage = false;
        watching = known || maybeTransaction || role == Role.CREATE;
    }

    private static boolean isLoopOrBranch(Role role) {
        return switch (role) {
            case IF, CASE, LOOP, REPEAT, WHILE, FOR -> true;
            default -> false;
        };
    }

    @Override
    void word(int keyword, int begin, LeadingTokens leading) {
        Role role = roles[keyword];
        tokens++;
        if (known) {
            inProgram(role, begin);
        } else {
            inHead(role, begin);
        }
        last = role;
        lastBegin = begin;
        afterParenthesis = false;
    }

    private void inHead(Role role, int begin) {
        if (maybeTransaction) {
            if (role == Role.NOT) {
                known = true;
                push(Frame.BEGIN, lastBegin);
                place = Place.STATEMENT;
            }
            watching = known || role == Role.BEGIN && tokens == 1;
        } else if (role == Role.ROUTINE) {
            known = true;
            place = Place.HEAD;
        } else if (role == Role.PACKAGE && mySql) {
            known = true;
            push(Frame.PACKAGE, begin);
        } else if (role == Role.NO_PROGRAM || tokens > LONGEST_HEAD) {
            watching = false;
        }
    }

    private void inProgram(Role role, int begin) {
        if (afterAs && role != Role.BEGIN) {
            push(Frame.DECLARATIONS, begin);
        }
        afterAs = false;
        boolean mayBegin = place != Place.INSIDE;
        afterLabel = place == Place.STATEMENT && role == Role.OTHER;
        switch (role) {
            case BEGIN -> openBlock(mayBegin, begin);
            case NOT, ATOMIC -> place = last == Role.BEGIN || last == Role.NOT ? Place.STATEMENT : afterWord();
            case IF -> openIf(mayBegin && last != Role.ROUTINE, Frame.IF, begin);
            case CASE -> {
                if (last != Role.END) {
                    push(mayBegin ? Frame.CASE : Frame.EXPRESSION, begin);
                    place = Place.INSIDE;
                }
            }
            case LOOP -> openLoop(mayBegin, Frame.LOOP, begin);
            case REPEAT -> openLoop(mayBegin, Frame.REPEAT, begin);
            case WHILE -> openIf(mayBegin, Frame.WHILE, begin);
            case FOR ->
                openIf(
                        place == Place.STATEMENT || place == Place.HEAD && (afterParenthesis || last == Role.ROW),
                        Frame.FOR,
                        begin);
            case THEN -> place = isOnTop(Frame.IF) || isOnTop(Frame.CASE) ? Place.STATEMENT : Place.INSIDE;
            case DO -> place = opensBody() ? Place.STATEMENT : Place.INSIDE;
            case UNTIL -> {
                until = true;
                place = Place.INSIDE;
            }
            case END -> close();
            case PLAIN, DECLARE -> place = Place.INSIDE;
            case SET -> place = place == Place.HEAD && last == Role.BEFORE_SET ? Place.HEAD : Place.INSIDE;
            case HANDLER -> place = Place.HEAD;
            case ROUTINE -> {
                if (isOnTop(Frame.PACKAGE)) {
                    routineOfPackage = true;
                    place = Place.HEAD;
                } else {
                    place = afterWord();
                }
            }
            case AS -> {
                afterAs = mySql && open == 0 && place == Place.HEAD;
                place = afterWord();
            }
            default -> place = afterWord();
        }
    }

    private Place afterWord() {
        return place == Place.HEAD ? Place.HEAD : Place.INSIDE;
    }

    /** A DO also begins a statement of its own. */
    private boolean opensBody() {
        return place == Place.HEAD || place == Place.INSIDE && (isOnTop(Frame.WHILE) || isOnTop(Frame.FOR));
    }

    private void openBlock(boolean mayBegin, int begin) {
        if (isOnTop(Frame.DECLARATIONS)) {
            frames[open - 1] = Frame.BEGIN;
        } else if (isOnTop(Frame.PACKAGE)) {
            // a package's own initialization ends with the package
            if (routineOfPackage) {
                push(Frame.BEGIN, begin);
            }
            routineOfPackage = false;
        } else if (mayBegin) {
            push(Frame.BEGIN, begin);
        } else {
            return;
        }
        place = Place.STATEMENT;
    }

    private void openIf(boolean opens, Frame frame, int begin) {
        if (last == Role.END) {
            return;
        }
        if (opens) {
            push(frame, begin);
            place = Place.INSIDE;
        } else {
            place = afterWord();
        }
    }

    private void openLoop(boolean opens, Frame frame, int begin) {
        if (last != Role.END && opens) {
            push(frame, begin);
            place = Place.STATEMENT;
        }
    }

    private void close() {
        boolean closes = isOnTop(Frame.EXPRESSION) || place == Place.STATEMENT || until && isOnTop(Frame.REPEAT);
        if (closes && open > 0) {
            until &= isOnTop(Frame.EXPRESSION);
            open--;
            place = Place.INSIDE;
        }
    }

    private boolean isOnTop(Frame frame) {
        return open > 0 && frames[open - 1] == frame;
    }

    private void push(Frame frame, int begin) {
        if (open == 0) {
            openedAt = begin;
            opened = frame;
        }
        if (open == frames.length) {
            frames = Arrays.copyOf(frames, open * 2);
        }
        frames[open++] = frame;
    }

    @Override
    void symbol(char c) {
        tokens++;
        if (maybeTransaction && !known) {
            watching = false;
            return;
        }
        boolean quoted = c == '`' || c == '"';
        if (c == ':' && afterLabel) {
            place = Place.STATEMENT;
            afterLabel = false;
        } else {
            afterLabel = quoted && place == Place.STATEMENT;
            place = afterWord();
        }
        afterAs = false;
        afterParenthesis = c == ')';
        last = Role.OTHER;
    }

    @Override
    void delimiter() {
        if (!isOnTop(Frame.DECLARATIONS)) {
            place = Place.STATEMENT;
        }
        last = Role.OTHER;
        afterLabel = false;
        afterParenthesis = false;
        until = false;
    }

    @Override
    boolean hides() {
        return open > 0;
    }

    @Override
    ScriptSyntaxException atEnd() {
        String name = opened == Frame.DECLARATIONS ? "BEGIN" : opened == Frame.EXPRESSION ? "CASE" : opened.name();
        return notClosed(
                openedAt,
                name,
                "Close it with END; each IF, CASE, LOOP, REPEAT, WHILE and FOR in it needs an END as well");
    }
}
