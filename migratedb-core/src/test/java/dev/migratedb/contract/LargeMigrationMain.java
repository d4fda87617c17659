package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Migrates by one script that is made while it is read, and is nowhere as a whole. */
final class LargeMigrationMain {

    private static final String LINE = "x".repeat(990);

    private LargeMigrationMain() {}

    /** Takes URL, user and password of the database, the kind of the script, and its size in thousands of rows of 1 KB. */
    public static void main(String[] arguments) {
        long rows = Long.parseLong(arguments[4]) * 1000;
        boolean copy = arguments[3].equals("copy");
        String begin = "create table t (text text);\n" + (copy ? "copy t from stdin;\n" : "");
        String row = copy ? LINE + "\n" : "insert into t values ('" + LINE + "');\n";
        Resource script = new Made("V1__large.sql", begin, row, rows, copy ? "\\.\n" : "");
        MigrateDb.configure()
                .dataSource(arguments[0], arguments[1], arguments[2])
                .resourceLoader(new OneResource(script))
                .locations("made://scripts")
                .load()
                .migrate();
        System.out.println("migrated");
    }

    private static final class OneResource extends DefaultResourceLoader implements ResourcePatternResolver {

        private final Resource resource;

        OneResource(Resource resource) {
            this.resource = resource;
        }

        @Override
        public Resource getResource(String location) {
            return location.startsWith("made:") ? resource : super.getResource(location);
        }

        @Override
        public Resource[] getResources(String locationPattern) {
            return locationPattern.startsWith("made:") ? new Resource[] {resource} : new Resource[0];
        }
    }

    private static final class Made extends AbstractResource {

        private final String name;
        private final String begin;
        private final String repeated;
        private final long times;
        private final String end;

        Made(String name, String begin, String repeated, long times, String end) {
            this.name = name;
            this.begin = begin;
            this.repeated = repeated;
            this.times = times;
            this.end = end;
        }

        @Override
        public String getDescription() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public URI getURI() {
            return URI.create("made://scripts/" + name);
        }

        @Override
        public long contentLength() {
            return begin.length() + times * repeated.length() + end.length();
        }

        @Override
        public InputStream getInputStream() {
            return new SequenceInputStream(new Enumeration<>() {

                private long next = -1;

                @Override
                public boolean hasMoreElements() {
                    return next <= times;
                }

                @Override
                public InputStream nextElement() {
                    String piece = next < 0 ? begin : next < times ? repeated : end;
                    next++;
                    return new ByteArrayInputStream(piece.getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }
}
