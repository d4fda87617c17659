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
            .metaCommands('\\', "psql", "", ". From what pg_dump writes, \\restrict, \\unrestrict and \\connect can go")
            .blocks(AtomicBlocks.HEAD, AtomicBlocks.WORDS, AtomicBlocks::new)
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
            .results("SELECT", "VALUES", "TABLE", "WITH", "SHOW", "EXPLAIN", "FETCH", "EXECUTE", "CALL")
            .resultWords("RETURNING")
            .harmlessLikeSettings("SET", "RESET", "SHOW", "COPY", "TABLE", "LOCK")
            .plainStrings(PlainStrings.Rule.SETS, "SET [SESSION] STANDARD_CONFORMING_STRINGS …")
            .plainStrings(PlainStrings.Rule.SETS_LOCALLY, "SET LOCAL STANDARD_CONFORMING_STRINGS …")
            .plainStrings(PlainStrings.Rule.RESETS, "RESET STANDARD_CONFORMING_STRINGS|ALL", "DISCARD ALL")
            .plainStrings(PlainStrings.Rule.BEGINS_TRANSACTION, "BEGIN", "START TRANSACTION")
            .plainStrings(PlainStrings.Rule.NONE, "ROLLBACK|ABORT [WORK|TRANSACTION] TO", "COMMIT|ROLLBACK PREPARED")
            .plainStrings(PlainStrings.Rule.COMMITS, "COMMIT", "END", "PREPARE TRANSACTION")
            .plainStrings(PlainStrings.Rule.ROLLS_BACK, "ROLLBACK", "ABORT")
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
            .results("SELECT", "VALUES", "TABLE", "WITH", "SHOW", "EXPLAIN", "CALL", "EXECUTE", "SCRIPT")
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

    /** What ends statements on a line of its own. */
    enum DelimiterLine {
        NONE,
        /** {@code GO}, with or without a count; no other delimiter counts. */
        GO,
        /** {@code /} */
        SLASH,
        /** {@code DELIMITER x} ends none, but changes what does. */
        DELIMITER
    }

    /**
     * Text in which nothing else begins.
     *
     * @param name what people call it
     * @param backslash whether a backslash takes the meaning from the next character
     * @param doubled whether the end character, doubled, belongs to the text
     */
    record Quote(char close, String name, boolean backslash, boolean doubled) {}

    /**
     * What begins a comment that goes to the end of the line.
     *
     * @param beforeBlank whether only before white space
     */
    record LineComment(String start, boolean beforeBlank) {}

    /** Makes the part of a lexer that follows what holds delimiters of its own. */
    @FunctionalInterface
    interface BlocksFactory {
        Blocks create(ScriptText text, KeywordTable keywords);
    }

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
    static final byte META = 9;

    /** This and what follows has another kind, too, for where it does not begin what it may begin. */
    static final byte DELIMITER = 10;

    static final byte OWN_LINE = 11;

    private final String name;
    private final byte[] kinds;
    private final byte[] plainKinds;
    private final boolean[] partsOfWord;
    private final @Nullable Quote[] quotes;
    private final char backslashLetter;
    private final DollarQuotes dollarQuotes;
    private final boolean alternativeQuotes;
    private final List<LineComment> lineComments;
    private final boolean nestsComments;
    private final boolean executesComments;
    private final DelimiterLine delimiterLine;
    private final String metaCommandsOf;
    private final String noMetaCommand;
    private final String metaCommandAdvice;
    private final boolean metaCommandsOnlyFirst;
    private final KeywordTable keywords;
    private final BlocksFactory blocks;
    private final @Nullable StatementPattern dataFollow;
    private final StatementRules<TransactionRule> transactionRules;
    private final StatementRules<Boolean> sessionRules;
    private final StatementRules<PlainStrings.Rule> plainStringRules;
    private final BitSet sessionFunctions;
    private final BitSet resultWords;
    private final BitSet watchedLengths;
    private final BitSet watchedLastLetters;
    private final BitSet resultKeywords;
    private final boolean everyStatementMayGiveRows;
    private final HarmlessStatements harmless;
    private final BitSet clientCommands;
    private final BitSet firstKeywords;
    private final StatementRules<Boolean> anyRule;

    SqlSyntax(SqlSyntaxBuilder builder) {
        this.name = builder.name;
        this.plainKinds = builder.kinds.clone();
        this.kinds = builder.kindsWithDelimiters();
        this.partsOfWord = new boolean[kinds.length];
        for (int c = 0; c < kinds.length; c++) {
            partsOfWord[c] = plainKinds[c] == WORD || plainKinds[c] == DIGIT || plainKinds[c] == DOLLAR;
        }
        this.quotes = builder.quotes.clone();
        this.backslashLetter = builder.backslashLetter;
        this.dollarQuotes = builder.dollarQuotes;
        this.alternativeQuotes = builder.alternativeQuotes;
        this.lineComments = List.copyOf(builder.lineComments);
        this.nestsComments = builder.nestsComments;
        this.executesComments = builder.executesComments;
        this.delimiterLine = builder.delimiterLine;
        this.metaCommandsOf = builder.metaCommandsOf;
        this.noMetaCommand = builder.noMetaCommand;
        this.metaCommandAdvice = builder.metaCommandAdvice;
        this.metaCommandsOnlyFirst = builder.metaCommandsOnlyFirst;
        this.keywords = builder.keywords();
        this.blocks = builder.blocks;
        this.dataFollow = builder.dataFollow(keywords);
        this.transactionRules = builder.transactionRules(keywords);
        this.sessionRules = builder.sessionRules(keywords);
        this.plainStringRules = builder.plainStringRules(keywords);
        this.sessionFunctions = builder.sessionFunctions(keywords);
        this.resultWords = builder.resultWords(keywords);
        this.watchedLengths = builder.watchedLengths();
        this.watchedLastLetters = builder.watchedLastLetters();
        this.resultKeywords = builder.resultKeywords(keywords);
        this.everyStatementMayGiveRows = builder.everyStatementMayGiveRows;
        this.harmless = builder.harmless;
        this.clientCommands = builder.clientCommands(keywords);
        this.firstKeywords = builder.firstKeywords(keywords);
        this.anyRule = builder.anyRule(keywords);
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

    /** What characters begin where no delimiter begins. */
    byte[] plainKinds() {
        return plainKinds;
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

    /** Whether a string right behind the letter q has its own delimiters, as Oracle's. */
    boolean alternativeQuotes() {
        return alternativeQuotes;
    }

    List<LineComment> lineComments() {
        return lineComments;
    }

    boolean nestsComments() {
        return nestsComments;
    }

    /** Whether comments that begin with an exclamation mark are none, as MySQL's. */
    boolean executesComments() {
        return executesComments;
    }

    DelimiterLine delimiterLine() {
        return delimiterLine;
    }

    /** The program that has commands of its own; empty where there is none. */
    String metaCommandsOf() {
        return metaCommandsOf;
    }

    /** Whether this character, behind the one that begins them, makes it something else. */
    boolean isNoMetaCommand(char next) {
        return noMetaCommand.indexOf(next) >= 0;
    }

    /** What else to say about them. */
    String metaCommandAdvice() {
        return metaCommandAdvice;
    }

    /** Whether the character that begins them has another meaning inside of a statement. */
    boolean metaCommandsOnlyFirst() {
        return metaCommandsOnlyFirst;
    }

    /** Whether a statement that begins with this keyword is a command of that program. */
    boolean isClientCommand(int keyword) {
        return clientCommands.get(keyword);
    }

    /** The statements that surely end no transaction. */
    HarmlessStatements harmless() {
        return harmless;
    }

    KeywordTable keywords() {
        return keywords;
    }

    Blocks blocks(ScriptText text) {
        return blocks.create(text, keywords);
    }

    /** Whether data follow behind the delimiter of the statement that begins like this. */
    boolean dataFollow(LeadingTokens tokens) {
        return dataFollow != null && dataFollow.matches(tokens);
    }

    /** Whether data follow behind any statement. */
    boolean hasData() {
        return dataFollow != null;
    }

    StatementRules<TransactionRule> transactionRules() {
        return transactionRules;
    }

    StatementRules<Boolean> sessionRules() {
        return sessionRules;
    }

    StatementRules<PlainStrings.Rule> plainStringRules() {
        return plainStringRules;
    }

    /** Whether a word of this length is worth a look wherever it stands. */
    boolean watchesWordsOf(int length) {
        return watchedLengths.get(length);
    }

    /** Whether a word that ends with this character is worth a look wherever it stands. */
    boolean watchesWordsEndingWith(int last) {
        return watchedLastLetters.get(last);
    }

    /** Whether a word changes the session wherever it stands. */
    boolean isSessionFunction(int keyword) {
        return sessionFunctions.get(keyword);
    }

    /** Whether a word makes a statement give rows wherever it stands. */
    boolean isResultWord(int keyword) {
        return resultWords.get(keyword);
    }

    /** Whether a statement that begins with this keyword may give rows. */
    boolean mayGiveRows(int firstKeyword) {
        return everyStatementMayGiveRows || firstKeyword > 0 && resultKeywords.get(firstKeyword);
    }

    /** Whether anything may still be said about a statement when more of it is known. */
    boolean maySayMore(LeadingTokens tokens) {
        return anyRule.mayFitWithMore(tokens);
    }

    /** Whether anything is said about statements that begin with this keyword. */
    boolean isFirstKeyword(int keyword) {
        return firstKeywords.get(keyword);
    }
}
