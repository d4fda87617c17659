package dev.migratedb.internal.script;

import dev.migratedb.migration.ScriptPosition;

/** One statement of a script, located. Immutable. */
public final class SqlStatement {

    /** What the transaction around a script means for a statement. */
    public enum TransactionRule {
        /** Runs inside a transaction as any other. */
        ORDINARY,
        /** Runs inside of one as well as outside: settings of the session. */
        NEUTRAL,
        /** Its database refuses to run it inside of one. */
        REFUSES,
        /** Begins or ends a transaction itself. */
        CONTROLS
    }

    private final String sql;
    private final SourceText source;
    private final int firstToken;
    private final TransactionRule transactionRule;
    private final boolean changesSession;
    private final boolean copiesFromStdin;
    private final boolean mayGiveRows;
    private final boolean mayCommit;

    /** The statement that the lexer has just read. */
    SqlStatement(SqlSyntax syntax, StatementLexer lexer, ScriptText text) {
        LeadingTokens leading = lexer.leading();
        this.sql = text.text(lexer.length());
        this.source = text.source(sql, lexer.tail());
        this.firstToken = lexer.firstToken();
        this.transactionRule = syntax.transactionRules().valueFor(leading);
        this.changesSession =
                lexer.callsSessionFunction() || syntax.sessionRules().valueFor(leading);
        this.copiesFromStdin = syntax.dataFollow(leading);
        this.mayGiveRows = lexer.mayGiveRows();
        // a driver that is allowed to may send several statements in one
        boolean isOne = !lexer.hasOwnDelimiter() || sql.indexOf(';') < 0;
        this.mayCommit = !isOne || !syntax.harmless().contains(this);
    }

    /** As it is sent: what the file says between two delimiters, with placeholders replaced. */
    public String sql() {
        return sql;
    }

    /** As the file says it, with placeholders as they are written, so that no secret is shown. */
    public String source() {
        return source.text();
    }

    public TransactionRule transactionRule() {
        return transactionRule;
    }

    /** Whether it may leave the session another than it was: SET, RESET, DISCARD, USE, set_config. */
    public boolean changesSession() {
        return changesSession;
    }

    /** Whether data for it follow in the script, see {@link StatementReader#copyData()}. */
    public boolean copiesFromStdin() {
        return copiesFromStdin;
    }

    /** Whether it may give rows, as a query does, or an INSERT … RETURNING; false only where it surely gives none. */
    public boolean mayGiveRows() {
        return mayGiveRows;
    }

    /**
     * Whether it may commit the transaction that it is sent in, where DDL takes no part in transactions; false only where it
     * surely does not.
     */
    public boolean mayCommit() {
        return mayCommit;
    }

    /** Whether its first token is a word, in upper or lower case. */
    public boolean isFirstWord(String word) {
        int end = firstToken + word.length();
        return beginsWith(word) && (end == sql.length() || !Character.isJavaIdentifierPart(sql.charAt(end)));
    }

    /** The SQL without what stands before its first token. */
    String bare() {
        return sql.substring(firstToken);
    }

    /** {@link #source()} without what stands before its first token. */
    String bareSource() {
        return source.text()
                .substring(Math.min(source.toSource(firstToken), source.text().length()));
    }

    /** Whether its first token begins with a word, in upper or lower case. */
    public boolean beginsWith(String word) {
        return sql.regionMatches(true, firstToken, word, 0, word.length());
    }

    /** Where its first token begins. */
    public ScriptPosition position() {
        return source.positionAt(firstToken);
    }

    /**
     * The place in the file of a character of {@link #sql()}. For what a placeholder was replaced with, it is the place of the
     * placeholder.
     *
     * @param offset in {@code char}s, from 0; beyond the end means the end
     */
    public ScriptPosition positionAt(int offset) {
        return source.positionAt(offset);
    }
}
