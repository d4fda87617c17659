package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.configuration.PlaceholderSettings.Unknown;
import dev.migratedb.internal.script.ScriptFile.Content;
import dev.migratedb.migration.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptCheckerTests {

    private static final int MEGABYTE = 1024 * 1024;

    private final ScriptChecker checker =
            new ScriptChecker(SqlSyntax.POSTGRESQL, Scripts.placeholders("name", "person"));
    private final AtomicInteger openings = new AtomicInteger();

    @Test
    void tellsWhatAScriptHolds() throws IOException {
        CheckedScript script = checker.check(Scripts.file("""
                set search_path = a;
                create table ${name} (id int);
                copy ${name} from stdin;
                1
                \\.
                begin;
                vacuum;
                commit;
                """));

        assertThat(script.statementCount()).isEqualTo(6);
        assertThat(script.changesSession()).isTrue();
        assertThat(script.firstOrdinary()).hasToString(Scripts.LOCATION + ":2:1");
        assertThat(script.firstControlling()).hasToString(Scripts.LOCATION + ":6:1");
        assertThat(script.firstRefusing()).hasToString(Scripts.LOCATION + ":7:1");
        assertThat(script.file().filename()).isEqualTo(Scripts.FILENAME);
        assertThat(statementsOf(script))
                .containsExactly(
                        "set search_path = a",
                        "create table person (id int)",
                        "copy person from stdin",
                        "1\n",
                        "begin",
                        "vacuum",
                        "commit");
    }

    @Test
    void findsNothingInAnEmptyScript() throws IOException {
        CheckedScript script = checker.check(Scripts.file("-- nothing\n"));

        assertThat(script.statementCount()).isZero();
        assertThat(script.changesSession()).isFalse();
        assertThat(script.firstOrdinary()).isNull();
        assertThat(script.firstRefusing()).isNull();
        assertThat(script.firstControlling()).isNull();
        assertThat(statementsOf(script)).isEmpty();
    }

    @Test
    void readsASmallScriptOnce() throws IOException {
        CheckedScript script = checker.check(counted("select 1; copy t from stdin;\n1\n"));

        assertThat(statementsOf(script)).isEqualTo(statementsOf(script)).hasSize(3);
        assertThat(openings).hasValue(1);
    }

    static Stream<String> largeScripts() {
        return Stream.of(
                "insert into t values (1);\n".repeat(MEGABYTE / 20),
                "select '" + "x".repeat(MEGABYTE) + "';",
                "select 1; copy t from stdin;\n" + "1\n".repeat(MEGABYTE / 2 + 1));
    }

    @ParameterizedTest
    @MethodSource("largeScripts")
    void readsALargeScriptAgain(String text) throws IOException {
        CheckedScript script = checker.check(counted(text));

        assertThat(String.join("", statementsOf(script)).length()).isGreaterThan(MEGABYTE / 2);
        assertThat(openings).hasValue(2);
    }

    @Test
    void keepsNoMoreThanItHasRoomFor() throws IOException {
        String text = "select '" + "x".repeat(MEGABYTE - 100) + "';";
        List<CheckedScript> scripts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            scripts.add(checker.check(counted(text)));
        }
        assertThat(openings).hasValue(20);
        for (CheckedScript script : scripts) {
            assertThat(statementsOf(script)).hasSize(1);
        }

        assertThat(openings).hasValue(24);
    }

    @Test
    void failsForAScriptThatChangedSinceItWasFound() {
        ScriptFile found = Scripts.file("select 1;");
        ScriptFile changed =
                withContent(found, () -> new ByteArrayInputStream("select 2;".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> checker.check(changed))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessageContaining(Scripts.LOCATION + " was changed while it was being read")
                .hasMessageContaining(String.valueOf(found.checksum()))
                .hasMessageContaining(String.valueOf(LineChecksum.of("select 2;")));
    }

    @Test
    void failsAtTheEndOfALargeScriptThatChangedSinceItWasChecked() throws IOException {
        String text = "insert into t values (1);\n".repeat(MEGABYTE / 20);
        byte[] first = text.getBytes(StandardCharsets.UTF_8);
        byte[] second = (text + "select 2;").getBytes(StandardCharsets.UTF_8);
        ScriptFile file = withContent(
                Scripts.file(text), () -> new ByteArrayInputStream(openings.getAndIncrement() == 0 ? first : second));
        CheckedScript script = checker.check(file);

        ScriptSyntaxException failure = catchThrowableOfType(ScriptSyntaxException.class, () -> statementsOf(script));

        assertThat(failure.problem().code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
        assertThat(failure.problem().message()).contains("was changed while it was being read");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "windows-1252"})
    void readsTheEncodingOfTheFile(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        byte[] bytes = "-- é\r\nselect 'é';".getBytes(charset);

        assertThat(statementsOf(checker.check(Scripts.file(bytes, charset, ScriptOptions.NONE))))
                .containsExactly("-- é\r\nselect 'é'");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void failsAtThePlaceOfBytesThatAreNotInTheEncoding(boolean placeholders) {
        String text = "select 1;\n/* ä" + "x".repeat(30_000) + " */ select\n 'abc" + (placeholders ? "${" : "") + "ab";
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(good, good.length + 3);
        bytes[good.length] = (byte) 0xE9;
        bytes[good.length + 1] = '\'';
        ScriptFile file = Scripts.file(bytes, StandardCharsets.UTF_8, ScriptOptions.NONE);

        ScriptSyntaxException failure = catchThrowableOfType(ScriptSyntaxException.class, () -> checker.check(file));

        assertThat(failure.problem().code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
        assertThat(failure.problem().message())
                .isEqualTo("The file is not UTF-8: the bytes 0xE9 in line 3 are no character in it");
        assertThat(failure.problem().remedy()).contains("'encoding'");
        assertThat(failure.problem().position()).hasToString(Scripts.LOCATION + (placeholders ? ":3:10" : ":3:8"));
    }

    @Test
    void failsForWrongBytesInTheDataOfACopy() {
        byte[] bytes = "copy t from stdin;\n1\n\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        ScriptFile file = Scripts.file(bytes, StandardCharsets.UTF_8, ScriptOptions.NONE);

        assertThat(catchThrowableOfType(ScriptSyntaxException.class, () -> checker.check(file))
                        .problem()
                        .position())
                .hasToString(Scripts.LOCATION + ":3:1");
    }

    @Test
    void failsForHalfACharacterAtTheEnd() {
        byte[] bytes = {'-', '-', ' ', (byte) 0xE2, (byte) 0x82};

        assertThat(catchThrowableOfType(
                                ScriptSyntaxException.class,
                                () -> checker.check(Scripts.file(bytes, StandardCharsets.UTF_8, ScriptOptions.NONE)))
                        .problem()
                        .message())
                .contains("0xE2 0x82");
    }

    @Test
    void failsForAFileThatCannotBeRead() {
        ScriptFile file = withContent(Scripts.file("select 1;"), () -> {
            throw new IOException("no permission");
        });

        ScriptSyntaxException failure = catchThrowableOfType(ScriptSyntaxException.class, () -> checker.check(file));

        assertThat(failure.problem().code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
        assertThat(failure.problem().message()).isEqualTo(Scripts.LOCATION + " cannot be read: no permission");
        assertThat(failure).hasRootCauseMessage("no permission");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true, -, select person",
                "true, true, select person",
                "true, false, select ${name}",
                "false, -, select ${name}",
                "false, true, select ${name}",
            })
    void replacesPlaceholdersWhereNeitherSettingsNorScriptSayNo(boolean settings, Boolean script, String expected)
            throws IOException {
        Placeholders placeholders = new Placeholders(
                new PlaceholderSettings(settings, Map.of("name", "person"), "${", "}", ":", Unknown.ERROR, List.of()),
                name -> null);
        byte[] bytes = "select ${name}".getBytes(StandardCharsets.UTF_8);
        ScriptFile file = Scripts.file(bytes, StandardCharsets.UTF_8, new ScriptOptions(null, script));

        assertThat(statementsOf(new ScriptChecker(SqlSyntax.POSTGRESQL, placeholders).check(file)))
                .containsExactly(expected);
        assertThat(placeholders.checksumAfterReplacement(file)).isEqualTo(LineChecksum.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"1, -2122587249", "2, -2093130282"})
    void computesTheChecksumOfTheReplacedTextAsFlywayDoes(String value, int expected) {
        assertThat(Scripts.placeholders("K", value).checksumAfterReplacement(Scripts.file("select '${k}';")))
                .isEqualTo(expected);
    }

    @Test
    void computesTheChecksumOfAllTextWithPlaceholdersThatHaveNoValueAsTheyAre() {
        Placeholders placeholders = Scripts.placeholders("a", "x\ny");
        String text = "\uFEFFselect ${a} ${b} ${migratedb:filename} $${c} ${\n".repeat(2000);

        assertThat(placeholders.checksumAfterReplacement(Scripts.file(text)))
                .isEqualTo(LineChecksum.of("\uFEFFselect x\ny ${b} V1__a.sql ${c} ${\n".repeat(2000)));
    }

    private ScriptFile counted(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return withContent(Scripts.file(text), () -> {
            openings.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        });
    }

    private static ScriptFile withContent(ScriptFile file, Content content) {
        return new ScriptFile(
                file.script(), file.location(), file.encoding(), file.options(), file.size(), file.checksum(), content);
    }

    private static List<String> statementsOf(CheckedScript script) throws IOException {
        List<String> texts = new ArrayList<>();
        try (StatementReader statements = script.open()) {
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                texts.add(next.sql());
                if (next.copiesFromStdin()) {
                    texts.add(Scripts.readAll(statements.copyData()));
                }
            }
            assertThat(statements.next()).isNull();
        }
        return texts;
    }
}
