package dev.migratedb.boot.autoconfigure.slices;

import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;

@JdbcTest
class JdbcTestSliceTests extends SliceContractTests {}
