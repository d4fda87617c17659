package dev.migratedb.internal.discovery;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds classes of one type on the class path and makes an instance of each, but of none that is an instance already.
 *
 * @param <T> the type
 */
final class ClassSearch<T> {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");
    private static final String SUFFIX = ".class";

    private final Class<T> type;
    private final ResourcePatternResolver resolver;
    private final MetadataReaderFactory metadata;
    private final Set<String> present = new HashSet<>();
    private final List<T> found = new ArrayList<>();
    private final Predicate<Class<?>> wanted;

    /**
     * Creates a search.
     *
     * @param instances there are already
     * @param wanted which of the classes that are found in packages are taken
     */
    ClassSearch(Class<T> type, ResourceLoader loader, List<? extends T> instances, Predicate<Class<?>> wanted) {
        this.wanted = wanted;
        this.type = type;
        this.resolver = ResourcePatternUtils.getResourcePatternResolver(loader);
        this.metadata = new CachingMetadataReaderFactory(resolver);
        instances.forEach(instance -> present.add(userClass(instance).getName()));
    }

    private static Class<?> userClass(Object instance) {
        return instance instanceof DecoratingProxy proxy
                ? proxy.getDecoratedClass()
                : ClassUtils.getUserClass(instance);
    }

    /** The instances that were made. */
    List<T> found() {
        return found;
    }

    /**
     * Takes a class, or all classes of a package.
     *
     * @param property that has the name
     * @throws MigrateDbException if it is the name of neither, or no such class
     */
    void named(String name, String property) {
        Class<?> named = classOf(name, property);
        if (named == null) {
            String path = name.replace('.', '/');
            if (!isPackage(path)) {
                throw wrong(property, name, "is neither a class nor a package on the class path", null);
            }
            inPackage(path, file -> true);
        } else if (!type.isAssignableFrom(named)) {
            throw wrong(property, name, "is a class that does not implement " + type.getName(), null);
        } else if (!present.contains(named.getName())) {
            Constructor<?> constructor = constructorOf(named);
            if (constructor == null || !isConcrete(named)) {
                throw wrong(
                        property,
                        name,
                        "cannot be created: it is abstract, or has no constructor without parameters",
                        null);
            }
            add(named, constructor, property);
        }
    }

    private @Nullable Class<?> classOf(String name, String property) {
        try {
            return ClassUtils.forName(name, resolver.getClassLoader());
        } catch (ClassNotFoundException ex) {
            return null;
        } catch (LinkageError ex) {
            throw wrong(property, name, "is a class that cannot be loaded: " + ex, ex);
        }
    }

    private boolean isPackage(String path) {
        try {
            return resolver.getResources(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + Location.below(path, ""))
                            .length
                    > 0;
        } catch (IOException ex) {
            return false;
        }
    }

    /**
     * Takes the classes in a package and below it, in the order of their names.
     *
     * @param path of the package, with slashes
     * @param filter by the path of the class file below that of the package
     */
    void inPackage(String path, Predicate<String> filter) {
        String root = Location.below(path, "");
        for (String name : concreteClasses(root)) {
            String file = name.replace('.', '/').substring(root.length()) + SUFFIX;
            if (!present.contains(name) && filter.test(file)) {
                addIfOfType(name);
            }
        }
    }

    private Set<String> concreteClasses(String root) {
        Set<String> names = new TreeSet<>();
        try {
            for (Resource resource :
                    resolver.getResources(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + root + "**/*" + SUFFIX)) {
                ClassMetadata about = metadata.getMetadataReader(resource).getClassMetadata();
                boolean belongs = about.getClassName().replace('.', '/').startsWith(root);
                if (about.isConcrete() && about.isIndependent() && belongs) {
                    names.add(about.getClassName());
                }
            }
        } catch (IOException ex) {
            LOG.warn("The classes in {} could not be searched: {}", root, ex.toString());
        }
        return names;
    }

    private void addIfOfType(String name) {
        try {
            Class<?> candidate = ClassUtils.forName(name, resolver.getClassLoader());
            if (!type.isAssignableFrom(candidate) || !wanted.test(candidate)) {
                return;
            }
            Constructor<?> constructor = constructorOf(candidate);
            if (constructor == null) {
                LOG.warn(
                        "Class {} is not run: it is neither given as a bean or instance, nor has it a constructor without"
                                + " parameters",
                        name);
            } else {
                add(candidate, constructor, null);
            }
        } catch (ClassNotFoundException | LinkageError ex) {
            LOG.warn("Class {} is not run: it cannot be loaded: {}", name, ex.toString());
        }
    }

    private void add(Class<?> userClass, Constructor<?> constructor, @Nullable String property) {
        try {
            found.add(type.cast(BeanUtils.instantiateClass(constructor)));
            present.add(userClass.getName());
        } catch (BeanInstantiationException ex) {
            Throwable cause = ex.getCause() == null ? ex : ex.getCause();
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    userClass + (property == null ? "" : ", which 'migratedb." + property + "' names,")
                            + " could not be created: its constructor failed with " + cause + ".",
                    ex);
        }
    }

    private static @Nullable Constructor<?> constructorOf(Class<?> userClass) {
        try {
            return userClass.getDeclaredConstructor();
        } catch (NoSuchMethodException ex) {
            return null;
        }
    }

    private static boolean isConcrete(Class<?> candidate) {
        return !candidate.isInterface() && !Modifier.isAbstract(candidate.getModifiers());
    }

    private static MigrateDbException wrong(String property, String name, String what, @Nullable Throwable cause) {
        String message = "'migratedb." + property + "' names '" + name + "', which " + what + ".";
        return cause == null
                ? new MigrateDbException(ErrorCode.CONFIGURATION, message)
                : new MigrateDbException(ErrorCode.CONFIGURATION, message, cause);
    }
}
