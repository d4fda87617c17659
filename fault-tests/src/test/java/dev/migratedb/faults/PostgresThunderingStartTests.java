package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many processes start at the same moment on a database that has nothing, not even a history. */
class PostgresThunderingStartTests extends FaultContractTests {

    private static final int SCRIPTS = 5;

    /** Sees what is created, and by whom, though the engine does not know of it. */
    private static final List<String> NOTARY = List.of(
            "create schema notary",
            "create table notary.created (pid int, object text)",
            """
            create function notary.note() returns event_trigger language plpgsql as $$
            begin
              insert into notary.created select pg_backend_pid(), object_identity
              from pg_event_trigger_ddl_commands() where object_type = 'table';
            end $$
            """,
            "create event trigger notary on ddl_command_end when tag in ('CREATE TABLE') execute function notary.note()");

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    private static int processes() {
        return LongForm.isAskedFor() ? 16 : 4;
    }

    @Test
    void onlyOneOfManyDoesTheWorkAndNobodyFails() {
        Tally tally = tally(processes() + " processes start at once on an empty database");
        Scripts scripts = Scripts.tables(folder, SCRIPTS, "");
        for (int round = 1; round <= LongForm.rounds(1, 8); round++) {
            round(tally, "round " + round, scripts);
        }
        report(tally, "");
    }

    private void round(Tally tally, String which, Scripts scripts) {
        try (FreshDatabase database = product().server().freshDatabase()) {
            NOTARY.forEach(database::execute);
            Outcome last = Outcome.done();
            int applied = 0;
            for (Worker worker : atOnce(processes(), database, scripts)) {
                last = worker.end(LIMIT);
                if (last.kind() != Outcome.Kind.DONE) {
                    tally.bystanderFailed(which, last.message());
                }
                applied += worker.lines().contains("applied " + SCRIPTS) ? 1 : 0;
            }
            if (applied != 1) {
                tally.finding(which, applied + " processes have applied all");
            }
            List<String> creators =
                    database.strings("select distinct pid from notary.created where object like 'public.%'");
            long histories = database.count("notary.created where object = 'public." + engine().history() + "'");
            if (creators.size() != 1 || histories != 1) {
                tally.finding(which, "history created " + histories + " times, tables by sessions " + creators);
            }
            count(tally, which, last, database, scripts);
        }
    }
}
