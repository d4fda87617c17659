package dev.migratedb.result;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.List;

/** Thrown before anything was changed, with everything that is wrong at once. */
public final class ValidationFailedException extends MigrateDbException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Creates the exception. Its message lists all problems with place and remedy; its code is that of the problems where
     * all have the same one, else {@link ErrorCode#VALIDATION}.
     *
     * @param problems at least one
     */
    public ValidationFailedException(List<Problem> problems) {
        super(commonCode(problems), text(problems, true));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** All that is wrong, numbered, with places, as in the message but without the remedies: for who shows these elsewhere. */
    public String description() {
        return text(problems, false);
    }

    private static ErrorCode commonCode(List<Problem> problems) {
        List<ErrorCode> codes = problems.stream().map(Problem::code).distinct().toList();
        return codes.size() == 1 ? codes.get(0) : ErrorCode.VALIDATION;
    }

    private static String text(List<Problem> problems, boolean withRemedies) {
        StringBuilder text = new StringBuilder(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
        text.append(" found before the run; nothing was changed.");
        for (int i = 0; i < problems.size(); i++) {
            Problem problem = problems.get(i);
            text.append("\n").append(i + 1).append(". ");
            if (problem.position() != null) {
                text.append(problem.position()).append(": ");
            }
            text.append(problem.message());
            if (problem.position() != null && !problem.position().excerpt().isEmpty()) {
                text.append("\n")
                        .append(problem.position()
                                .excerpt()
                                .stripTrailing()
                                .indent(3)
                                .stripTrailing());
            }
            if (withRemedies) {
                text.append("\n   Remedy: ").append(problem.remedy());
            }
        }
        return text.toString();
    }
}
