package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.ignoreMigrationPatterns;
import static dev.migratedb.compatibility.Setting.outOfOrder;
import static dev.migratedb.compatibility.Setting.placeholderReplacement;
import static dev.migratedb.compatibility.Setting.placeholders;
import static dev.migratedb.compatibility.Setting.schemas;
import static dev.migratedb.compatibility.Setting.target;

import java.util.List;
import java.util.Map;

/** What repair removes, marks and corrects, and what it leaves alone. */
final class RepairScenarios {

    private static final String ONE = "create table one (id int);";
    private static final String TWO = "create table two (id int);";
    private static final String THREE = "create table three (id int);";
    private static final String VIEW = "create view v as select * from one;";

    private RepairScenarios() {}

    static Theme theme() {
        return new Theme("repair", scenarios(), List.of());
    }

    private static Scenario migrated(String name) {
        return scenario(name)
                .file("V1__One.sql", ONE)
                .file("V2__Two.sql", TWO)
                .file("R__View.sql", VIEW)
                .migrate();
    }

    private static List<Scenario> scenarios() {
        return List.of(
                migrated("removes failed rows, versioned and repeatable")
                        .sql("update {history} set \"success\" = false where \"installed_rank\" > 1")
                        .repair()
                        .validate(),
                migrated("removes a failed row whose file is gone")
                        .file("V3__Three.sql", THREE)
                        .migrate()
                        .sql("update {history} set \"success\" = false where \"version\" in ('2', '3')")
                        .delete("V2__Two.sql")
                        .delete("V3__Three.sql")
                        .repair()
                        .validate(),
                migrated("marks missing rows as deleted once, versioned and repeatable")
                        .delete("V1__One.sql")
                        .delete("R__View.sql")
                        .repair()
                        .validate()
                        .repair()
                        .migrate(),
                migrated("runs a deleted migration again that came back")
                        .delete("V1__One.sql")
                        .delete("R__View.sql")
                        .repair()
                        .file("V1__One.sql", "create table one_again (id int);")
                        .file("R__View.sql", "create view w as select * from one;")
                        .validate()
                        .migrate()
                        .with(outOfOrder(true))
                        .migrate()
                        .validate(),
                migrated("deletes twice what came back in between")
                        .delete("R__View.sql")
                        .repair()
                        .file("R__View.sql", "create view w as select * from one;")
                        .migrate()
                        .delete("R__View.sql")
                        .repair()
                        .validate(),
                migrated("leaves the future alone unless told otherwise")
                        .delete("V2__Two.sql")
                        .repair()
                        .with(ignoreMigrationPatterns())
                        .repair()
                        .file("V2__Two.sql", "create table two_again (id int);")
                        .migrate(),
                migrated("leaves missing rows alone that validation ignores")
                        .delete("V1__One.sql")
                        .delete("R__View.sql")
                        .with(ignoreMigrationPatterns("versioned:missing"))
                        .repair(),
                migrated("takes over checksums and descriptions")
                        .file("V1__One.sql", "create table one (id bigint);")
                        .delete("V2__Two.sql")
                        .file("V2__Zwei.sql", TWO)
                        .file("R__View.sql", "create view v as select id from one;")
                        .repair()
                        .validate()
                        .info(),
                migrated("takes over the checksum of a late version, whatever the target")
                        .file("V1_5__Late.sql", "create table late (id int);")
                        .with(outOfOrder(true))
                        .migrate()
                        .with(outOfOrder(false), target("1"))
                        .file("V1_5__Late.sql", "create table late (id bigint);")
                        .file("V2__Two.sql", "create table two (id bigint);")
                        .repair()
                        .with(target("latest"))
                        .validate(),
                migrated("fills in checksums that the history has none of")
                        .sql("update {history} set \"checksum\" = null where \"version\" = '1'")
                        .validate()
                        .repair(),
                scenario("takes over the checksum of a repeatable migration with its placeholders replaced")
                        .file("V1__One.sql", ONE)
                        .file("R__View.sql", "create view v as select '${name}' as name from one;")
                        .with(placeholderReplacement(false))
                        .migrate()
                        .with(placeholderReplacement(true), placeholders(Map.of("name", "Ada")))
                        .info()
                        .with(ignoreMigrationPatterns("*:pending"))
                        .validate()
                        .repair()
                        .validate()
                        .migrate(),
                scenario("has nothing to repair where there is no history")
                        .file("V1__One.sql", ONE)
                        .repair()
                        .with(schemas("fresh"))
                        .repair(),
                migrated("marks everything as deleted where no file is left")
                        .delete("V1__One.sql")
                        .delete("V2__Two.sql")
                        .delete("R__View.sql")
                        .repair()
                        .with(ignoreMigrationPatterns())
                        .repair()
                        .migrate(),
                scenario("takes over the checksum of a baseline migration")
                        .file("V1__One.sql", ONE)
                        .file("B2__Base.sql", "create table base (id int);")
                        .migrate()
                        .file("B2__Base.sql", "create table base (id bigint);")
                        .validate()
                        .repair()
                        .validate());
    }
}
