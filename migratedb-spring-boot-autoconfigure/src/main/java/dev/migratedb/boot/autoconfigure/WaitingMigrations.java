package dev.migratedb.boot.autoconfigure;

import dev.migratedb.migration.JavaMigration;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;

/** Finds out, by names only, whether there is something to migrate: no file is read, and no bean is created. */
final class WaitingMigrations {

    /** A script of the operating system, or a class, that has the name of a migration. */
    private static final Pattern NAMED_LIKE_A_MIGRATION =
            Pattern.compile("(R|[VBU]\\d[\\d._]*?)__[^$]*\\.(?i:class|sh|bash|py|ps1|bat|cmd)");

    private final ResourcePatternResolver resolver;

    WaitingMigrations(ResourceLoader resourceLoader) {
        this.resolver = ResourcePatternUtils.getResourcePatternResolver(resourceLoader);
    }

    /** One of the migrations that are beans, in words. */
    Optional<String> bean(ListableBeanFactory beanFactory) {
        return Stream.of(beanFactory.getBeanNamesForType(JavaMigration.class, true, false))
                .findFirst()
                .map(name -> "the Java migration '" + name + "'");
    }

    /** One of the files in a location, in words. */
    Optional<String> file(String location, List<String> sqlSuffixes) {
        try {
            for (Resource resource : resolver.getResources(pattern(location))) {
                String name = resource.getFilename();
                if (name != null && counts(name, sqlSuffixes)) {
                    return Optional.of(resource.getDescription());
                }
            }
            return Optional.empty();
        } catch (IOException ex) {
            // a location that cannot be listed holds nothing that could be told
            return Optional.empty();
        }
    }

    private static boolean counts(String name, List<String> sqlSuffixes) {
        return NAMED_LIKE_A_MIGRATION.matcher(name).matches()
                || sqlSuffixes.stream()
                        .anyMatch(suffix -> name.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT)));
    }

    private static String pattern(String location) {
        String folder = location.trim().replace("{vendor}", "*");
        if (folder.startsWith("filesystem:")) {
            folder = "file:" + folder.substring("filesystem:".length());
        } else if (folder.startsWith("classpath:")) {
            folder = "classpath*:" + folder.substring("classpath:".length());
        } else if (!folder.contains(":")) {
            folder = "classpath*:" + folder;
        }
        return folder.endsWith("/") ? folder + "**/*" : folder + "/**/*";
    }
}
