package dev.migratedb.internal.script;

import dev.migratedb.internal.script.CheckedScript.Findings;
import dev.migratedb.internal.script.KeptStatements.Kept;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads scripts to their end before the first one runs. Keeps the statements of scripts up to 1 MB, 16 MB in all. One per
 * run; not thread-safe.
 */
public final class ScriptChecker {

    private static final int KEPT_OF_ONE = 1024 * 1024;
    private static final int KEPT_IN_ALL = 16 * KEPT_OF_ONE;
    private static final int CHUNK = 4 * 1024;

    private final SqlSyntax syntax;
    private final Placeholders placeholders;
    private int room = KEPT_IN_ALL;

    /** Creates a checker for scripts of one database. */
    public ScriptChecker(SqlSyntax syntax, Placeholders placeholders) {
        this.syntax = syntax;
        this.placeholders = placeholders;
    }

    /**
     * Reads a script.
     *
     * @throws ScriptSyntaxException with the first thing that is wrong in it, also where the file cannot be read, cannot be
     *     decoded, or has another checksum than when it was found
     */
    public CheckedScript check(ScriptFile file) {
        try (StatementReader statements = StreamedStatements.open(file, syntax, placeholders)) {
            return check(file, statements);
        } catch (IOException e) {
            throw ScriptSyntaxException.unreadable(file, e);
        }
    }

    private CheckedScript check(ScriptFile file, StatementReader statements) throws IOException {
        Findings findings = new Findings();
        List<Kept> kept = new ArrayList<>();
        // what is kept is counted, because what a file says about its size before it is read can be wrong
        int most = file.size() > KEPT_OF_ONE ? 0 : Math.min(KEPT_OF_ONE, room);
        int size = 0;
        for (SqlStatement statement = statements.next(); statement != null; statement = statements.next()) {
            findings.add(statement);
            size = Math.min(most + 1, size + statement.sql().length());
            String data = null;
            if (statement.copiesFromStdin() && size <= most) {
                data = read(statements.copyData(), most - size);
                size = data == null ? most + 1 : size + data.length();
            }
            if (size <= most) {
                kept.add(new Kept(statement, data));
            } else {
                kept.clear();
            }
        }
        if (size > most) {
            return CheckedScript.readAgain(file, findings, () -> StreamedStatements.open(file, syntax, placeholders));
        }
        room -= size;
        return CheckedScript.kept(file, findings, kept);
    }

    /** The data; null where they are longer than this. */
    private static @Nullable String read(Reader data, int most) throws IOException {
        StringBuilder all = new StringBuilder();
        char[] chunk = new char[CHUNK];
        for (int count = data.read(chunk); count >= 0; count = data.read(chunk)) {
            if (count > most - all.length()) {
                return null;
            }
            all.append(chunk, 0, count);
        }
        return all.toString();
    }
}
