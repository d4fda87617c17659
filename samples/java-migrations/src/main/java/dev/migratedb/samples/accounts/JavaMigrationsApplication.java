package dev.migratedb.samples.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Shows the accounts, once they have been migrated. */
@SpringBootApplication
public class JavaMigrationsApplication {

    private static final Logger log = LoggerFactory.getLogger(JavaMigrationsApplication.class);

    public static void main(String[] args) {
        SpringApplication.run(JavaMigrationsApplication.class, args);
    }

    @Bean
    CommandLineRunner showAccounts(AccountRepository accounts) {
        return args -> accounts.findAll().forEach(account -> log.info("{}", account));
    }
}
