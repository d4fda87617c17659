package dev.migratedb.internal.script;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the SQL of one database is to be read: what encloses text, what comments look like, which statements hold delimiters of
 * their own, and what their leading keywords mean for a transaction and for the session. A value: the lexer has no code that
 * asks for a database. Immutable.
 */
public final class SqlSyntax {

    /** PostgreSQL 9.6 and later. */
    public static final SqlSyntax POSTGRESQL = new SqlSyntaxBuilder("PostgreSQL")
            .quote('\'', "string")
            .backslashAfter('E')
            .quote('"', "quoted identifier")
            .dollarQuotes(DollarQuotes.TAGGED)
            .lineComments("--")
            .metaCommands("psql")
            .block("CREATE [OR REPLACE] FUNCTION|PROCEDURE", "BEGIN", "ATOMIC", "CASE", "END")
            .dataFollow("COPY … FROM STDIN")
            .rule(TransactionRule.ORDINARY, "ROLLBACK|ABORT [WORK|TRANSACTION] TO")
            .rule(TransactionRule.REFUSES, "COMMIT|ROLLBACK PREPARED")
            .rule(
                    TransactionRule.CONTROLS,
                    "BEGIN",
                    "START TRANSACTION",
                    "COMMIT",
                    "END",
                    "ABORT",
                    "ROLLBACK",
                    "PREPARE TRANSACTION")
            .rule(TransactionRule.ORDINARY, "SET LOCAL|TRANSACTION|CONSTRAINTS")
            .rule(TransactionRule.NEUTRAL, "SET", "RESET", "SHOW")
            .rule(
                    TransactionRule.ORDINARY,
                    "CREATE SUBSCRIPTION … WITH ( … CREATE_SLOT|CONNECT = FALSE|OFF",
                    "ALTER SUBSCRIPTION … SET|ADD|DROP PUBLICATION … WITH ( … REFRESH = FALSE|OFF")
            .rule(
                    TransactionRule.REFUSES,
                    "CREATE|DROP DATABASE|TABLESPACE|SUBSCRIPTION",
                    "ALTER SUBSCRIPTION … SET|ADD|DROP|REFRESH PUBLICATION",
                    "ALTER SUBSCRIPTION … REFRESH SEQUENCES",
                    "ALTER SUBSCRIPTION … SET ( … FAILOVER|TWO_PHASE",
                    "ALTER SYSTEM",
                    "ALTER DATABASE … SET TABLESPACE",
                    "ALTER TABLE … DETACH PARTITION … CONCURRENTLY",
                    "CREATE [UNIQUE] INDEX CONCURRENTLY",
                    "DROP INDEX CONCURRENTLY",
                    "REINDEX [( … )] [VERBOSE] SCHEMA|DATABASE|SYSTEM",
                    "REINDEX [( … )] INDEX|TABLE CONCURRENTLY",
                    "VACUUM",
                    "CLUSTER [VERBOSE] ;",
                    "CLUSTER ( … ) ;",
                    "DISCARD ALL")
            .rule(TransactionRule.ORDINARY, "REINDEX ( … CONCURRENTLY FALSE|OFF")
            .rule(TransactionRule.REFUSES, "REINDEX ( … CONCURRENTLY")
            .session(false, "SET LOCAL|TRANSACTION|CONSTRAINTS")
            .session(true, "SET", "RESET", "DISCARD", "USE")
            .sessionFunctions("SET_CONFIG")
            .build();

    /** H2 2. */
    public static final SqlSyntax H2 = new SqlSyntaxBuilder("H2")
            .quote('\'', "string")
            .quote('"', "quoted identifier")
            .quote('`', "quoted identifier")
            .dollarQuotes(DollarQuotes.PLAIN)
            .lineComments("--", "//")
            .rule(TransactionRule.ORDINARY, "ROLLBACK [WORK] TO")
            .rule(TransactionRule.CONTROLS, "BEGIN", "COMMIT", "ROLLBACK", "PREPARE COMMIT", "SET AUTOCOMMIT")
            .rule(TransactionRule.NEUTRAL, "SET")
            .session(true, "SET", "USE")
            .build();

    /** MySQL 8 and MariaDB 10.6, and later. */
    public static final SqlSyntax MYSQL = MySqlSyntax.create();

    /** HSQLDB 2. */
    public static final SqlSyntax HSQLDB = HsqldbSyntax.create();

    /** SQLite 3. */
    public static final SqlSyntax SQLITE = SqliteSyntax.create();

    /** SQL Server 2016 and later. */
    public static final SqlSyntax SQLSERVER = SqlServerSyntax.create();

    /** Oracle 12 and later. */
    public static final SqlSyntax ORACLE = OracleSyntax.create();

    /** What a dollar begins. */
    enum DollarQuotes {
        /** Nothing. */
        NONE,
        /** {@code $$…$$}. */
        PLAIN,
        /** {@code $$…$$} and {@code $tag$…$tag$}. */
        TAGGED
    }

    /**
     * Text in which nothing else begins. Its end character, doubled, belongs to the text.
     *
     * @param name what people call it
     */
    record Quote(char close, String name) {}

    /**
     * A block that holds delimiters, in statements that begin like this.
     *
     * @param open the keyword that opens it, directly followed by {@code openNext}
     * @param nested the keyword that opens something inside of it that ends like the block itself
     */
    record Block(StatementPattern head, int open, int openNext, int nested, int close, String name) {}

    /** What a character can begin. */
    static final byte OTHER = 0;

    static final byte WHITE = 1;
    static final byte WORD = 2;
    static final byte DIGIT = 3;
    static final byte QUOTE = 4;
    static final byte COMMENT = 5;
    static final byte DOLLAR = 6;
    static final byte OPEN = 7;
    static final byte CLOSE = 8;
    static final byte DELIMITER = 9;
    static final byte META = 10;

    private final String name;
    private final byte[] kinds;
    private final boolean[] partsOfWord;
    private final @Nullable Quote[] quotes;
    private final char backslashLetter;
    private final DollarQuotes dollarQuotes;
    private final List<String> lineComments;
    private final String metaCommandsOf;
    private final KeywordTable keywords;
    private final @Nullable Block block;
    private final @Nullable StatementPattern dataFollow;
    private final StatementRules<TransactionRule> transactionRules;
    private final StatementRules<Boolean> sessionRules;
    private final BitSet sessionFunctions;
    private final BitSet sessionFunctionLengths;
    private final BitSet firstKeywords;

    SqlSyntax(SqlSyntaxBuilder builder) {
        this.name = builder.name;
        this.kinds = builder.kinds.clone();
        this.partsOfWord = new boolean[kinds.length];
        for (int c = 0; c < kinds.length; c++) {
            partsOfWord[c] = kinds[c] == WORD || kinds[c] == DIGIT || kinds[c] == DOLLAR;
        }
        this.quotes = builder.quotes.clone();
        this.backslashLetter = builder.backslashLetter;
        this.dollarQuotes = builder.dollarQuotes;
        this.lineComments = List.copyOf(builder.lineComments);
        this.metaCommandsOf = builder.metaCommandsOf;
        this.keywords = builder.keywords();
        this.block = builder.block(keywords);
        this.dataFollow = builder.dataFollow(keywords);
        this.transactionRules = builder.transactionRules(keywords);
        this.sessionRules = builder.sessionRules(keywords);
        this.sessionFunctions = builder.sessionFunctions(keywords);
        this.sessionFunctionLengths = builder.sessionFunctionLengths();
        this.firstKeywords = builder.firstKeywords(keywords);
    }

    /** The database. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    byte[] kinds() {
        return kinds;
    }

    /** Whether a word goes on with these characters. */
    boolean[] partsOfWord() {
        return partsOfWord;
    }

    @Nullable
    Quote quote(char open) {
        return quotes[open];
    }

    /** Whether a string right behind this letter uses backslashes. */
    boolean switchesBackslashOn(char letter) {
        return backslashLetter != 0 && (letter | 0x20) == (backslashLetter | 0x20);
    }

    DollarQuotes dollarQuotes() {
        return dollarQuotes;
    }

    List<String> lineComments() {
        return lineComments;
    }

    /** The program whose commands begin with a backslash; empty where there is none. */
    String metaCommandsOf() {
        return metaCommandsOf;
    }

    KeywordTable keywords() {
        return keywords;
    }

    @Nullable
    Block block() {
        return block;
    }

    /** Whether data follow behind the delimiter of the statement that begins like this. */
    boolean dataFollow(LeadingTokens tokens) {
        return dataFollow != null && dataFollow.matches(tokens);
    }

    StatementRules<TransactionRule> transactionRules() {
        return transactionRules;
    }

    StatementRules<Boolean> sessionRules() {
        return sessionRules;
    }

    /** Whether a word of this length is worth a look. */
    boolean mayBeSessionFunction(int length) {
        return sessionFunctionLengths.get(length);
    }

    /** Whether a word changes the session wherever it stands. */
    boolean isSessionFunction(int keyword) {
        return sessionFunctions.get(keyword);
    }

    /** Whether anything is said about statements that begin with this keyword. */
    boolean isFirstKeyword(int keyword) {
        return firstKeywords.get(keyword);
    }
}
