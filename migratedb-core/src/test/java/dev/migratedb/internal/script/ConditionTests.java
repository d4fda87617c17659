package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.configuration.PlaceholderSettings.Unknown;
import dev.migratedb.migration.ScriptPosition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTests {

    private final Placeholders placeholders = new Placeholders(
            Scripts.settings(Unknown.ERROR, "stage", "prod", "yes", "true", "trick", "a||true", "empty", ""),
            name -> name.equals("user") ? "scott" : null);

    private static ScriptFile file(String condition) {
        return new ScriptFile(
                "V1__a.sql",
                "sql/V1__a.sql",
                StandardCharsets.UTF_8,
                new ScriptOptions(
                        null,
                        null,
                        new Condition(condition, new ScriptPosition("sql/V1__a.sql.conf", 3, 15, "")),
                        null,
                        null),
                0,
                0,
                () -> new ByteArrayInputStream(new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    true                                   ; true
                    FALSE                                  ; false
                    (true)                                 ; true
                    a==a                                   ; true
                    a == b                                 ; false
                    a!=b                                   ; true
                    two words == two words                 ; true
                    'a b' == "a b"                         ; true
                    '(' != ')'                             ; true
                    "" == ''                               ; true
                    true && false                          ; false
                    true || false                          ; true
                    true || true && false                  ; true
                    (true || true) && false                ; false
                    a==b||c==c&&d!=e                       ; true
                    ((a==a)&&(b==b))                       ; true
                    ${stage}==prod                         ; true
                    ${STAGE} != prod                       ; false
                    '${stage}' == prod                     ; true
                    pre-${stage} == pre-prod               ; true
                    ${yes}                                 ; true
                    ${empty} == ""                         ; true
                    ${trick} == 'a||true'                  ; true
                    ${trick} == b                          ; false
                    ${migratedb:user} == scott             ; true
                    ${flyway:filename} == V1__a.sql        ; true
            """)
    void isMet(String condition, boolean met) {
        assertThat(placeholders.admit(file(condition))).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    yes                ; 15 ; true, false or a comparison is expected here, but this is 'yes'
                    true && perhaps    ; 23 ; this is 'perhaps'
                    ``                 ; 15 ; a value is missing here
                    a ==               ; 19 ; a value is missing here
                    == a               ; 15 ; a value is missing here
                    true &&            ; 22 ; a value is missing here
                    (true              ; 15 ; this parenthesis is not closed
                    true)              ; 19 ; ')' is not expected here
                    a == b == c        ; 22 ; '=' is not expected here
                    true false         ; 15 ; this is 'true false'
                    'a == a            ; 15 ; this quote is not closed
                    a == ${stage       ; 20 ; this placeholder is not closed by '}'
                    a == a || ${none}  ; 25 ; Placeholder '${none}' has no value
            """)
    void tellsWhereItCannotBeUnderstood(String condition, int column, String message) {
        ScriptSyntaxException failure =
                catchThrowableOfType(ScriptSyntaxException.class, () -> placeholders.admit(file(condition)));

        assertThat(failure.problem().message()).contains(message);
        assertThat(failure.problem().position()).hasToString("sql/V1__a.sql.conf:3:" + column);
    }

    @Test
    void admitsAScriptWithoutCondition() {
        assertThat(placeholders.admit(Scripts.file("select 1"))).isTrue();
    }
}
