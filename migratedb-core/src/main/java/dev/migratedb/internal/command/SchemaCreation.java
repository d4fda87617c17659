package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/** Creates schemas that are missing, and remembers which ones it has created. */
final class SchemaCreation {

    static final String DESCRIPTION = "<< MigrateDB Schema Creation >>";

    private static final String TYPE = "SCHEMA";
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    private final RunContext run;
    private final List<String> created = new ArrayList<>();

    SchemaCreation(RunContext run) {
        this.run = run;
    }

    /** The row of a lease needs a schema to be in; another lock needs none, and the schemas are created under it. */
    void createForLock(List<String> missing) {
        String home = run.history().name().schema();
        if (!run.isRehearsal() && run.dialect().advisoryLock() == null && missing.contains(home)) {
            create(List.of(home));
        }
    }

    /** The schemas that a history tells of as created. */
    static List<String> created(List<AppliedMigration> history) {
        return history.stream()
                .filter(row -> row.type().equals(TYPE))
                .flatMap(row -> QUOTED.matcher(row.script()).results())
                .map(name -> name.group(1).replace("\"\"", "\""))
                .toList();
    }

    /** Creates schemas, with their events; does nothing where there are none to create. */
    void create(List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        run.callbacks().fire(Event.CREATE_SCHEMA, Moment.PLAIN);
        run.callbacks().fire(Event.BEFORE_CREATE_SCHEMA, Moment.PLAIN);
        run.section("Schemas");
        for (String schema : missing) {
            run.log().info("Creating schema \"{}\"", schema);
            try {
                run.work()
                        .jdbc()
                        .execute("CREATE SCHEMA IF NOT EXISTS " + run.dialect().quote(schema));
            } catch (DataAccessException ex) {
                throw new MigrateDbException(
                        ErrorCode.CONFIGURATION,
                        "The schema \"" + schema + "\" is missing and could not be created: "
                                + ex.getMostSpecificCause().getMessage()
                                + ". No migration was run. Create it, or give the user the right to.",
                        ex);
            }
            created.add(schema);
        }
    }

    /** The rows that tell which schemas were created; empty where none was. */
    List<AppliedMigration> rows(int rank) {
        if (created.isEmpty()) {
            return List.of();
        }
        String names = created.stream().map(run.dialect()::quote).collect(Collectors.joining(","));
        return List.of(new AppliedMigration(
                rank,
                null,
                DESCRIPTION,
                TYPE,
                names,
                null,
                run.installedBy(),
                run.configuration().clock().instant(),
                0,
                true));
    }
}
