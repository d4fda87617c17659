package dev.migratedb.internal.script;

import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that were kept from an earlier reading. */
final class KeptStatements implements StatementReader {

    /** A statement and the data that follow it; null where none can. */
    record Kept(SqlStatement statement, @Nullable String data) {}

    private final List<Kept> kept;
    private int next;

    KeptStatements(List<Kept> kept) {
        this.kept = kept;
    }

    @Override
    public @Nullable SqlStatement next() {
        if (next > kept.size()) {
            return null;
        }
        next++;
        return next > kept.size() ? null : kept.get(next - 1).statement();
    }

    @Override
    public Reader copyData() {
        String data =
                next == 0 || next > kept.size() ? null : kept.get(next - 1).data();
        if (data == null) {
            throw new IllegalStateException("No data follow the last statement");
        }
        return new StringReader(data);
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
