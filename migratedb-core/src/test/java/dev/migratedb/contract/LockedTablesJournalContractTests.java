package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import org.junit.jupiter.api.Test;

/** Scripts as dumps of MySQL are, which lock tables, so that the journal is out of reach. */
abstract class LockedTablesJournalContractTests extends ContractTests {

    private void dump(String last) {
        script("V1__dump.sql", """
                /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
                DROP TABLE IF EXISTS `one`;
                CREATE TABLE `one` (`id` int NOT NULL AUTO_INCREMENT PRIMARY KEY);
                LOCK TABLES `one` WRITE;
                /*!40000 ALTER TABLE `one` DISABLE KEYS */;
                INSERT INTO `one` VALUES (0),(2);
                /*!40000 ALTER TABLE `one` ENABLE KEYS */;
                UNLOCK TABLES;
                CREATE TABLE `two` (`id` int);
                LOCK TABLES `two` WRITE;
                INSERT INTO `two` VALUES (1);
                /*!40000 ALTER TABLE `two` ENABLE KEYS */;
                %s;
                UNLOCK TABLES;
                /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
                """.formatted(last));
    }

    @Test
    void runsToItsEnd() {
        dump("INSERT INTO `two` VALUES (2)");

        engine().load().migrate();

        assertThat(database.strings("select id from one order by id")).containsExactly("0", "2");
        assertThat(count("two")).isEqualTo(2);
    }

    @Test
    void losesNoRowsBeforeAStatementThatMayCommitAndDoesNot() {
        script("V0__one.sql", "create table one (id int);");
        String rows = "lock tables one write;\ninsert into one values (1);\nchecksum table one;\n"
                + "insert into one values (%s);\nunlock tables;\n";
        script("V1__rows.sql", rows.formatted("2, 2"));
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate());
        script("V1__rows.sql", rows.formatted("2"));

        engine().load().migrate();

        assertThat(database.strings("select id from one order by id")).containsExactly("1", "2");
    }

    @Test
    void goesOnWithinLockedTables() {
        dump("INSERT INTO `two` VALUES (2, 2)");
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate());
        dump("INSERT INTO `two` VALUES (3)");

        try (LogLines lines = new LogLines()) {
            engine().load().migrate();

            assertThat(lines.all()).anyMatch(line -> line.contains("at statement 13 of 15"));
        }
        assertThat(database.strings("select id from one order by id")).containsExactly("0", "2");
        assertThat(database.strings("select id from two order by id")).containsExactly("1", "3");
        assertThat(history()).containsExactly("1 1 dump SQL V1__dump.sql ok");
    }
}
