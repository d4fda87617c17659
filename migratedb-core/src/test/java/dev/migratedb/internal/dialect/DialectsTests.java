package dev.migratedb.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;

class DialectsTests {

    /** They have no advisory locks that hold, so two runs at once would not wait for each other. */
    @ParameterizedTest
    @CsvSource({
        "11.2-YB-2.20.1.3-b0, , YugabyteDB",
        "15.2-YB-2025.1.0.0-b168, , YugabyteDB",
        "13.0.0, CockroachDB CCL v24.1.0, CockroachDB",
        "17.10, , PostgreSQL"
    })
    void whatOnlySpeaksTheProtocolOfPostgresIsNotTakenForIt(
            String version, @Nullable String cockroachVersion, String name) throws SQLException {
        DatabaseMetaData data = answering(
                DatabaseMetaData.class, question -> question.equals("getDatabaseProductName") ? "PostgreSQL" : version);
        PGConnection postgres = answering(PGConnection.class, question -> cockroachVersion);
        Connection connection = answering(Connection.class, question -> switch (question) {
            case "getMetaData" -> data;
            case "unwrap" -> postgres;
            default -> true;
        });

        Dialect dialect = Dialects.of(connection).orElseThrow();

        assertThat(dialect.name()).isEqualTo(name);
        assertThat(dialect.advisoryLock() == null).isEqualTo(!name.equals("PostgreSQL"));
        assertThat(dialect.ddlStandsAlone()).isEqualTo(!name.equals("PostgreSQL"));
    }

    private interface Answers {

        @Nullable
        Object to(String question);
    }

    private static <T> T answering(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName())));
    }
}
