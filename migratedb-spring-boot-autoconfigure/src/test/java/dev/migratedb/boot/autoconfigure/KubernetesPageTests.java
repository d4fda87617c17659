package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** Fails where {@code docs/kubernetes.md} shows what Kubernetes or the starter would not take. */
class KubernetesPageTests {

    private static final Path PAGE = Path.of("..", "docs", "kubernetes.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> VERSIONS = Map.of("Deployment", "apps/v1", "Job", "batch/v1");

    /** A manifest of the page. */
    record Manifest(Map<String, Object> content) {

        <T> List<T> all(String path) {
            return JsonPath.read(content, path);
        }

        @Override
        public String toString() {
            return content.get("kind") + " with " + environment();
        }

        /** What the containers set, by name. */
        Map<String, Object> environment() {
            Map<String, Object> environment = new LinkedHashMap<>();
            this.<Map<String, String>>all("$..env[*]")
                    .forEach(variable -> environment.put(variable.get("name"), variable.get("value")));
            return environment;
        }
    }

    static Stream<Manifest> manifests() throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            for (Object document : new Yaml().loadAll(block.group(1))) {
                manifests.add(new Manifest(map(document)));
            }
        }
        assertThat(manifests).hasSize(4);
        return manifests.stream();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object document) {
        assertThat(document).isInstanceOf(Map.class);
        return (Map<String, Object>) document;
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void isAManifestOfAKnownKindWithANameAndContainers(Manifest manifest) {
        assertThat(manifest.content().get("apiVersion"))
                .isEqualTo(VERSIONS.get(String.valueOf(manifest.content().get("kind"))));
        assertThat(manifest.<String>all("$..metadata.name")).hasSize(1);
        assertThat(manifest.<Object>all("$.spec.template.spec..[?(@.image)]")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void setsPropertiesThatTheStarterKnows(Manifest manifest) {
        Map<String, Object> environment = manifest.environment();
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));
        MigrateDbProperties properties = new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("migratedb", Bindable.of(MigrateDbProperties.class));
        MigrateDbProperties defaults = new MigrateDbProperties();
        Map<String, Boolean> known = Map.of(
                "MIGRATEDB_COMMAND", properties.getCommand() != null,
                "MIGRATEDB_MODE", properties.getMode() != defaults.getMode(),
                "MIGRATEDB_WAIT_TIMEOUT",
                        !properties
                                .getWait()
                                .getTimeout()
                                .equals(defaults.getWait().getTimeout()));
        assertThat(known.keySet()).containsAll(environment.keySet());
        assertThat(environment.keySet())
                .allSatisfy(name -> assertThat(known.get(name)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void givesAnApplicationTimeToMigrateBeforeItIsTakenForDead(Manifest manifest) {
        List<Object> web = manifest.all("$..containers[?(@.ports)]");
        assertThat(manifest.<Object>all("$..containers[?(@.ports)].startupProbe"))
                .hasSameSizeAs(web);
    }
}
