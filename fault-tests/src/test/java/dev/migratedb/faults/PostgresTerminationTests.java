package dev.migratedb.faults;

class PostgresTerminationTests extends TerminationContractTests {

    @Override
    Product product() {
        return Product.POSTGRES;
    }

    @Override
    String asksForPauses() {
        return "?options=-c%20faults.short=0.2%20-c%20faults.long=60";
    }

    @Override
    String pause(String which) {
        return "select pg_sleep(coalesce(current_setting('faults." + which + "', true), '0')::float);\n";
    }

    @Override
    int rounds() {
        return LongForm.rounds(2, 30);
    }
}
