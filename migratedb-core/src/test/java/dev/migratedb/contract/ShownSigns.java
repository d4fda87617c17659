package dev.migratedb.contract;

import dev.migratedb.testsupport.FreshDatabase;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The signs of life that runs on a database of MySQL or MariaDB show. */
final class ShownSigns {

    private static final String SESSIONS = " from information_schema.processlist where db = database()";

    private final FreshDatabase database;

    ShownSigns(FreshDatabase database) {
        this.database = database;
    }

    /** The sessions that hold them. */
    List<String> sessions() {
        return database
                .strings("select is_used_lock(concat('migratedb-alive-', id, '-0'))" + SESSIONS
                        + " union all select is_used_lock(concat('migratedb-alive-', id, '-1'))" + SESSIONS)
                .stream()
                .filter(session -> !session.equals("null"))
                .toList();
    }

    /** Waits until all of one run are shown. */
    void await() {
        Awaitility.await("all signs")
                .atMost(Duration.ofSeconds(60))
                .until(() -> sessions().size() == 2);
    }

    /** Waits until all are shown, by other sessions than these. */
    void awaitOthersThan(List<String> lost) {
        Awaitility.await("other signs").atMost(Duration.ofSeconds(60)).until(() -> {
            List<String> now = sessions();
            return now.size() == 2 && now.stream().noneMatch(lost::contains);
        });
    }

    /** The sessions that carry out a statement which begins so. */
    List<String> running(String begin) {
        return database.strings("select id" + SESSIONS + " and info like '" + begin + "%'");
    }
}
