package dev.migratedb.internal.script;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Hands out the statements of a script, one by one. Not thread-safe; whoever opened it closes it. */
public interface StatementReader extends Closeable {

    /**
     * The next statement. Skips what is left of the data of the previous one.
     *
     * @return null after the last one
     * @throws ScriptSyntaxException where the script is wrong
     */
    @Nullable
    SqlStatement next() throws IOException;

    /**
     * The data that follow the last statement, if it {@link SqlStatement#copiesFromStdin()}; without the line {@code \.} that
     * ends them. To be read before the next call of {@link #next()}; need not be closed.
     */
    Reader copyData();
}
