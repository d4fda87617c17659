package dev.migratedb.internal.script;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database's own command line client, as the judge of where its statements end. */
interface SqlClient {

    /** What a client made of a script. */
    record Answer(List<String> statements, String complaints) {}

    /** What is missing, where it cannot be asked; empty where it can. */
    String missing();

    /** Has the client read a script, on a server that only writes down what is sent. */
    Answer read(Path script, Charset charset) throws IOException, InterruptedException;

    /** The first number of a version that a program tells; 0 where there is no such program. */
    static int majorVersion(String program, Pattern version) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = version.matcher(told);
            return process.waitFor() == 0 && matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Runs a program to its end and returns what it has written, errors included. */
    static String run(Path input, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("client", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.waitFor();
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } finally {
            Files.delete(output);
        }
    }
}
