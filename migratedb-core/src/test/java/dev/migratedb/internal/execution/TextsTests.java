package dev.migratedb.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void leavesAMessageOfAFewLinesAsItIs() {
        assertThat(Texts.shortened("1\n2\n3\n4\n5")).isEqualTo("1\n2\n3\n4\n5");
    }

    @Test
    void saysHowManyLinesItHasLeftOutAndKeepsTheCodes() {
        String message = IntStream.rangeClosed(1, 400)
                .mapToObj(line -> "(" + line + "),")
                .collect(Collectors.joining("\n"));

        assertThat(Texts.cause(new SQLException(message, "22001", 7)))
                .isEqualTo("(1),\n(2),\n(3),\n(4),\n(5),\n… (395 lines left out) (SQLState 22001, code 7)");
        assertThat(Texts.shortened("1\n2\n3\n4\n5\n6")).isEqualTo("1\n2\n3\n4\n5\n… (1 line left out)");
    }

    @Test
    void saysHowManyCharactersItHasLeftOut() {
        assertThat(Texts.shortened("a".repeat(20_000))).isEqualTo("a".repeat(800) + "… (19200 characters left out)");
    }

    @Test
    void doesNotDivideACharacter() {
        assertThat(Texts.shortened("a" + "\uD83D\uDE00".repeat(500)))
                .isEqualTo("a" + "\uD83D\uDE00".repeat(399) + "… (202 characters left out)");
    }
}
