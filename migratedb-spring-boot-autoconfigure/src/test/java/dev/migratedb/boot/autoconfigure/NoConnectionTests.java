package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.MigrateDbException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever properties say where the database is, a failure to connect says it, and whose database it is. */
class NoConnectionTests {

    private static final String SHOP = "jdbc:postgresql://localhost:1/shop";
    private static final String WITH_SECRET = SHOP + "?user=app&password=hush";

    static Stream<Arguments> properties() {
        return Stream.of(
                Arguments.of("", new String[] {"spring.datasource.url=" + WITH_SECRET}),
                Arguments.of("", new String[] {"migratedb.url=" + WITH_SECRET}),
                Arguments.of("", new String[] {
                    "spring.datasource.url=" + WITH_SECRET, "migratedb.user=migrator", "migratedb.password=hush"
                }),
                Arguments.of(" of instance 'orders'", new String[] {"migratedb.instances.orders.url=" + WITH_SECRET}),
                Arguments.of(" of instance 'orders'", new String[] {
                    "migratedb.instances.orders.url=" + WITH_SECRET, "migratedb.locations=classpath:db/{vendor}"
                }));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void namesUrlAndInstanceAndNoSecret(String ofInstance, String[] properties) {
        Applications.withJdbc()
                .withPropertyValues(properties)
                .run(context -> assertThat(failureOf(context, MigrateDbException.class))
                        .hasMessageStartingWith("No connection to the database" + ofInstance + " (" + SHOP + "): ")
                        .message()
                        .doesNotContain("hush"));
    }
}
