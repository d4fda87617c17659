package dev.migratedb.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** Which beans of the application are for one instance. Where there are no instances, all are. */
final class Assignment {

    private final ListableBeanFactory beanFactory;
    private final @Nullable Instance instance;

    Assignment(ListableBeanFactory beanFactory, @Nullable Instance instance) {
        this.beanFactory = beanFactory;
        this.instance = instance;
    }

    /** The instance that a bean is assigned to; null where it is assigned to none. */
    static @Nullable String instanceOf(ListableBeanFactory beanFactory, String beanName) {
        MigrateDbInstance assigned = beanFactory.findAnnotationOnBean(beanName, MigrateDbInstance.class, false);
        return assigned == null ? null : assigned.value();
    }

    /** Whether a bean takes part: one that is assigned to the instance or, if that is the primary one, to none. */
    boolean takesPart(String beanName) {
        if (instance == null) {
            return true;
        }
        String assigned = instanceOf(beanFactory, beanName);
        return assigned == null ? instance.primary() : assigned.equals(instance.name());
    }

    /** Whether a bean of a type is assigned to the instance itself. */
    boolean hasAssigned(Class<?> type) {
        return instance != null
                && Arrays.stream(names(type)).anyMatch(name -> instance.name().equals(instanceOf(beanFactory, name)));
    }

    /** The beans of a type that are assigned to the instance, and those that are assigned to none, in their order. */
    <T> Stream<T> forAllOrThis(Class<T> type) {
        Stream<T> beans = beanFactory.getBeanProvider(type, false).orderedStream();
        if (instance == null) {
            return beans;
        }
        Set<T> ofOthers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : names(type)) {
            String assigned = instanceOf(beanFactory, name);
            if (assigned != null && !assigned.equals(instance.name())) {
                ofOthers.add(beanFactory.getBean(name, type));
            }
        }
        return beans.filter(bean -> !ofOthers.contains(bean));
    }

    /** The bean of a type that is assigned to the instance, else that which is assigned to none; null where there is neither. */
    <T> @Nullable T thisOrForAll(Class<T> type) {
        if (instance != null) {
            List<String> assigned = new ArrayList<>();
            List<String> unassigned = new ArrayList<>();
            for (String name : names(type)) {
                String to = instanceOf(beanFactory, name);
                if (to == null) {
                    unassigned.add(name);
                } else if (to.equals(instance.name())) {
                    assigned.add(name);
                }
            }
            List<String> candidates = assigned.isEmpty() ? unassigned : assigned;
            if (candidates.size() <= 1) {
                return candidates.isEmpty() ? null : beanFactory.getBean(candidates.get(0), type);
            }
            if (!assigned.isEmpty()) {
                throw new SetupException(
                        "More than one " + type.getSimpleName() + " is for the instance '" + instance.name() + "': "
                                + String.join(", ", assigned) + ".",
                        "Leave one of them.");
            }
        }
        return beanFactory.getBeanProvider(type, false).getIfAvailable();
    }

    private String[] names(Class<?> type) {
        return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false);
    }
}
