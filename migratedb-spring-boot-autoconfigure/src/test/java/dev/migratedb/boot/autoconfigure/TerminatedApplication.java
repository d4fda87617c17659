package dev.migratedb.boot.autoconfigure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** An application that migrates when it starts, and does nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TerminatedApplication {

    public static void main(String[] args) {
        SpringApplication.run(TerminatedApplication.class, args);
    }
}
