package dev.migratedb.boot.autoconfigure;

import jakarta.annotation.PostConstruct;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that says what of it was begun. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class LoudApplication {

    static final String CREATED = "An ordinary bean was created";
    static final String RUN = "The application was run";

    public static void main(String[] args) {
        SpringApplication.run(LoudApplication.class, args);
    }

    @Bean
    Ordinary ordinary() {
        return new Ordinary();
    }

    @Bean
    ApplicationRunner runner() {
        return arguments -> System.out.println(RUN);
    }

    static class Ordinary {

        @PostConstruct
        void created() {
            System.out.println(CREATED);
        }
    }
}
