package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.MigrationFailedException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where tables have engines, some of which know no transactions. */
abstract class RowsOnlyWithEnginesContractTests extends RowsOnlyContractTests {

    @Test
    void aTableWithoutTransactionsKeepsItsRows() {
        database.execute("create table trail (id int) engine=MyISAM");
        script("V2__rows.sql", """
                insert into thing values (1);
                insert into trail values (1);
                insert into nothing values (2);
                """);

        MigrationFailedException failure = failure(engine());

        assertMayBeLeft(
                failure,
                "it does not take back rows of table " + database.currentSchema() + ".trail (ENGINE=MyISAM): some of");
        assertThat(count("thing")).isZero();
        assertThat(count("trail")).isEqualTo(1);
        assertNextRunDoesAllOfItOnceAfterRepair();
    }

    @Test
    void rowsOfAFailedStatementAreToldOfAsWell() {
        database.execute(
                "create table trail (id int not null primary key) engine=MyISAM",
                "create table trace (id int) engine=MEMORY");
        script("V2__rows.sql", "insert into trail values (1), (1);\n");

        MigrationFailedException failure = failure(engine());

        assertMayBeLeft(
                failure,
                "it does not take back rows of table " + database.currentSchema()
                        + ".trace (ENGINE=MEMORY), nor those of 1 more without transactions");
        assertThat(count("trail")).isEqualTo(1);
    }

    @Test
    void aTableWithoutTransactionsCountsAlsoAfterALostConnection() {
        database.execute("create table trail (id int) engine=MyISAM");
        corrected("V2__rows.sql");

        MigrationFailedException failure = failure(engine().batch(false).dataSource(losingAtTheSecondRow()));

        assertMayBeLeft(failure, "it does not take back rows of table ");
    }

    @Test
    void whatCannotBeLookedUpIsNotTakenForGood() {
        failing("V2__rows.sql");
        DataSource refusing = StatementTrap.around(database.dataSource(), (connection, sql) -> {
            if (sql.contains("information_schema.engines")) {
                throw new SQLException("Access denied", "42000");
            }
        });

        MigrationFailedException failure = failure(engine().dataSource(refusing));

        assertMayBeLeft(
                failure, "it could not be looked up whether the database has tables that it leaves as they are");
    }

    @Test
    void severalStatementsInOneAreNotTakenForTheFirst() {
        DataSource multiple = new DriverManagerDataSource(
                database.url() + (database.url().contains("?") ? "&" : "?") + "allowMultiQueries=true",
                database.user(),
                database.password());
        script("V2__rows.sql", """
                delimiter //
                insert into thing values (1);
                create table trace (id int)
                //
                insert into nothing values (2)
                //
                """);

        MigrationFailedException failure = failure(engine().dataSource(multiple));

        assertThat(failure.rolledBack()).isFalse();
        assertThat(count("thing")).isEqualTo(1);
        assertThat(history()).last().isEqualTo("2 2 rows SQL V2__rows.sql failed");
    }

    @Test
    void aScriptThatSwitchesAutocommitOnKeepsWhatItHasDone() {
        script("V2__rows.sql", """
                set `autocommit` := 1;
                insert into thing values (1);
                insert into nothing values (2);
                """);

        MigrationFailedException failure = failure(engine());

        assertThat(failure.rolledBack()).isFalse();
        assertThat(count("thing")).isEqualTo(1);
        assertThat(history()).last().isEqualTo("2 2 rows SQL V2__rows.sql failed");
    }
}
