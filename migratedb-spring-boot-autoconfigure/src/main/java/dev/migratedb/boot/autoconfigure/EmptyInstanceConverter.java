package dev.migratedb.boot.autoconfigure;

import org.springframework.core.convert.converter.Converter;

/** What {@code orders: {}} of YAML comes to: an instance that says nothing of its own is an empty text among the properties. */
final class EmptyInstanceConverter implements Converter<String, InstanceProperties> {

    @Override
    public InstanceProperties convert(String source) {
        if (!source.isBlank()) {
            throw new IllegalArgumentException("An instance has no value, but properties below its name");
        }
        return new InstanceProperties();
    }
}
