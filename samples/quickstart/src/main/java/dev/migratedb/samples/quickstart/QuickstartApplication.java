package dev.migratedb.samples.quickstart;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Nothing here, or in any other class, asks for a migration: the starter runs it before the first bean needs the database. */
@SpringBootApplication
public class QuickstartApplication {

    private static final Logger log = LoggerFactory.getLogger(QuickstartApplication.class);

    public static void main(String[] args) {
        SpringApplication.run(QuickstartApplication.class, args);
    }

    @EventListener
    void sayWhere(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            log.info("Open http://localhost:{}/", port);
        }
    }
}
