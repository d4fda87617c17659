package dev.migratedb.internal.script;

/**
 * SQLite's triggers. Their block ends as SQLite's own client sees it: with an {@code END} right behind a semicolon; that of a
 * {@code CASE} never stands there.
 */
final class TriggerBlocks extends Blocks {

    static final String HEAD = "[EXPLAIN] CREATE [TEMP|TEMPORARY] TRIGGER";
    static final String WORDS = "BEGIN END";

    private final StatementPattern head;
    private final int explain;
    private final int create;
    private final int begin;
    private final int end;

    private boolean open;
    private int openedAt;
    private boolean afterDelimiter;

    TriggerBlocks(ScriptText text, KeywordTable keywords) {
        super(text);
        this.head = StatementPattern.of(HEAD, keywords);
        this.explain = keywords.numberOf("EXPLAIN");
        this.create = keywords.numberOf("CREATE");
        this.begin = keywords.numberOf("BEGIN");
        this.end = keywords.numberOf("END");
    }

    @Override
    void first(int keyword) {
        watching = keyword == create || keyword == explain;
        open = false;
        afterDelimiter = false;
    }

    @Override
    void word(int keyword, int at, LeadingTokens leading) {
        if (!open) {
            if ((leading.size() >= head.longest() || !leading.takesMore()) && !head.matches(leading)) {
                watching = false;
            } else if (keyword == begin && head.matches(leading)) {
                open = true;
                openedAt = at;
            }
        } else if (keyword == end && afterDelimiter) {
            open = false;
            watching = false;
        }
        afterDelimiter = false;
    }

    @Override
    void symbol(char c) {
        afterDelimiter = false;
    }

    @Override
    void delimiter() {
        afterDelimiter = true;
    }

    @Override
    boolean hides() {
        return open;
    }

    @Override
    ScriptSyntaxException atEnd() {
        return notClosed(openedAt, "BEGIN", "Close it with END behind the last semicolon in it");
    }
}
