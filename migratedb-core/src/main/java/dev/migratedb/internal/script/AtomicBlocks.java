package dev.migratedb.internal.script;

/** PostgreSQL's functions and procedures with a body {@code BEGIN ATOMIC … END}. */
final class AtomicBlocks extends Blocks {

    static final String HEAD = "CREATE [OR REPLACE] FUNCTION|PROCEDURE";
    static final String WORDS = "BEGIN ATOMIC CASE END";

    private final StatementPattern head;
    private final int create;
    private final int begin;
    private final int atomic;
    private final int nested;
    private final int end;

    private int open;
    private int openedAt;
    private int last;
    private int lastBegin;

    AtomicBlocks(ScriptText text, KeywordTable keywords) {
        super(text);
        this.head = StatementPattern.of(HEAD, keywords);
        this.create = keywords.numberOf("CREATE");
        this.begin = keywords.numberOf("BEGIN");
        this.atomic = keywords.numberOf("ATOMIC");
        this.nested = keywords.numberOf("CASE");
        this.end = keywords.numberOf("END");
    }

    @Override
    void first(int keyword) {
        watching = keyword == create;
        open = 0;
        last = 0;
    }

    @Override
    void word(int keyword, int at, LeadingTokens leading) {
        if (open == 0) {
            if ((leading.size() >= head.longest() || !leading.takesMore()) && !head.matches(leading)) {
                watching = false;
            } else if (keyword == atomic && last == begin && head.matches(leading)) {
                open = 1;
                openedAt = lastBegin;
            }
        } else if (keyword == nested || keyword == begin) {
            open++;
        } else if (keyword == end) {
            open--;
        }
        last = keyword;
        lastBegin = at;
    }

    @Override
    boolean hides() {
        return open > 0;
    }

    @Override
    ScriptSyntaxException atEnd() {
        return notClosed(openedAt, "BEGIN ATOMIC", "Close it with END; each CASE in it needs an END as well");
    }
}
