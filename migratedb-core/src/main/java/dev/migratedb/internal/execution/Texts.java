package dev.migratedb.internal.execution;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.ScriptPosition;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How things are called in messages. */
public final class Texts {

    private static final int LONGEST_LIST = 8;
    private static final int BEGIN_OF_LIST = 3;

    /** A report is to fit on a screen, together with all else that it tells. */
    private static final int LINES_OF_A_CAUSE = 5;

    private static final int LENGTH_OF_A_CAUSE = 800;

    private Texts() {}

    /** A migration: {@code version 1 - create person table}, or {@code repeatable migration totals}. */
    public static String name(MigrationInfo migration) {
        if (migration.version() == null) {
            return "repeatable migration " + migration.description();
        }
        return "version " + migration.version()
                + (migration.description().isEmpty() ? "" : " - " + migration.description());
    }

    /** A migration at the beginning of a sentence. */
    static String sentence(MigrationInfo migration) {
        if (migration.version() == null) {
            return "Repeatable migration " + migration.description();
        }
        return (migration.kind() == MigrationKind.UNDO ? "Undo of " : "Migration to ") + name(migration);
    }

    /** A number of migrations. */
    public static String migrations(int count) {
        return count == 1 ? "1 migration" : count + " migrations";
    }

    /** Which migrations, in one line of bearable length: {@code 1, 2, totals}. */
    public static String list(List<MigrationInfo> migrations) {
        int count = migrations.size();
        Stream<String> names = migrations.stream()
                .map(migration -> migration.version() == null
                        ? migration.description()
                        : migration.version().toString());
        if (count <= LONGEST_LIST) {
            return names.collect(Collectors.joining(", "));
        }
        List<String> all = names.toList();
        return String.join(", ", all.subList(0, BEGIN_OF_LIST)) + ", … " + (count - BEGIN_OF_LIST - 1) + " more …, "
                + all.get(count - 1);
    }

    /** A duration as minutes, seconds and milliseconds: {@code 00:00.034s}. */
    public static String time(Duration duration) {
        return "%02d:%02d.%03ds".formatted(duration.toMinutes(), duration.toSecondsPart(), duration.toMillisPart());
    }

    /** The time since a moment of {@link System#nanoTime()}, as {@link #time}. */
    public static String timeSince(long begin) {
        return time(Duration.ofNanos(System.nanoTime() - begin));
    }

    /** A failure of several parts, one per line. */
    static String failure(String what, @Nullable ScriptPosition position, String cause, String state, String remedy) {
        StringBuilder text = new StringBuilder(what);
        if (position != null) {
            text.append("\n  Place:  ").append(position);
            if (!position.excerpt().isBlank()) {
                text.append("\n")
                        .append(position.excerpt().stripTrailing().indent(4).stripTrailing());
            }
        }
        return text.append("\n  Cause:  ")
                .append(cause.strip().replace("\n", "\n          "))
                .append("\n  State:  ")
                .append(state)
                .append("\n  Remedy: ")
                .append(remedy)
                .toString();
    }

    /** A cause with what the database says of it. What is long in there is cut; the cause itself keeps all. */
    static String cause(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getName() : shortened(cause.getMessage());
        if (cause instanceof SQLException failure) {
            return message + " (SQLState " + failure.getSQLState() + ", code " + failure.getErrorCode() + ")";
        }
        return message;
    }

    /** The begin of a message: some databases repeat the whole statement in it, which may be an insert of many rows. */
    static String shortened(String message) {
        List<String> lines = message.lines().toList();
        int end = Math.min(lines.size(), LINES_OF_A_CAUSE);
        String begin = String.join("\n", lines.subList(0, end));
        if (begin.length() > LENGTH_OF_A_CAUSE) {
            int at = LENGTH_OF_A_CAUSE - (Character.isLowSurrogate(begin.charAt(LENGTH_OF_A_CAUSE)) ? 1 : 0);
            return begin.substring(0, at) + "… (" + (message.length() - at) + " characters left out)";
        }
        int left = lines.size() - end;
        return left == 0 ? message : begin + "\n… (" + left + (left == 1 ? " line" : " lines") + " left out)";
    }

    /** A failure to connect: a pool tells only that it has waited, and has the reason inside. */
    static String innermost(SQLException failure) {
        SQLException reason = failure;
        for (Throwable next = failure.getCause(); next != null; next = next.getCause()) {
            if (next instanceof SQLException inner) {
                reason = inner;
            }
        }
        return reason == failure ? cause(failure) : failure.getMessage() + ": " + cause(reason);
    }
}
