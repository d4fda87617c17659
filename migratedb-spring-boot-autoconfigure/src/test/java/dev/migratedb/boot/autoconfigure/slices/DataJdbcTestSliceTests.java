package dev.migratedb.boot.autoconfigure.slices;

import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;

@DataJdbcTest
class DataJdbcTestSliceTests extends SliceContractTests {}
