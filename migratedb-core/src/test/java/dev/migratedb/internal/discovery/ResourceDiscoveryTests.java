package dev.migratedb.internal.discovery;

import static dev.migratedb.internal.discovery.FilesInTests.SQL;
import static dev.migratedb.internal.discovery.FilesInTests.discover;
import static dev.migratedb.internal.discovery.FilesInTests.scripts;
import static dev.migratedb.internal.discovery.FilesInTests.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.migration.ErrorCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

class ResourceDiscoveryTests {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsWhateverTheResourceLoaderKnows(boolean withUri) throws IOException {
        Store store = new Store(withUri)
                .with("sql/V1__x.sql", SQL)
                .with("sql/a b/R__y.sql", SQL)
                .with("sql/V1__x.sql.conf", "executeInTransaction=false")
                .with("sql/.old/V2__x.sql", SQL);

        Discovered discovered = discover(settings(store, "mem://bucket/sql/"));

        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings()).isEmpty();
        assertThat(scripts(discovered)).containsExactly("V1__x.sql", "a b/R__y.sql");
        assertThat(discovered.migrations().get(0).file().options()).isEqualTo(new ScriptOptions(false, null));
        assertThat(discovered.migrations().get(1).file().location()).isEqualTo("mem://bucket/sql/a b/R__y.sql");
        try (InputStream content =
                discovered.migrations().get(0).file().content().open()) {
            assertThat(content).hasContent(SQL);
        }
    }

    @Test
    void selectsByWildcards() {
        Store store = new Store(true).with("a/sql/V1__x.sql", SQL).with("a/V2__x.sql", SQL);

        assertThat(scripts(discover(settings(store, "mem://bucket/*/sql")))).containsExactly("a/sql/V1__x.sql");
    }

    @Test
    void warnsOfAMissingLocation() {
        assertThat(discover(settings(new Store(true), "mem://bucket/sql")).warnings())
                .containsExactly(
                        "Location 'mem://bucket/sql' in 'migratedb.locations' does not exist: there is nothing at"
                                + " mem://bucket/sql/. Create it, or correct the setting.");
        assertThat(discover(settings(new Store(true), "mem://forbidden/sql")).warnings())
                .singleElement()
                .asString()
                .contains("there is nothing at mem://forbidden/sql/ (no such bucket)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket/sql", "s3:bucket/sql"})
    void failsForAProtocolThatTheResourceLoaderDoesNotKnow(String location) {
        assertThat(discover(settings(location)).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(problem.message())
                    .isEqualTo("Location '" + location + "' cannot be read: nothing here knows the protocol 's3:'.");
            assertThat(problem.remedy()).contains("'migratedb.locations'", "ResourceLoader");
        });
    }

    /** A store of objects, as libraries for clouds add them. Resources tell either their URI or only the whole key. */
    private static final class Store extends DefaultResourceLoader implements ResourcePatternResolver {

        private static final String ROOT = "mem://bucket/";

        private final Map<String, String> objects = new TreeMap<>();
        private final boolean withUri;

        Store(boolean withUri) {
            this.withUri = withUri;
        }

        Store with(String key, String content) {
            objects.put(key, content);
            return this;
        }

        @Override
        public Resource getResource(String location) {
            return new StoredObject(location.substring(ROOT.length()), null, withUri);
        }

        @Override
        public Resource[] getResources(String pattern) throws IOException {
            if (!pattern.startsWith(ROOT)) {
                throw new FileNotFoundException("no such bucket");
            }
            assertThat(pattern).endsWith("/**/*");
            String prefix = pattern.substring(ROOT.length(), pattern.length() - "**/*".length());
            return objects.entrySet().stream()
                    .filter(object -> object.getKey().startsWith(prefix) || prefix.equals("/"))
                    .map(object -> new StoredObject(object.getKey(), object.getValue(), withUri))
                    .toArray(Resource[]::new);
        }
    }

    private static final class StoredObject extends ByteArrayResource {

        private final String key;
        private final boolean exists;
        private final boolean withUri;

        StoredObject(String key, @Nullable String content, boolean withUri) {
            super((content == null ? "" : content).getBytes(StandardCharsets.UTF_8));
            this.key = key;
            this.exists = content != null;
            this.withUri = withUri;
        }

        @Override
        public boolean exists() {
            return exists;
        }

        @Override
        public String getFilename() {
            return key;
        }

        @Override
        public URI getURI() throws IOException {
            if (!withUri) {
                throw new FileNotFoundException("no URI");
            }
            return URI.create(Store.ROOT + key.replace(" ", "%20"));
        }
    }
}
