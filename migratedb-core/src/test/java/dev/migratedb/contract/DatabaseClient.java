package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A call of a database's own client. Tests that need one which is not installed are skipped. */
final class DatabaseClient {

    private final List<String> command;
    private Map<String, String> environment = Map.of();

    DatabaseClient(String... command) {
        this.command = new ArrayList<>(Arrays.asList(command));
    }

    /** Adds arguments. */
    DatabaseClient with(String... arguments) {
        command.addAll(Arrays.asList(arguments));
        return this;
    }

    /** Adds variables. */
    DatabaseClient environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /**
     * Runs it, which must succeed.
     *
     * @param input what it reads; null for nothing
     */
    void run(@Nullable Path input) throws IOException {
        String program = command.get(0);
        assumeTrue(isOnPath(program), program + " is not installed");
        Path place = Files.createTempDirectory("migratedb-client-");
        File output = place.resolve("output.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        builder.environment().putAll(environment);
        int exit = builder.start().onExit().join().exitValue();
        String said = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        FileSystemUtils.deleteRecursively(place);
        assertThat(exit).as(said).isZero();
    }

    private static boolean isOnPath(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
