package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Gives each instance its beans. They are there as early as those of methods, since conditions of others ask for them. */
final class InstancesRegistrar implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    InstancesRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        for (Instance instance : Instances.of(environment).enabled()) {
            // an engine of the application's own by this name is taken in its place
            if (!registry.containsBeanDefinition(instance.engineBean())) {
                registry.registerBeanDefinition(
                        instance.databaseBean(), madeBy("database", MigrationDataSource.class, instance));
                registry.registerBeanDefinition(instance.engineBean(), engine(instance));
            }
        }
    }

    private static RootBeanDefinition engine(Instance instance) {
        RootBeanDefinition engine = madeBy("engine", MigrateDb.class, instance);
        // as with the engine that has no name
        engine.setDependsOn(MigrateDbMigrationInitializer.BEAN_NAME);
        engine.setPrimary(instance.primary());
        return engine;
    }

    private static RootBeanDefinition madeBy(String method, Class<?> type, Instance instance) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(type);
        definition.setFactoryBeanName(InstanceEngines.BEAN_NAME);
        definition.setFactoryMethodName(method);
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, instance.name());
        definition.addQualifier(new AutowireCandidateQualifier(MigrateDbInstance.class, instance.name()));
        definition.setResourceDescription("property '" + instance.key() + "'");
        return definition;
    }
}
