package dev.migratedb.jooq;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What the test slice cuts its part of. */
@SpringBootApplication
class JooqApplication {}
