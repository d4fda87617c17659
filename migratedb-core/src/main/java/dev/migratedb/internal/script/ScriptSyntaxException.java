package dev.migratedb.internal.script;

import dev.migratedb.migration.ErrorCode;
import java.io.IOException;

/** A script cannot be read on, for a reason that is told by {@link #problem()}. Never reaches the user as it is. */
public final class ScriptSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ScriptProblem problem;

    public ScriptSyntaxException(ScriptProblem problem) {
        super(problem.position() == null ? problem.message() : problem.position() + ": " + problem.message());
        this.problem = problem;
    }

    public ScriptProblem problem() {
        return problem;
    }

    static ScriptSyntaxException unreadable(ScriptFile file, IOException cause) {
        String remedy = cause instanceof UndecodableException undecodable
                ? undecodable.remedy()
                : "Make the file readable for this process";
        ScriptSyntaxException exception = new ScriptSyntaxException(new ScriptProblem(
                ErrorCode.UNREADABLE_FILE, null, file.location() + " cannot be read: " + reason(cause), remedy));
        exception.initCause(cause);
        return exception;
    }

    static ScriptSyntaxException changed(ScriptFile file, int checksum) {
        return new ScriptSyntaxException(new ScriptProblem(
                ErrorCode.UNREADABLE_FILE,
                null,
                file.location() + " was changed while it was being read: its checksum was " + file.checksum()
                        + " when it was found, and is " + checksum + " now",
                "Start again when nothing writes to the file any more"));
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
