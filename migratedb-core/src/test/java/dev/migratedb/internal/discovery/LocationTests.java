package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migratedb.internal.discovery.Location.Kind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    db/migration                    | CLASS_PATH  | db/migration     |
                    /db/migration/                  | CLASS_PATH  | db/migration     |
                    classpath:db/migration          | CLASS_PATH  | db/migration     |
                    classpath*:/db//migration/      | CLASS_PATH  | db/migration     |
                    classpath:db/./x/../migration   | CLASS_PATH  | db/migration     |
                    classpath:                      | CLASS_PATH  | ''               |
                    classpath:db/*/common           | CLASS_PATH  | db               | */common
                    classpath:**/sql/               | CLASS_PATH  | ''               | **/sql
                    filesystem:/opt/sql             | FILE_SYSTEM | /opt/sql         |
                    filesystem:/opt/sql/../ddl/     | FILE_SYSTEM | /opt/ddl         |
                    filesystem:/opt/v?/sql          | FILE_SYSTEM | /opt             | v?/sql
                    filesystem:/*                   | FILE_SYSTEM | /                | *
                    filesystem:/                    | FILE_SYSTEM | /                |
                    file:/opt/sql                   | FILE_SYSTEM | /opt/sql         |
                    file:///opt/my%20sql            | FILE_SYSTEM | /opt/my sql      |
                    file:/opt/my sql/**/x           | FILE_SYSTEM | /opt/my sql      | **/x
                    s3://bucket/sql/                | RESOURCES   | s3://bucket/sql  |
                    gs://bucket/*/sql               | RESOURCES   | gs://bucket      | */sql
                    """)
    void dividesTheTextIntoKindRootAndPattern(String text, Kind kind, String root, @Nullable String pattern) {
        assertThat(Location.of(text)).isEqualTo(new Location(text, kind, root, pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filesystem:sql/x", "file:sql/x"})
    void takesARelativePathFromTheWorkingDirectory(String text) {
        assertThat(Location.of(text).root())
                .isEqualTo(Location.slashed(Path.of("sql/x").toAbsolutePath()));
    }

    @Test
    void rejectsANameInBracesThatNothingHasReplaced() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Location.of("classpath:db/{vendor}"))
                .withMessageContaining("{vendor} stands for nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "db/migration/x, db/migration, true",
        "classpath:db/migration, db, true",
        "db/migration, classpath:, true",
        "db/migration/*, db/migration, true",
        "db/migration, db/migration, false",
        "db/migrations, db/migration, false",
        "db, db/migration, false",
        "db/a/x, db/*, false",
        "filesystem:/sql/x, filesystem:/sql, true",
        "file:/sql/x, filesystem:/sql, true",
        "filesystem:/sql/.old, filesystem:/sql, false",
        "filesystem:/sql, classpath:, false",
        "s3://b/sql/x, s3://b/sql, true"
    })
    void knowsWhetherItLiesInsideAnother(String inner, String outer, boolean expected) {
        assertThat(Location.of(inner).isInside(Location.of(outer))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "db/*, x/V1.sql, true",
        "db/*, x/y/V1.sql, true",
        "db/*, V1.sql, false",
        "db/*/sql, x/sql/V1.sql, true",
        "db/*/sql, x/y/sql/V1.sql, false",
        "db/**/sql, x/y/sql/V1.sql, true",
        "db/**/sql, sql/V1.sql, true",
        "db/v?, v1/V1.sql, true",
        "db/v?, v10/V1.sql, false",
        "db/v1.*, v1.2/V1.sql, true",
        "db/V*.sql, V1.sql, true",
        "db/V*.sql, V1.sql.conf, true",
        "db/V*.sql, R__x.sql, false",
        "db/V*.sql, x/V1.sql, false",
        "db, x/V1.sql, true"
    })
    void selectsFilesByItsWildcards(String text, String relative, boolean expected) {
        assertThat(Location.of(text).filter().test(relative)).isEqualTo(expected);
    }
}
