package dev.migratedb.samples.csv;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how many countries there are, once they were loaded. */
@SpringBootApplication
public class CsvMigrationsApplication {

    private static final Logger log = LoggerFactory.getLogger(CsvMigrationsApplication.class);

    public static void main(String[] args) {
        SpringApplication.run(CsvMigrationsApplication.class, args);
    }

    @Bean
    CommandLineRunner sayWhatIsThere(JdbcClient jdbcClient) {
        return args -> log.info(
                "{} countries, {} people",
                jdbcClient
                        .sql("SELECT count(*) FROM countries")
                        .query(Integer.class)
                        .single(),
                jdbcClient
                        .sql("SELECT sum(population) FROM countries")
                        .query(Long.class)
                        .single());
    }
}
