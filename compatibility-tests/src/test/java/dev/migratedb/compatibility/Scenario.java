package dev.migratedb.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A story that both engines live through, each on a fresh database: files come and go, settings change, commands run.
 * It is data; playing it is somebody else's work. Immutable: each method gives a scenario with one step more.
 */
record Scenario(String name, Set<Database> databases, boolean withCallback, List<Step> steps) {

    /** Stands for the quoted name of the history table in {@link #sql}. */
    static final String HISTORY = "{history}";

    Scenario {
        steps = List.copyOf(steps);
    }

    /** Begins a scenario without any step, for all databases. Its name says what both engines do. */
    static Scenario scenario(String name) {
        return new Scenario(name, EnumSet.allOf(Database.class), true, List.of());
    }

    /** Plays it on this database alone. */
    Scenario only(Database database) {
        return new Scenario(name, EnumSet.of(database), withCallback, steps);
    }

    /**
     * Plays it without the callback that records events: for whatever the engines do differently where nobody
     * listens. The events are not compared then.
     */
    Scenario withoutCallback() {
        return new Scenario(name, databases, false, steps);
    }

    /** Sets what both engines are configured with from here on. A setting replaces an earlier one of its name. */
    Scenario with(Setting... settings) {
        return and(new Step.Change(List.of(settings)));
    }

    /** Writes a file in UTF-8, or replaces it. The name may begin with folders. */
    Scenario file(String name, String content) {
        return file(name, content, UTF_8);
    }

    Scenario file(String name, String content, Charset encoding) {
        return bytes(name, content.getBytes(encoding));
    }

    Scenario bytes(String name, byte[] content) {
        return and(new Step.Write(name, content));
    }

    Scenario delete(String name) {
        return and(new Step.Delete(name));
    }

    Scenario migrate() {
        return and(new Step.Run(Command.MIGRATE));
    }

    Scenario validate() {
        return and(new Step.Run(Command.VALIDATE));
    }

    Scenario info() {
        return and(new Step.Run(Command.INFO));
    }

    Scenario repair() {
        return and(new Step.Run(Command.REPAIR));
    }

    Scenario baseline() {
        return and(new Step.Run(Command.BASELINE));
    }

    Scenario clean() {
        return and(new Step.Run(Command.CLEAN));
    }

    /** Runs statements past the engines. {@value #HISTORY} in them stands for the history table. */
    Scenario sql(String... statements) {
        return and(new Step.Sql(List.of(statements)));
    }

    private Scenario and(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Scenario(name, databases, withCallback, longer);
    }
}
