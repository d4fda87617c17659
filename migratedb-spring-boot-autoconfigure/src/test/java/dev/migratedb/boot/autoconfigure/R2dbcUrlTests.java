package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class R2dbcUrlTests {

    @ParameterizedTest
    @CsvSource({
        "r2dbc:postgresql://db:5433/shop,               jdbc:postgresql://db:5433/shop",
        "r2dbc:postgres://db/shop,                      jdbc:postgresql://db/shop",
        "r2dbc:pool:postgresql://db/shop,               jdbc:postgresql://db/shop",
        "r2dbc:postgresql://[::1]:5432/shop,            jdbc:postgresql://[::1]:5432/shop",
        "r2dbc:postgresql://data_base/my%20shop,        jdbc:postgresql://data_base/my%20shop",
        "r2dbc:mariadb://db/shop,                       jdbc:mariadb://db/shop",
        "r2dbc:mysql://db:3306/shop,                    jdbc:mysql://db:3306/shop",
        "r2dbc:mssql://db:1433/shop,                    jdbc:sqlserver://db:1433;databaseName=shop",
        "r2dbc:sqlserver://db,                          jdbc:sqlserver://db",
        "r2dbc:oracle://db:1521/XEPDB1,                 jdbc:oracle:thin:@//db:1521/XEPDB1",
        "r2dbc:h2:mem:///shop,                          jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1",
        "r2dbc:h2:mem:///shop?options=MODE=MySQL,       jdbc:h2:mem:shop;MODE=MySQL;DB_CLOSE_DELAY=-1",
        "r2dbc:h2:mem:///shop?options=DB_CLOSE_DELAY=5, jdbc:h2:mem:shop;DB_CLOSE_DELAY=5",
        "r2dbc:h2:file:///var/data/shop,                jdbc:h2:file:/var/data/shop",
        "r2dbc:h2:file://./data/shop,                   jdbc:h2:file:./data/shop"
    })
    void isTheSameDatabaseForJdbc(String url, String jdbcUrl) {
        assertThat(R2dbcUrl.of(url, "")).isEqualTo(new R2dbcUrl(jdbcUrl, null, null));
    }

    @Test
    void takesUserAndPasswordOutOfTheUrl() {
        assertThat(R2dbcUrl.of("r2dbc:postgresql://me%40home:a%3Ab:c+d@db/shop", ""))
                .isEqualTo(new R2dbcUrl("jdbc:postgresql://db/shop", "me@home", "a:b:c d"));
        assertThat(R2dbcUrl.of("r2dbc:postgresql://me@db/shop", ""))
                .isEqualTo(new R2dbcUrl("jdbc:postgresql://db/shop", "me", null));
    }

    @Test
    void prefersTheUserOfTheProperties() {
        assertThat(R2dbcUrl.of(new MockEnvironment()
                        .withProperty("spring.r2dbc.url", "r2dbc:postgresql://url-user:url-secret@db/shop")
                        .withProperty("spring.r2dbc.username", "me")
                        .withProperty("spring.r2dbc.password", "secret")))
                .isEqualTo(new R2dbcUrl("jdbc:postgresql://db/shop", "me", "secret"));
    }

    @Test
    void takesTheNameOfTheDatabaseFromThePropertiesWhereTheUrlHasNone() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.r2dbc.url", "r2dbc:postgresql://db")
                .withProperty("spring.r2dbc.name", "shop");
        assertThat(R2dbcUrl.of(environment)).isEqualTo(new R2dbcUrl("jdbc:postgresql://db/shop", null, null));
        assertThat(R2dbcUrl.of("r2dbc:postgresql://db/other", "shop").jdbcUrl())
                .isEqualTo("jdbc:postgresql://db/other");
    }

    @Test
    void isNotThereWithoutTheProperty() {
        assertThat(R2dbcUrl.of(new MockEnvironment())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r2dbcs:postgresql://me:very-secret@db/shop",
                "r2dbc:postgresql://me:very-secret@db/shop?sslMode=require",
                "r2dbc:postgresql:failover://me:very-secret@db,other/shop",
                "r2dbc:h2:tcp://me:very-secret@db/shop",
                "r2dbc:whatever://me:very-secret@db/shop",
                "jdbc:postgresql://me:very-secret@db/shop"
            })
    void refusesWhatJdbcSaysInAnotherWayWithoutShowingThePassword(String url) {
        assertThatExceptionOfType(SetupException.class)
                .isThrownBy(() -> R2dbcUrl.of(url, ""))
                .withMessageContainingAll("'spring.r2dbc.url'", "'migratedb.url'")
                .withMessageNotContaining("very-secret");
    }

    @Test
    void refusesOptionsInProperties() {
        assertThatExceptionOfType(SetupException.class)
                .isThrownBy(() -> R2dbcUrl.of(new MockEnvironment()
                        .withProperty("spring.r2dbc.url", "r2dbc:postgresql://db/shop")
                        .withProperty("spring.r2dbc.properties.sslMode", "require")))
                .withMessageContainingAll("sslMode", "'spring.r2dbc.properties'");
    }
}
