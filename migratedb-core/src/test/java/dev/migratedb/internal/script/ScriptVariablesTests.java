package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.PlaceholderSettings.Unknown;
import dev.migratedb.configuration.ScriptSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptVariablesTests {

    private final Placeholders placeholders = new Placeholders(
            Scripts.settings(Unknown.ERROR, "a", "1", "a__b", "2", "x:y=z", "3", "dollar", "$1\\"),
            new ScriptSettings("P_", "_S", null),
            name -> name.equals("table") ? "history" : null);

    @Test
    void haveAllNamesOfAllPlaceholdersThatHaveAValue() {
        assertThat(placeholders.variables("V1__a.sh"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("P_a_S", "1"),
                        Map.entry("FP__a__", "1"),
                        Map.entry("P_a__b_S", "2"),
                        Map.entry("FP__a__b__", "2"),
                        Map.entry("P_x_y_z_S", "3"),
                        Map.entry("FP__x_y_z__", "3"),
                        Map.entry("P_dollar_S", "$1\\"),
                        Map.entry("FP__dollar__", "$1\\"),
                        Map.entry("P_migratedb_filename_S", "V1__a.sh"),
                        Map.entry("FP__flyway_filename__", "V1__a.sh"),
                        Map.entry("P_migratedb_table_S", "history"),
                        Map.entry("FP__flyway_table__", "history")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    echo hi                         | echo hi
                    echo FP__a__ P_a_S              | echo 1 1
                    echo FP__a__b__                 | echo 2
                    echo FP__unknown__ ${a}         | echo FP__unknown__ ${a}
                    echo FP__dollar__               | echo $1\\
                    echo $P_migratedb_table_S       | echo $history
            """)
    void standForTheirValuesInTheChecksum(String script, String replaced) {
        byte[] content = (script + "\r\nsecond line\n").getBytes(StandardCharsets.UTF_8);
        ScriptFile file = new ScriptFile(
                "R__a.sh",
                "R__a.sh",
                StandardCharsets.UTF_8,
                ScriptOptions.NONE,
                content.length,
                LineChecksum.of(script + "second line"),
                () -> new ByteArrayInputStream(content),
                ScriptLanguage.SHELL,
                null);

        assertThat(placeholders.checksumAfterReplacement(file)).isEqualTo(LineChecksum.of(replaced + "second line"));
    }
}
