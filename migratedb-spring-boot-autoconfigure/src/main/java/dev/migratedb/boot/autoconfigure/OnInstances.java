package dev.migratedb.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The properties name instances. */
class OnInstances extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean there = Instances.areIn(context.getEnvironment());
        return new ConditionOutcome(
                there,
                ConditionMessage.forCondition("Instances of MigrateDB")
                        .because((there ? "there are some in '" : "there are none in '") + Instance.ALL + "'"));
    }

    /** They name none: there is one engine, which has no name. */
    static final class None extends OnInstances {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionOutcome there = super.getMatchOutcome(context, metadata);
            return new ConditionOutcome(!there.isMatch(), there.getConditionMessage());
        }
    }

    /** At least one of them tells its database: by a URL, or by the name of a bean, which is an error if there is no such bean. */
    static final class WithDatabase extends OnInstances {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            if (!Instances.areIn(context.getEnvironment())) {
                return super.getMatchOutcome(context, metadata);
            }
            boolean there = Instances.of(context.getEnvironment()).enabled().stream()
                    .map(Instance::properties)
                    .anyMatch(properties -> StringUtils.hasText(properties.getUrl())
                            || StringUtils.hasText(properties.getDataSource()));
            return new ConditionOutcome(
                    there,
                    ConditionMessage.forCondition("Instances of MigrateDB")
                            .because(there ? "one tells its database" : "none tells its database"));
        }
    }
}
