package dev.migratedb.samples.quickstart.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, instead of by a stack trace, why the PostgreSQL of the quickstart is not there. */
class PostgresFailureAnalyzer extends AbstractFailureAnalyzer<PostgresUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PostgresUnavailableException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
