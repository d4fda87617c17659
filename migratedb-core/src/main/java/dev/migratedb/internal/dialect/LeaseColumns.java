package dev.migratedb.internal.dialect;

/** The columns of the table of a lease. */
final class LeaseColumns {

    private LeaseColumns() {}

    /**
     * The definitions, in parentheses.
     *
     * @param number type of the fencing number
     * @param text type of texts
     * @param time type of moments
     */
    static String definition(Dialect dialect, String number, String text, String time) {
        return " (" + dialect.quote("id") + " INTEGER PRIMARY KEY, "
                + dialect.quote("fencing") + " " + number + " NOT NULL, "
                + dialect.quote("owner") + " " + text + "(300), "
                + dialect.quote("acquired_at") + " " + time + ", "
                + dialect.quote("heartbeat_at") + " " + time + ", "
                + dialect.quote("doing") + " " + text + "(300))";
    }
}
