package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Statements of a file that must be, at its end, the one that was found. */
final class UnchangedStatements implements StatementReader {

    private final StatementReader statements;
    private final ScriptFile file;
    private final LineChecksum checksum;

    /**
     * Creates the reader.
     *
     * @param checksum is fed while the statements are read
     */
    UnchangedStatements(StatementReader statements, ScriptFile file, LineChecksum checksum) {
        this.statements = statements;
        this.file = file;
        this.checksum = checksum;
    }

    @Override
    public @Nullable SqlStatement next() throws IOException {
        SqlStatement statement = statements.next();
        if (statement == null && checksum.value() != file.checksum()) {
            throw ScriptSyntaxException.changed(file, checksum.value());
        }
        return statement;
    }

    @Override
    public Reader copyData() {
        return statements.copyData();
    }

    @Override
    public void close() throws IOException {
        statements.close();
    }
}
