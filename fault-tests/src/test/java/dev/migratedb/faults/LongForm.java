package dev.migratedb.faults;

/** What takes too long for every build is asked for by the profile {@code long}. */
final class LongForm {

    static final String PROPERTY = "migratedb.long";

    private LongForm() {}

    static boolean isAskedFor() {
        return Boolean.getBoolean(PROPERTY);
    }

    /** How often to do something of chance. */
    static int rounds(int inShort, int inLong) {
        return Integer.getInteger("migratedb.rounds", isAskedFor() ? inLong : inShort);
    }
}
