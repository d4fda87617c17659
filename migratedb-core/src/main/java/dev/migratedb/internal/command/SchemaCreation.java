package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/** Creates schemas that are missing, and remembers which ones it has created. */
final class SchemaCreation {

    static final String DESCRIPTION = "<< MigrateDB Schema Creation >>";

    private static final String TYPE = "SCHEMA";
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[^\"]|\"\")*)\"|`((?:[^`]|``)*)`|\\[((?:[^\\]]|]])*)]");

    private final RunContext run;
    private final List<String> created = new ArrayList<>();

    SchemaCreation(RunContext run) {
        this.run = run;
    }

    /** The row of a lease needs a schema to be in; another lock needs none, and the schemas are created under it. */
    void createForLock(List<String> missing) {
        String home = run.history().name().schema();
        if (!run.isRehearsal() && Locks.isLease(run) && missing.contains(home)) {
            create(List.of(home));
        }
    }

    /** The schemas that a history tells of as created. */
    static List<String> created(List<AppliedMigration> history) {
        return history.stream()
                .filter(row -> row.type().equals(TYPE))
                .flatMap(row -> QUOTED.matcher(row.script()).results())
                .map(SchemaCreation::unquoted)
                .toList();
    }

    private static String unquoted(MatchResult name) {
        if (name.group(1) != null) {
            return name.group(1).replace("\"\"", "\"");
        }
        return name.group(2) != null
                ? name.group(2).replace("``", "`")
                : name.group(3).replace("]]", "]");
    }

    /** Creates schemas, with their events; does nothing where there are none to create. */
    void create(List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        // asked first: a database that cannot create any refuses here
        List<String> statements = missing.stream().map(this::statement).toList();
        run.callbacks().fire(Event.CREATE_SCHEMA, Moment.PLAIN);
        run.callbacks().fire(Event.BEFORE_CREATE_SCHEMA, Moment.PLAIN);
        run.section("Schemas");
        for (int i = 0; i < missing.size(); i++) {
            String schema = missing.get(i);
            run.log().info("Creating schema \"{}\"", schema);
            try {
                run.work().jdbc().execute(statements.get(i));
            } catch (DataAccessException ex) {
                throw notCreated(schema, ex);
            }
            created.add(schema);
        }
    }

    private String statement(String schema) {
        try {
            return run.dialect().createSchema(schema);
        } catch (DataAccessException ex) {
            throw notCreated(schema, ex);
        }
    }

    private static MigrateDbException notCreated(String schema, DataAccessException cause) {
        return new MigrateDbException(
                ErrorCode.CONFIGURATION,
                "The schema \"" + schema + "\" is missing and could not be created: "
                        + cause.getMostSpecificCause().getMessage()
                        + ". No migration was run. Create it, or give the user the right to.",
                cause);
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
