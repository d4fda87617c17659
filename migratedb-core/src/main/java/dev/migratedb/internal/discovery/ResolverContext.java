package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.internal.script.ScriptSyntaxException;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.RunSettings;
import dev.migratedb.resolver.MigrationResolver;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.io.Resource;

/**
 * What resolvers work with.
 *
 * @param settings of the run
 * @param resources every file of the locations
 * @param encoding of files
 * @param placeholders of the run
 */
public record ResolverContext(
        RunSettings settings, List<Resource> resources, Charset encoding, Placeholders placeholders)
        implements MigrationResolver.Context {

    @Override
    public RunSettings getSettings() {
        return settings;
    }

    @Override
    public List<Resource> getResources(String prefix, String... suffixes) {
        List<String> endings = List.of(suffixes).stream()
                .map(suffix -> suffix.toLowerCase(Locale.ROOT))
                .toList();
        return resources.stream()
                .filter(resource -> filename(resource).startsWith(prefix))
                .filter(resource -> endings.isEmpty()
                        || endings.stream().anyMatch(filename(resource).toLowerCase(Locale.ROOT)::endsWith))
                .toList();
    }

    @Override
    public Charset getEncoding() {
        return encoding;
    }

    @Override
    public String replacePlaceholders(String text, Resource from) {
        try {
            return placeholders.replaceIn(text, from.getDescription(), filename(from));
        } catch (ScriptSyntaxException ex) {
            ScriptProblem problem = ex.problem();
            throw new MigrateDbException(problem.code(), ex.getMessage() + ". " + problem.remedy(), ex);
        }
    }

    private static String filename(Resource resource) {
        return Objects.requireNonNullElse(resource.getFilename(), "");
    }
}
