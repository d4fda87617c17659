package dev.migratedb.benchmarks;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLParser;

/** Flyway's parser for PostgreSQL. It is given characters, so it need not decode, and computes no checksum here. */
final class FlywayReader implements SqlReader {

    private final String script;

    FlywayReader(String script) {
        this.script = script;
    }

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public int read() {
        PostgreSQLParser parser = new PostgreSQLParser(new FluentConfiguration(), new ParsingContext());
        int count = 0;
        try (SqlStatementIterator statements = parser.parse(new StringResource(script))) {
            while (statements.hasNext()) {
                statements.next();
                count++;
            }
        }
        return count;
    }
}
