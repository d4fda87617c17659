package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.Callback;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;

/** Finds the components that take part in migrations, in the packages of the application. */
final class ComponentsInSlices implements BeanDefinitionRegistryPostProcessor {

    private static final List<Class<?>> TYPES = List.of(JavaMigration.class, Callback.class, MigrationResolver.class);

    private static final String FROM_SLICE = ComponentsInSlices.class.getName() + ".fromSlice";

    private static final String TESTS = "org.springframework.boot.test.context.filter.TestTypeExcludeFilter";

    private final Environment environment;
    private final ResourceLoader resourceLoader;

    ComponentsInSlices(Environment environment, ResourceLoader resourceLoader) {
        this.environment = environment;
        this.resourceLoader = resourceLoader;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (!(registry instanceof BeanFactory beanFactory) || !AutoConfigurationPackages.has(beanFactory)) {
            return;
        }
        ClassPathBeanDefinitionScanner scanner = new Scanner(registry, environment, resourceLoader);
        TypeFilter component = new AnnotationTypeFilter(Component.class);
        scanner.addIncludeFilter((reader, factory) -> component.match(reader, factory) && takesPart(reader, factory));
        excludeTests(scanner, beanFactory);
        scanner.scan(AutoConfigurationPackages.get(beanFactory).toArray(String[]::new));
        for (String name : registry.getBeanDefinitionNames()) {
            BeanDefinition definition = registry.getBeanDefinition(name);
            String configuration = definition.getFactoryBeanName();
            if (configuration != null
                    && MigrationConfigurations.hasAdded(registry, configuration)
                    && isMarked(definition, scanner.getMetadataReaderFactory())) {
                mayLackDependencies(definition);
            }
        }
    }

    /** Whether a class is one of those that take part in migrations. */
    static boolean takesPart(MetadataReader type, MetadataReaderFactory readers) throws IOException {
        for (Class<?> each : TYPES) {
            if (new AssignableTypeFilter(each).match(type, readers)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out of a scan what Spring Boot leaves out of each scan of a test: other tests, and what is in these. */
    static void excludeTests(ClassPathScanningCandidateComponentProvider scanner, BeanFactory beanFactory) {
        if (beanFactory.containsBean(TESTS)) {
            scanner.addExcludeFilter(beanFactory.getBean(TESTS, TypeExcludeFilter.class));
        }
    }

    private static boolean isMarked(BeanDefinition definition, MetadataReaderFactory readers) {
        MethodMetadata method =
                definition instanceof AnnotatedBeanDefinition annotated ? annotated.getFactoryMethodMetadata() : null;
        if (method == null || method.isAnnotated(AfterStartup.class.getName())) {
            return method != null;
        }
        try {
            return readers.getMetadataReader(method.getReturnTypeName())
                    .getAnnotationMetadata()
                    .isAnnotated(AfterStartup.class.getName());
        } catch (IOException ex) {
            return false;
        }
    }

    private static void mayLackDependencies(BeanDefinition definition) {
        definition.setLazyInit(true);
        definition.setAttribute(FROM_SLICE, true);
    }

    /** Whether the application is cut to a slice. */
    static boolean areIn(ListableBeanFactory beanFactory) {
        return beanFactory.getBeanNamesForType(ComponentsInSlices.class, true, false).length > 0;
    }

    /** Whether a slice may have left out what a bean needs, and that is no fault. */
    static boolean mayLackDependencies(ConfigurableListableBeanFactory beanFactory, String beanName) {
        return beanFactory.containsBeanDefinition(beanName)
                && beanFactory.getBeanDefinition(beanName).hasAttribute(FROM_SLICE);
    }

    /** Lets what is marked with {@link AfterStartup} be created only when it is to run: in most slices there is no JPA for it. */
    private static final class Scanner extends ClassPathBeanDefinitionScanner {

        Scanner(BeanDefinitionRegistry registry, Environment environment, ResourceLoader resourceLoader) {
            super(registry, false, environment, resourceLoader);
        }

        @Override
        protected void postProcessBeanDefinition(AbstractBeanDefinition definition, String beanName) {
            super.postProcessBeanDefinition(definition, beanName);
            if (definition instanceof AnnotatedBeanDefinition annotated
                    && annotated.getMetadata().isAnnotated(AfterStartup.class.getName())) {
                mayLackDependencies(definition);
            }
        }
    }
}
