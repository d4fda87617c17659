package dev.migratedb.faults;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call of a driver that reaches the server, or may.
 *
 * @param number from 1 on, among those of the thread that made the first one; 0 for those of other threads, such as a heartbeat
 * @param method of JDBC
 * @param sql what it sends; null where the method says it all. The statements of a batch are joined
 * @param session whose connection it uses; null where it is about to open one
 */
record JdbcCall(
        int number,
        String method,
        @Nullable String sql,
        @Nullable Session session) {

    private static final int SHOWN = 100;

    /** A connection that can be cut. */
    interface Session {

        /** Ends the physical connection at once, with no word to the server. */
        void cut();
    }

    /** Whether what it sends has this part, in any case of letters. */
    boolean sends(String part) {
        return sql != null && sql.toLowerCase(Locale.ROOT).contains(part);
    }

    /** Whether it asks the server for something that can be cancelled. */
    boolean canBeCancelled() {
        return method.startsWith("execute") || method.equals("commit");
    }

    /** What it is, in two words. */
    String kind() {
        return sql == null
                ? method
                : method + " " + sql.trim().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        String text = sql == null ? "" : sql.replaceAll("\\s+", " ");
        return number + " " + method + " " + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
