package dev.migratedb.faults;

import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A moment of a run that the calls of its driver tell, so that no engine needs to know of it. */
enum StopPoint {
    LOCK_ACQUIRED(Side.AFTER, (call, progress) -> matches(call, Patterns.LOCK)),
    BEFORE_SCRIPT(Side.BEFORE, (call, progress) -> call.sends("create table t" + progress.script + " ")),
    AFTER_SCRIPT(Side.AFTER, (call, progress) -> call.sends(progress.witness())),
    BEFORE_HISTORY(Side.BEFORE, (call, progress) -> progress.scriptDone && matches(call, Patterns.HISTORY)),
    BEFORE_COMMIT(Side.BEFORE, (call, progress) -> progress.scriptDone && isCommit(call)),
    AFTER_COMMIT(Side.AFTER, (call, progress) -> progress.scriptDone && isCommit(call)),
    BEFORE_UNLOCK(Side.BEFORE, (call, progress) -> matches(call, Patterns.UNLOCK));

    private final Side side;
    private final BiPredicate<JdbcCall, Progress> isAt;

    StopPoint(Side side, BiPredicate<JdbcCall, Progress> isAt) {
        this.side = side;
        this.isAt = isAt;
    }

    /**
     * Does something the first time that a run comes by.
     *
     * @param script the number of the script whose moment it is
     */
    Intervention inScript(int script, Runnable action) {
        return new Once(this, new Progress(script), action);
    }

    private static boolean matches(JdbcCall call, Pattern pattern) {
        return call.sql() != null && pattern.matcher(call.sql()).find();
    }

    private static boolean isCommit(JdbcCall call) {
        return call.method().equals("commit")
                || call.sql() != null
                        && call.sql().toUpperCase(Locale.ROOT).trim().equals("COMMIT");
    }

    /** In a class of their own: constants of an enum come before its fields. */
    private static final class Patterns {

        static final Pattern LOCK = Pattern.compile(
                "pg_try_advisory_(xact_)?lock|GET_LOCK|UPDATE \\S*_lock\\S* SET .owner. = \\?",
                Pattern.CASE_INSENSITIVE);
        static final Pattern UNLOCK = Pattern.compile(
                "pg_advisory_unlock|RELEASE_LOCK|UPDATE \\S*_lock\\S* SET .owner. = NULL", Pattern.CASE_INSENSITIVE);
        static final Pattern HISTORY = Pattern.compile(
                "INSERT INTO \\S*(migratedb_state|flyway_schema_history)\\W? ", Pattern.CASE_INSENSITIVE);
    }

    /** How far the script is. */
    private static final class Progress {

        private final int script;
        private boolean scriptDone;

        Progress(int script) {
            this.script = script;
        }

        String witness() {
            return "audit_run values (" + script + ")";
        }
    }

    private static final class Once implements Intervention {

        private final StopPoint point;
        private final Progress progress;
        private @Nullable Runnable action;

        Once(StopPoint point, Progress progress, Runnable action) {
            this.point = point;
            this.progress = progress;
            this.action = action;
        }

        @Override
        public void before(JdbcCall call) {
            meet(Side.BEFORE, call);
        }

        @Override
        public void after(JdbcCall call) {
            meet(Side.AFTER, call);
            progress.scriptDone |= call.sends(progress.witness());
        }

        private void meet(Side side, JdbcCall call) {
            Runnable pending = action;
            if (pending != null && side == point.side && point.isAt.test(call, progress)) {
                action = null;
                pending.run();
            }
        }
    }
}
