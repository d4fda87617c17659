package dev.migratedb.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcUrlsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:postgresql://localhost:5432/shop                        | jdbc:postgresql://localhost:5432/shop
                    jdbc:postgresql://localhost/shop?user=me&password=pw         | jdbc:postgresql://localhost/shop
                    jdbc:h2:file:./shop;USER=sa;PASSWORD=pw                      | jdbc:h2:file:./shop
                    jdbc:h2:mem:shop                                             | jdbc:h2:mem:shop
                    jdbc:mysql://me:pw@localhost:3306/shop                       | jdbc:mysql://localhost:3306/shop
                    jdbc:oracle:thin:me/pw@//localhost:1521/shop                 | jdbc:oracle:thin://localhost:1521/shop
                    """)
    void showNeitherParametersNorCredentials(String url, String shown) {
        assertThat(JdbcUrls.withoutSecrets(url)).isEqualTo(shown);
    }

    @Test
    void tellsWhereADataSourceLeadsOrAtLeastWhatItIs() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:shop;PASSWORD=pw");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://localhost/shop?password=pw");

        assertThat(JdbcUrls.of(h2)).isEqualTo("jdbc:h2:mem:shop");
        assertThat(JdbcUrls.of(pool)).isEqualTo("jdbc:postgresql://localhost/shop");
        assertThat(JdbcUrls.of(new DriverManagerDataSource("jdbc:h2:mem:other")))
                .isEqualTo("jdbc:h2:mem:other");
        assertThat(JdbcUrls.of(new DelegatingDataSource(new DelegatingDataSource(h2))))
                .isEqualTo("jdbc:h2:mem:shop");
        assertThat(JdbcUrls.of(new DelegatingDataSource())).isEqualTo(DelegatingDataSource.class.getName());
    }
}
