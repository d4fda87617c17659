package dev.migratedb.faults;

@OnMariadb
class MariadbTerminationTests extends TerminationContractTests {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    String asksForPauses() {
        return "?sessionVariables=@short=0.2,@long=60";
    }

    @Override
    String pause(String which) {
        return "select sleep(coalesce(@" + which + ", 0));\n";
    }

    @Override
    int rounds() {
        return LongForm.rounds(1, 20);
    }
}
