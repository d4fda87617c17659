/**
 * Plays the same stories through Flyway and through MigrateDB, and compares what is to be seen after each step.
 * Flyway is the oracle: what differs from it is a fault, or is listed as intended with its reason.
 *
 * <p><b>A new scenario</b> is an entry in the list of its theme, such as {@link
 * dev.migratedb.compatibility.StateScenarios}:
 *
 * <pre>{@code
 * scenario("refuses a changed file until repair takes its checksum over")
 *         .with(target("2"), outOfOrder(true))                     // settings of both engines, from here on
 *         .file("V1__One.sql", "create table one (id int);")      // or with an encoding, or bytes(…)
 *         .migrate()                                               // a command: observed as "1 migrate"
 *         .file("V1__One.sql", "create table one (id bigint);")   // not observed; .info() shows what changed
 *         .validate()                                              // "2 validate"
 *         .sql("update {history} set ...")                         // past the engines: observed as "3 sql"
 *         .repair(),                                               // "4 repair"
 * }</pre>
 *
 * It is played on each {@link dev.migratedb.compatibility.Database}, or on one of them with {@code only(H2)}; and
 * with a callback that records events, or without one with {@code withoutCallback()}. After each command, and after
 * each {@code sql}, every {@link dev.migratedb.compatibility.Aspect} is compared, so that a scenario has no
 * assertions of its own: its name says what both engines do. It must be the same in each run: no times and no random
 * values in tables.
 *
 * <p><b>A new theme</b> is a class with a {@link dev.migratedb.compatibility.Theme}, and one line in
 * {@link dev.migratedb.compatibility.Themes}. <b>A new setting</b> is a method of {@link
 * dev.migratedb.compatibility.Setting}.
 *
 * <p><b>A difference that is intended</b> is either the same everywhere and then a normalisation in
 * {@link dev.migratedb.compatibility.IntendedDifferences}; or it belongs to single steps, and then the theme lists it
 * with scenario, step, aspect, and with what both engines show:
 *
 * <pre>{@code
 * difference("clean is refused before connecting", "What the settings alone forbid needs no database.")
 *         .at(SCHEMAS, "2 clean", Aspect.EVENTS, "afterConnect", "")
 * }</pre>
 *
 * The build is red for each difference that is not listed, for each listed place that shows something else, and for
 * each normalisation that no scenario needs.
 *
 * <p>Scenarios can be picked by a regular expression over their names:
 * {@code mvn verify -pl compatibility-tests -am -Dscenario='checksum|late'}.
 */
@NullMarked
package dev.migratedb.compatibility;

import org.jspecify.annotations.NullMarked;
