package dev.migratedb.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.text.Format;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A static field is final, and what it holds cannot change. The type alone does not tell that of a {@code List}, so the
 * value is looked at.
 */
final class ImmutableValue extends ArchCondition<JavaField> {

    /** Beginnings of the names of collections that refuse to change. */
    private static final Set<String> IMMUTABLE_COLLECTIONS = Set.of(
            "java.util.ImmutableCollections$",
            "java.util.Collections$Unmodifiable",
            "java.util.Collections$Empty",
            "java.util.Collections$Singleton");

    private static final Set<String> MUTABLE_PACKAGES =
            Set.of("java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks");

    private static final Set<Class<?>> MUTABLE_TYPES =
            Set.of(StringBuilder.class, StringBuffer.class, ThreadLocal.class, Date.class, Random.class, Format.class);

    ImmutableValue() {
        super("be final and hold what cannot change");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
            return;
        }
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not final"));
        } else if (isMutable(valueOf(field.reflect()))) {
            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds what can change"));
        }
    }

    private static Object valueOf(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }

    private static boolean isMutable(Object value) {
        if (value == null) {
            return false;
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return Array.getLength(value) > 0;
        }
        if (value instanceof Collection || value instanceof Map) {
            return IMMUTABLE_COLLECTIONS.stream().noneMatch(type.getName()::startsWith);
        }
        return MUTABLE_PACKAGES.contains(type.getPackageName())
                || MUTABLE_TYPES.stream().anyMatch(mutable -> mutable.isInstance(value));
    }
}
