package dev.migratedb.samples.several;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** All there is to it is in {@code application.yml}. */
@SpringBootApplication
public class SeveralDatabasesApplication {

    public static void main(String[] args) {
        SpringApplication.run(SeveralDatabasesApplication.class, args);
    }
}
