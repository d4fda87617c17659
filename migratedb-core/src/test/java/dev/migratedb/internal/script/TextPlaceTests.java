package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPlaceTests {

    private static final String[] PIECES = {"\n", "\r", "\r\n", " ", "\t", "a", "ü", "€", "😀", "select"};
    private static final int PATHS = 5000;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "``,``,1,1,0",
                "abc,d,1,5,-1",
                "`a\n`,`  b`,2,4,-1",
                "`a\n`,`  `,2,3,2",
                "`a\r`,`\n\t`,2,2,4",
                "`a\r`,`b`,2,2,-1",
                "`a\n`,`\n\n`,4,1,0",
                "`😀`,`😀`,1,3,-1"
            })
    void movesOnOverLinesAndCharacters(String one, String two, int line, int column, int indent) {
        TextPlace place = new TextPlace(1, 1);
        place.over(one);
        place.over(two);

        assertThat(place.line()).isEqualTo(line);
        assertThat(place.column()).isEqualTo(column);
        assertThat(place.indent()).isEqualTo(indent);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isTheSameForAStringAsForItsCharacters(long seed) {
        Random random = new Random(seed);
        for (int path = 0; path < PATHS; path++) {
            TextPlace byString = new TextPlace(1, 1);
            TextPlace byCharacters = new TextPlace(1, 1);
            StringBuilder all = new StringBuilder();
            for (int parts = random.nextInt(4); parts >= 0; parts--) {
                StringBuilder part = new StringBuilder();
                for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
                    part.append(PIECES[random.nextInt(PIECES.length)]);
                }
                byString.over(part.toString());
                byCharacters.over(part.toString().toCharArray(), 0, part.length());
                all.append(part).append('|');
            }

            assertThat(byString).as(all.toString()).usingRecursiveComparison().isEqualTo(byCharacters);
        }
    }
}
