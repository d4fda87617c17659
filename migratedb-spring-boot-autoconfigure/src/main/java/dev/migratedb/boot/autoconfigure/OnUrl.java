package dev.migratedb.boot.autoconfigure;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** A URL tells where the database is. One that is empty, as it is where a variable is not set, tells nothing. */
final class OnUrl extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("URL for MigrateDB");
        Optional<String> property = Stream.of(DataSourceChoice.MIGRATEDB + ".url", R2dbcUrl.PROPERTY)
                .filter(key -> StringUtils.hasText(context.getEnvironment().getProperty(key)))
                .findFirst();
        return property.map(key -> ConditionOutcome.match(message.because("'" + key + "' is set")))
                .orElseGet(() -> ConditionOutcome.noMatch(message.because("there is none")));
    }
}
