package dev.migratedb.samples.quickstart.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose rights PostgreSQL runs with: it refuses to be root, as which much is run in containers.
 *
 * @param prefix what to put before a command
 * @param uid who must own the directories that PostgreSQL writes to; negative where that is as it should be
 */
record UnprivilegedAccount(List<String> prefix, int uid) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final int UNCHANGED = -1;

    /** The account of the program's owner, or another one if that is root. */
    static UnprivilegedAccount forOwnerOf(Path program) throws IOException {
        if (!Integer.valueOf(ROOT).equals(Files.getAttribute(program, "unix:uid"))) {
            return new UnprivilegedAccount(List.of(), UNCHANGED);
        }
        // a user namespace without mapping: root outside, nobody inside, no right of root. Containers often forbid it
        List<String> namespace = List.of("unshare", "--user");
        if (canRun(program, namespace)) {
            return new UnprivilegedAccount(namespace, UNCHANGED);
        }
        List<String> nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (canRun(program, nobody)) {
            return new UnprivilegedAccount(nobody, NOBODY);
        }
        throw new PostgresUnavailableException(
                "PostgreSQL refuses to run as root, and neither 'unshare --user' nor 'setpriv' can run " + program
                        + " as somebody else.",
                "Start the quickstart as an ordinary user, or choose a directory that all users can reach:"
                        + " --quickstart.data-directory=/var/tmp/quickstart",
                null);
    }

    /** Hands a file over to the account. */
    void own(Path file) throws IOException {
        if (uid != UNCHANGED) {
            Files.setAttribute(file, "unix:uid", uid);
        }
    }

    private static boolean canRun(Path program, List<String> prefix) {
        try {
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(program.toString(), "--version"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException ex) {
            return false;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
