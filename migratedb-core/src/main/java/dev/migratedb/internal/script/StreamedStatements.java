package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The statements of a file, read while they are asked for. */
final class StreamedStatements implements StatementReader {

    private final SqlSyntax syntax;
    private final Reader reader;
    private final ScriptText text;
    private final StatementLexer lexer;
    private @Nullable CopyData data;
    private @Nullable SqlStatement repeated;
    private int repetitions;

    StreamedStatements(SqlSyntax syntax, Reader reader, ScriptText text) {
        this.syntax = syntax;
        this.reader = reader;
        this.text = text;
        this.lexer = new StatementLexer(syntax, text);
    }

    /**
     * Opens a file. At its end, its checksum must be what it was when the file was found.
     *
     * @throws ScriptSyntaxException when it cannot be opened
     */
    static StatementReader open(ScriptFile file, SqlSyntax syntax, Placeholders placeholders) {
        LineChecksum checksum = new LineChecksum();
        StrictDecoder decoder;
        try {
            decoder = new StrictDecoder(file.content().open(), file.encoding(), checksum);
        } catch (IOException e) {
            throw ScriptSyntaxException.unreadable(file, e);
        }
        Placeholders replaced = placeholders.areReplacedIn(file) ? placeholders : null;
        ScriptInput input = new ScriptInput(decoder, replaced, file.filename());
        ScriptText text = new ScriptText(file.location(), input, ScriptText.WINDOW_SIZE);
        return new UnchangedStatements(new StreamedStatements(syntax, decoder, text), file, checksum);
    }

    @Override
    public @Nullable SqlStatement next() throws IOException {
        if (repetitions > 0) {
            repetitions--;
            return repeated;
        }
        skipData();
        try {
            if (!lexer.next()) {
                return null;
            }
            SqlStatement statement = new SqlStatement(syntax, lexer, text);
            text.discard(statement.sql());
            repeated = statement;
            repetitions = lexer.count() - 1;
            if (statement.copiesFromStdin()) {
                data = new CopyData(text);
            }
            return statement;
        } catch (UndecodableException e) {
            throw text.undecodable(e);
        }
    }

    @Override
    public Reader copyData() {
        if (data == null) {
            throw new IllegalStateException("No data follow the last statement");
        }
        return data;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void skipData() throws IOException {
        if (data != null) {
            data.skipToEnd();
            data = null;
        }
    }
}
