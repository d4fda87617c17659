package dev.migratedb.internal.script;

/** A line in a script that only the command-line client of the database understands. */
final class ClientCommand {

    private ClientCommand() {}

    /**
     * The error for it.
     *
     * @param begin of the command, counted from the beginning of the statement
     */
    static ScriptSyntaxException refused(SqlSyntax syntax, ScriptText text, int begin, int length) {
        String command = new String(text.chars, text.start + begin, length);
        if (command.equals("\\.") && syntax.hasData()) {
            return text.syntaxError(
                    begin,
                    "\\. ends the data of a COPY … FROM STDIN, but there are none before it",
                    "Remove it, or put the statement with its delimiter on a line before the data");
        }
        String program = syntax.metaCommandsOf();
        return text.syntaxError(
                begin,
                program + " meta-command " + command + " is not SQL",
                "Remove it, only " + program + " knows it" + syntax.metaCommandAdvice());
    }
}
