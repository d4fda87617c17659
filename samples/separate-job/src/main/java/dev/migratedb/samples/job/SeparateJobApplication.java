package dev.migratedb.samples.job;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Nothing here knows of the job: the properties decide what the application is started for. */
@SpringBootApplication
public class SeparateJobApplication {

    public static void main(String[] args) {
        SpringApplication.run(SeparateJobApplication.class, args);
    }
}
