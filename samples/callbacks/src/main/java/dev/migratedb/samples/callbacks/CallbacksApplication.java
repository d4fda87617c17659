package dev.migratedb.samples.callbacks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Migrates, with callbacks on the way, and ends. */
@SpringBootApplication
public class CallbacksApplication {

    public static void main(String[] args) {
        SpringApplication.run(CallbacksApplication.class, args);
    }
}
