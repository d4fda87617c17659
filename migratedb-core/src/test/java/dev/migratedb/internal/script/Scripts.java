package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.configuration.PlaceholderSettings.Unknown;
import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import dev.migratedb.migration.ScriptPosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads scripts in tests: each with large and with tiny buffers, and with a reader that gives one character at a time. */
final class Scripts {

    static final String LOCATION = "classpath:db/migration/V1__a.sql";
    static final String FILENAME = "V1__a.sql";

    private static final int TINY = 16;

    /** What is to be known about a statement. */
    record Piece(
            String sql,
            String source,
            TransactionRule rule,
            boolean changesSession,
            @Nullable String data,
            ScriptPosition position) {}

    /** What was read, up to the first problem. */
    record Reading(List<Piece> pieces, @Nullable ScriptProblem problem) {

        List<String> sql() {
            assertThat(problem).isNull();
            return pieces.stream().map(Piece::sql).toList();
        }

        Piece only() {
            assertThat(problem).isNull();
            assertThat(pieces).hasSize(1);
            return pieces.get(0);
        }

        ScriptProblem failure() {
            assertThat(problem).isNotNull();
            return Objects.requireNonNull(problem);
        }
    }

    private Scripts() {}

    static Reading postgres(String script) {
        return read(SqlSyntax.POSTGRESQL, null, script);
    }

    static Reading h2(String script) {
        return read(SqlSyntax.H2, null, script);
    }

    static Reading mySql(String script) {
        return read(SqlSyntax.MYSQL, null, script);
    }

    static Reading hsqldb(String script) {
        return read(SqlSyntax.HSQLDB, null, script);
    }

    static Reading sqlite(String script) {
        return read(SqlSyntax.SQLITE, null, script);
    }

    static Reading sqlServer(String script) {
        return read(SqlSyntax.SQLSERVER, null, script);
    }

    static Reading oracle(String script) {
        return read(SqlSyntax.ORACLE, null, script);
    }

    /** Fails unless the script is refused at the place before which the sign ^ stands. */
    static void assertRefused(SqlSyntax syntax, String marked, String message) {
        for (String before : List.of("", "\n\n")) {
            int at = (before + marked).indexOf('^');
            String script = (before + marked).replace("^", "");
            ScriptProblem problem = read(syntax, null, script).failure();
            long line =
                    1 + script.substring(0, at).chars().filter(c -> c == '\n').count();

            assertThat(problem.message()).startsWith(message);
            assertThat(problem.remedy()).isNotBlank();
            assertThat(Objects.requireNonNull(problem.position()).line()).isEqualTo((int) line);
            assertThat(problem.position().column()).isEqualTo(at - script.lastIndexOf('\n', at - 1));
        }
    }

    static Reading replaced(Placeholders placeholders, String script) {
        return read(SqlSyntax.POSTGRESQL, placeholders, script);
    }

    static Reading read(SqlSyntax syntax, @Nullable Placeholders placeholders, String script) {
        Reading reading = read(syntax, placeholders, new StringReader(script), ScriptText.WINDOW_SIZE);
        assertThat(read(syntax, placeholders, new StringReader(script), TINY))
                .as("with tiny buffers")
                .isEqualTo(reading);
        assertThat(read(syntax, placeholders, oneByOne(script), TINY))
                .as("one character at a time")
                .isEqualTo(reading);
        return reading;
    }

    static Placeholders placeholders(String... namesAndValues) {
        return new Placeholders(settings(Unknown.ERROR, namesAndValues), name -> null);
    }

    static PlaceholderSettings settings(Unknown unknown, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new PlaceholderSettings(true, values, "${", "}", ":", unknown, List.of());
    }

    static ScriptFile file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, ScriptOptions.NONE);
    }

    static ScriptFile file(byte[] bytes, Charset encoding, ScriptOptions options) {
        int checksum;
        try {
            checksum = LineChecksum.of(new ByteArrayInputStream(bytes), encoding);
        } catch (IOException e) {
            checksum = 0;
        }
        return new ScriptFile(
                FILENAME, LOCATION, encoding, options, bytes.length, checksum, () -> new ByteArrayInputStream(bytes));
    }

    static String readAll(Reader reader) throws IOException {
        StringBuilder all = new StringBuilder();
        char[] chunk = new char[7];
        for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
            all.append(chunk, 0, count);
        }
        return all.toString();
    }

    static Reader oneByOne(String text) {
        return new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(1, length));
            }
        };
    }

    private static Reading read(SqlSyntax syntax, @Nullable Placeholders placeholders, Reader reader, int bufferSize) {
        ScriptInput input = new ScriptInput(reader, placeholders, FILENAME, bufferSize);
        List<Piece> pieces = new ArrayList<>();
        try (StatementReader statements =
                new StreamedStatements(syntax, reader, new ScriptText(LOCATION, input, bufferSize))) {
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                String data = next.copiesFromStdin() ? readAll(statements.copyData()) : null;
                pieces.add(new Piece(
                        next.sql(),
                        next.source(),
                        next.transactionRule(),
                        next.changesSession(),
                        data,
                        next.position()));
            }
            return new Reading(pieces, null);
        } catch (ScriptSyntaxException e) {
            return new Reading(pieces, e.problem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
