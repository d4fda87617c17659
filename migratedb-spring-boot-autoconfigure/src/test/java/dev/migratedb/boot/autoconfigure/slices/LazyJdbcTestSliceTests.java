package dev.migratedb.boot.autoconfigure.slices;

import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;

@JdbcTest(properties = "spring.main.lazy-initialization=true")
class LazyJdbcTestSliceTests extends SliceContractTests {}
