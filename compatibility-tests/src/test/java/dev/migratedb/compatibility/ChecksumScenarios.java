package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static dev.migratedb.compatibility.Setting.detectEncoding;
import static dev.migratedb.compatibility.Setting.encoding;
import static dev.migratedb.compatibility.Setting.placeholders;
import static dev.migratedb.compatibility.Setting.skipExecutingMigrations;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** What goes into checksums, and what does not. */
final class ChecksumScenarios {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LOG = "create table log (what varchar(40));";
    private static final String LINES = "insert into log values ('é');\n-- cé€\ninsert into log values ('2');";

    private static final String MARK_INSIDE = "counts a byte order mark inside of a script";
    private static final String ISO_AS_UTF = "refuses ISO-8859-1 read as UTF-8";

    // a line of the catalog ends with a blank
    private static final String TABLE = """
            column log.what 1 character varying(40) identity\s
            schema public
            table log kind r owner postgres
            """;

    private ChecksumScenarios() {}

    static Theme theme() {
        return new Theme("checksums", scenarios(), differences());
    }

    private static List<Scenario> scenarios() {
        return List.of(
                scenario("does not count how lines end")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Lf.sql", LINES)
                        .file("V3__Crlf.sql", LINES.replace("\n", "\r\n"))
                        .file("V4__End.sql", LINES + "\n")
                        .file("V5__Ends.sql", LINES + "\n\r\n\n")
                        .file("V6__Blanks.sql", LINES + "\n  \n")
                        .migrate(),
                scenario("takes a carriage return alone for the end of a line")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Cr.sql", LINES.replace("\n", "\r"))
                        .migrate(),
                scenario("does not count that there are lines at all")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Lines.sql", "insert into log\nvalues\n(\n'1'\n)")
                        .file("V3__Line.sql", "insert into logvalues('1')")
                        .with(skipExecutingMigrations(true))
                        .migrate(),
                scenario("accepts files whose lines end otherwise by now")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Lines.sql", LINES)
                        .file("R__Lines.sql", LINES)
                        .migrate()
                        .file("V2__Lines.sql", BYTE_ORDER_MARK + LINES.replace("\n", "\r\n") + "\r\n")
                        .file("R__Lines.sql", BYTE_ORDER_MARK + LINES.replace("\n", "\r\n") + "\r\n")
                        .validate()
                        .migrate()
                        .file("R__Lines.sql", LINES + "\n ")
                        .migrate(),
                scenario("drops one byte order mark")
                        .file("V1__Log.sql", LOG)
                        .file("V2__None.sql", LINES)
                        .file("V3__Mark.sql", BYTE_ORDER_MARK + LINES)
                        .file(
                                "V4__Second_line.sql",
                                "-- one\n-- " + BYTE_ORDER_MARK + " two\ninsert into log values ('4');")
                        .file("R__Mark.sql", BYTE_ORDER_MARK + LINES)
                        .migrate(),
                scenario(MARK_INSIDE)
                        .only(Database.POSTGRESQL)
                        .file("V1__Log.sql", LOG)
                        .file("V2__Inside.sql", "insert into log values ('<" + BYTE_ORDER_MARK + ">');")
                        .migrate(),
                scenario("drops one byte order mark of two")
                        .file("V1__Two_marks.sql", BYTE_ORDER_MARK + BYTE_ORDER_MARK + LINES)
                        .with(skipExecutingMigrations(true))
                        .migrate(),
                scenario("has a checksum of 0 for an empty file")
                        .file("V1__Empty.sql", "")
                        .file("V2__Line.sql", "\n")
                        .file("V3__Lines.sql", "\r\n\r\n")
                        .file("V4__Mark.sql", BYTE_ORDER_MARK)
                        .file("V5__Blank.sql", " ")
                        .file("V6__Comment.sql", "-- nothing")
                        .file("R__Empty.sql", "")
                        .migrate()
                        .validate()
                        .migrate(),
                scenario("takes no other separators for ends of lines")
                        .file("V1__Log.sql", LOG)
                        .file(
                                "V2__Separators.sql",
                                "-- a\u000Bb\fc\u0085d\u2028e\u2029f\ninsert into log values ('2');")
                        .file("V3__Quoted.sql", "insert into log values ('a\u000Bb\fc\u0085d\u2028e');")
                        .migrate(),
                scenario("counts characters beyond the first 65536")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Emoji.sql", "-- 😀\ninsert into log values ('😀');")
                        .migrate(),
                scenario("has the same checksum in each encoding: UTF-16")
                        .with(encoding(UTF_16))
                        .file("V1__Log.sql", LOG, UTF_16)
                        .file("V2__Lines.sql", LINES, UTF_16)
                        .file("V3__Little.sql", BYTE_ORDER_MARK + LINES, UTF_16LE)
                        .file("R__Lines.sql", LINES, UTF_16BE)
                        .migrate()
                        .validate(),
                scenario("has the same checksum in each encoding: UTF-16BE")
                        .with(encoding(UTF_16BE))
                        .file("V1__Log.sql", LOG, UTF_16BE)
                        .file("V2__Lines.sql", BYTE_ORDER_MARK + LINES, UTF_16BE)
                        .migrate(),
                scenario("has the same checksum in each encoding: ISO-8859-1")
                        .with(encoding(ISO_8859_1))
                        .file("V1__Log.sql", LOG, ISO_8859_1)
                        .file("V2__Lines.sql", "-- cé\ninsert into log values ('é');", ISO_8859_1)
                        .migrate()
                        .with(encoding(UTF_8))
                        .file("V2__Lines.sql", "-- cé\ninsert into log values ('é');", UTF_8)
                        .validate(),
                scenario("takes UTF-8 for ISO-8859-1 without noticing")
                        .with(encoding(ISO_8859_1))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", "insert into log values ('é');", UTF_8)
                        .migrate(),
                scenario(ISO_AS_UTF)
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", "insert into log values ('é');", ISO_8859_1)
                        .info()
                        .migrate()
                        .validate(),
                scenario("finds the encoding by itself when told to")
                        .with(detectEncoding(true))
                        .file("V1__Log.sql", BYTE_ORDER_MARK + LOG, UTF_16LE)
                        .file("V2__Lines.sql", BYTE_ORDER_MARK + LINES, UTF_16BE)
                        .file("V3__Mark.sql", BYTE_ORDER_MARK + LINES, UTF_8)
                        .file("V4__None.sql", LINES, UTF_8)
                        .migrate(),
                scenario("counts placeholders of versions as they are written")
                        .with(placeholders(Map.of("k", "1")))
                        .file("V1__Log.sql", LOG)
                        .file("V2__Row.sql", "insert into log values ('${k}');")
                        .migrate()
                        .with(placeholders(Map.of("k", "2")))
                        .validate()
                        .file("V2__Row.sql", "insert into log values ('1');")
                        .validate(),
                scenario("counts placeholders of repeatable migrations by their values")
                        .with(placeholders(Map.of("k", "1")))
                        .file("V1__Log.sql", LOG)
                        .file("R__Row.sql", "insert into log values ('${k}');")
                        .migrate()
                        .with(placeholders(Map.of("K", "1")))
                        .migrate()
                        .with(placeholders(Map.of("k", "2")))
                        .info()
                        .validate()
                        .migrate()
                        .file("R__Row.sql", "insert into log values ('2');")
                        .migrate(),
                scenario("counts a value of several lines as lines")
                        .with(placeholders(Map.of("k", "1'\r\n || \n'2")))
                        .file("V1__Log.sql", LOG)
                        .file("R__Row.sql", "insert into log values ('${k}');")
                        .migrate()
                        .with(placeholders(Map.of("k", "1' || '2")))
                        .migrate(),
                scenario("accepts the checksum of the unreplaced text of a repeatable migration")
                        .with(placeholders(Map.of("k", "1")))
                        .file("V1__Log.sql", LOG)
                        .file("R__Row.sql", "select '${k}';")
                        .migrate()
                        .sql(
                                "update {history} set \"checksum\" = -172059721 where \"version\" is null and \"checksum\" is not null")
                        .info()
                        .validate()
                        .migrate()
                        .repair()
                        .validate(),
                scenario("has nothing to compare with a checksum of null")
                        .file("V1__Log.sql", LOG)
                        .file("V2__Empty.sql", "")
                        .migrate()
                        .sql("update {history} set \"checksum\" = null")
                        .info()
                        .validate()
                        .migrate()
                        .repair(),
                scenario("runs a repeatable migration again whose checksum is null in the history")
                        .file("V1__Log.sql", LOG)
                        .file("R__Row.sql", "insert into log values ('1');")
                        .migrate()
                        .sql("update {history} set \"checksum\" = null where \"version\" is null")
                        .info()
                        .validate()
                        .migrate(),
                scenario("runs an empty repeatable migration again whose checksum is null in the history")
                        .file("V1__Log.sql", LOG)
                        .file("R__Empty.sql", "")
                        .migrate()
                        .sql("update {history} set \"checksum\" = null where \"version\" is null")
                        .info()
                        .validate()
                        .migrate(),
                scenario("does not take 0 in the history for anything but an empty file")
                        .file("V1__Log.sql", LOG)
                        .migrate()
                        .sql("update {history} set \"checksum\" = 0")
                        .validate()
                        .repair(),
                scenario("runs a script of the operating system, with a checksum of its text")
                        .file("V1__Hi.sh", "echo hi\n")
                        .file("R__Again.sh", "echo again\n")
                        .migrate()
                        .validate()
                        .file("V1__Hi.sh", "echo ho\n")
                        .validate());
    }

    private static List<IntendedDifference> differences() {
        return List.of(
                difference(
                                "a byte order mark is one at the beginning alone",
                                "Elsewhere it is a character of the script, and not ours to drop.")
                        .at(
                                MARK_INSIDE,
                                "1 migrate",
                                Aspect.DATABASE,
                                TABLE + "row of \"public\".\"log\" <>",
                                TABLE + "row of \"public\".\"log\" <" + BYTE_ORDER_MARK + ">"),
                difference(
                                "validation tells of files and history at once",
                                "Who mends one of them should not have to ask again for the other.")
                        .at(ISO_AS_UTF, "3 validate", Aspect.OUTCOME, "unreadable file", """
            Version 1 (V1__Log.sql) was found, but is not applied.
            unreadable file
            """));
    }
}
