package dev.migratedb.boot.autoconfigure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.ImportResource;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Adds the configurations of the application that define nothing but what takes part in migrations to a slice, and tells which ones define such beans
 * beside others: with these, a test would get what its slice leaves out. No class is loaded to find that out.
 */
final class MigrationConfigurations implements ImportBeanDefinitionRegistrar {

    private static final Logger logger = LoggerFactory.getLogger(MigrationConfigurations.class);

    private static final List<Class<?>> BRING_MORE = List.of(Import.class, ComponentScan.class, ImportResource.class);

    private static final String ADDED = MigrationConfigurations.class.getName() + ".added";

    private final Environment environment;
    private final ResourceLoader resourceLoader;

    MigrationConfigurations(Environment environment, ResourceLoader resourceLoader) {
        this.environment = environment;
        this.resourceLoader = resourceLoader;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        if (!(registry instanceof BeanFactory beanFactory) || !AutoConfigurationPackages.has(beanFactory)) {
            return;
        }
        ClassPathBeanDefinitionScanner scanner =
                new ClassPathBeanDefinitionScanner(registry, false, environment, resourceLoader);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(AutoConfiguration.class));
        ComponentsInSlices.excludeTests(scanner, beanFactory);
        Set<String> present = classNames(registry);
        Set<String> mixed = new TreeSet<>();
        for (String basePackage : AutoConfigurationPackages.get(beanFactory)) {
            for (BeanDefinition found : scanner.findCandidateComponents(basePackage)) {
                String name = Objects.requireNonNull(found.getBeanClassName());
                if (found instanceof AnnotatedBeanDefinition annotated && present.add(name)) {
                    Definitions definitions =
                            new Definitions(annotated.getMetadata(), scanner.getMetadataReaderFactory());
                    if (definitions.areMigrationsOnly()) {
                        found.setAttribute(ADDED, true);
                        registry.registerBeanDefinition(name, found);
                    } else if (definitions.haveMigrations()) {
                        mixed.add(name);
                    }
                }
            }
        }
        tell(mixed);
    }

    /** Whether a bean is such a configuration. */
    static boolean hasAdded(BeanDefinitionRegistry registry, String beanName) {
        return registry.containsBeanDefinition(beanName)
                && registry.getBeanDefinition(beanName).hasAttribute(ADDED);
    }

    private static void tell(Collection<String> mixed) {
        if (!mixed.isEmpty()) {
            List<String> imports = mixed.stream()
                    .map(name -> ClassUtils.getShortName(name) + ".class")
                    .toList();
            logger.warn(
                    "Migrations and callbacks that {} {} beside other beans are left out of this test, since a slice leaves out"
                            + " configurations: add @Import({}) to the test, or move them to a configuration of their own",
                    String.join(" and ", mixed),
                    mixed.size() == 1 ? "defines" : "define",
                    imports.size() == 1 ? imports.get(0) : "{" + String.join(", ", imports) + "}");
        }
    }

    private static Set<String> classNames(BeanDefinitionRegistry registry) {
        return Arrays.stream(registry.getBeanDefinitionNames())
                .map(name -> registry.getBeanDefinition(name).getBeanClassName())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What a configuration defines. */
    private static final class Definitions {

        private final AnnotationMetadata configuration;
        private final MetadataReaderFactory readers;
        private final List<MethodMetadata> migrations = new ArrayList<>();
        private final List<MethodMetadata> others = new ArrayList<>();

        Definitions(AnnotationMetadata configuration, MetadataReaderFactory readers) {
            this.configuration = configuration;
            this.readers = readers;
            for (MethodMetadata method : configuration.getAnnotatedMethods(Bean.class.getName())) {
                (takesPart(method) ? migrations : others).add(method);
            }
        }

        boolean haveMigrations() {
            return !migrations.isEmpty();
        }

        boolean areMigrationsOnly() {
            return haveMigrations()
                    && others.isEmpty()
                    && Object.class.getName().equals(configuration.getSuperClassName())
                    && BRING_MORE.stream().noneMatch(type -> configuration.isAnnotated(type.getName()))
                    && Arrays.stream(configuration.getMemberClassNames()).noneMatch(this::isComponent);
        }

        private boolean takesPart(MethodMetadata method) {
            try {
                MetadataReader made = readers.getMetadataReader(method.getReturnTypeName());
                return ComponentsInSlices.takesPart(made, readers);
            } catch (IOException ex) {
                // such as a primitive type
                return false;
            }
        }

        private boolean isComponent(String member) {
            try {
                return readers.getMetadataReader(member).getAnnotationMetadata().isAnnotated(Component.class.getName());
            } catch (IOException ex) {
                return false;
            }
        }
    }
}
