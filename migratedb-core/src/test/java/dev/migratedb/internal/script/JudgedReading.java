package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** What we make of a script that a client judges. */
record JudgedReading(List<String> statements, String problem) {

    static JudgedReading of(SqlSyntax syntax, String script) throws IOException {
        List<String> statements = new ArrayList<>();
        StringReader reader = new StringReader(script);
        ScriptInput input = new ScriptInput(reader, null, Scripts.FILENAME);
        ScriptText text = new ScriptText(Scripts.LOCATION, input, ScriptText.WINDOW_SIZE);
        try (StatementReader read = new StreamedStatements(syntax, reader, text)) {
            for (SqlStatement next = read.next(); next != null; next = read.next()) {
                statements.add(next.sql());
            }
            return new JudgedReading(statements, "");
        } catch (ScriptSyntaxException e) {
            return new JudgedReading(statements, e.getMessage());
        }
    }

    /** The first place where two splittings differ; empty where there is none. */
    String difference(List<String> expected, List<String> read) {
        if (read.equals(expected)) {
            return "";
        }
        int at = 0;
        while (at < Math.min(read.size(), expected.size()) && read.get(at).equals(expected.get(at))) {
            at++;
        }
        return "\n  client: %s%n  we:     %s%n  %s"
                .formatted(
                        at < expected.size() ? expected.get(at) : "end",
                        at < read.size() ? read.get(at) : "end",
                        problem);
    }
}
