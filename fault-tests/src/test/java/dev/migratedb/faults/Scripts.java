package dev.migratedb.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A folder of migrations. As their witness each inserts its number into {@code audit_run}, which has no unique key: a second
 * run of one would go unnoticed by the database.
 */
final class Scripts {

    private static final String WITNESS = "insert into audit_run values (%d);\n";

    private final Path folder;

    /** By name; null for one that leaves no witness. */
    private final Map<String, @Nullable Integer> scripts = new LinkedHashMap<>();

    private Scripts(Path folder) {
        this.folder = folder;
    }

    /** A few that show each way to run a migration: DDL, rows only, a statement that refuses a transaction, a repeatable one. */
    static Scripts ofEachKind(Path folder, Product product, Engine engine) {
        Scripts all = new Scripts(folder);
        all.add("V1__audit.sql", 1, "create table audit_run (v int);\n");
        all.add("V2__table.sql", 2, """
                create table t2 (id int not null, name varchar(20));
                insert into t2 values (1, 'a');
                create index i2 on t2 (name);
                """);
        all.add("V3__rows.sql", 3, """
                insert into t2 values (2, 'b');
                insert into t2 values (3, 'c');
                update t2 set name = 'z' where id = 1;
                """);
        all.add("V4__column.sql", 4, "alter table t2 add column n int;\ncreate index i4 on t2 (n);\n");
        // with Flyway it waits for the lock of its own run, for ever
        if (product == Product.POSTGRES && engine != Engine.FLYWAY) {
            all.add("V5__index.sql", null, "create index concurrently i5 on t2 (id, name);\n");
        }
        all.add("R__view.sql", 6, "drop view if exists v6;\ncreate view v6 as select id from t2;\n");
        return all;
    }

    /** A number of small ones that make a table each. */
    static Scripts tables(Path folder, int count, String pause) {
        return tables(folder, count, script -> pause);
    }

    /**
     * The same.
     *
     * @param pause what each does before, by its number
     */
    static Scripts tables(Path folder, int count, IntFunction<String> pause) {
        Scripts all = new Scripts(folder);
        for (int i = 1; i <= count; i++) {
            String audit = i == 1 ? "create table audit_run (v int);\n" : "";
            all.add("V" + i + "__t.sql", i, audit + pause.apply(i) + "create table t" + i + " (id int);\n");
        }
        return all;
    }

    /** Indexes that are built without a transaction; each leaves no witness but itself. */
    static Scripts concurrentIndexes(Path folder) {
        return concurrentIndexes(folder, 4);
    }

    /**
     * The same.
     *
     * @param count the first ones only
     */
    static Scripts concurrentIndexes(Path folder, int count) {
        List<Runnable> steps = new ArrayList<>();
        Scripts all = new Scripts(folder);
        steps.add(() -> all.add("V1__table.sql", 1, """
                create table audit_run (v int);
                create table thing (v int);
                insert into thing select generate_series(1, 1000);
                """));
        steps.add(() -> all.add("V2__index.sql", null, "create unique index concurrently thing_v on thing (v);\n"));
        steps.add(() -> all.add("V3__rows.sql", 3, "insert into thing select generate_series(2001, 3000);\n"));
        steps.add(
                () -> all.add("V4__index.sql", null, "create index concurrently thing_again on thing (v, (v + 1));\n"));
        steps.subList(0, count).forEach(Runnable::run);
        return all;
    }

    private void add(String name, @Nullable Integer witness, String content) {
        try {
            Files.writeString(
                    Files.createDirectories(folder).resolve(name),
                    content + (witness == null ? "" : WITNESS.formatted(witness)));
            scripts.put(name, witness);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    Path folder() {
        return folder;
    }

    Map<String, @Nullable Integer> scripts() {
        return scripts;
    }
}
