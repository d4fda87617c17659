package dev.migratedb.samples.quickstart.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightCharacterDecoderTests {

    private final LightCharacterDecoder decoder = new LightCharacterDecoder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    F R           | R | 1000 0
                    Iso G 4s      | G | 2000 2000
                    Q Y           | Y | 500 500
                    Q(3) W 10s    | W | 500 500 500 500 500 7500
                    Fl W 2.5s     | W | 500 2000
                    Fl(3) W 15s   | W | 500 1500 500 1500 500 10500
                    Fl(2+1) W 20s | W | 500 1500 500 4000 500 13000
                    LFl W 10s     | W | 2000 8000
                    Oc R 6s       | R | 5000 1000
                    Oc(2) R 8s    | R | 4500 1000 1500 1000
                    Mo(U) W 15s   | W | 500 500 500 500 1500 11500
                    """)
    void readsTheShorthandOfCharts(String character, String colour, String pattern) {
        LightPattern decoded = decoder.decode(character);

        assertThat(decoded.colour()).isEqualTo(colour);
        assertThat(decoded.milliseconds())
                .isEqualTo(
                        Arrays.stream(pattern.split(" ")).map(Integer::valueOf).collect(Collectors.toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Fl",
                "Fl W 15",
                "Fl(0) W 3s",
                "Blink W 3s",
                "Mo(?) W 8s",
                "Mo(Z) W 8s",
                "Fl(9) W 10s",
                "Fl(A) W 9s"
            })
    void refusesWhatNoLightDoes(String character) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decoder.decode(character))
                .withMessageContaining("'" + character + "'");
    }
}
