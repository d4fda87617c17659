package dev.migratedb.internal.script;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Speaks as much of PostgreSQL's wire protocol as psql needs to send its statements, and executes none of them. Takes one
 * connection.
 */
final class RecordingPostgres implements AutoCloseable {

    private static final int PROTOCOL_3 = 3 << 16;

    private static final Pattern COPY_FROM_STDIN =
            Pattern.compile("copy\\b(?!\\s*\\().*\\bfrom\\s+stdin\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Charset charset;
    private final ServerSocket server;
    private final Thread thread;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final StandardStrings standardStrings = new StandardStrings();
    private volatile IOException failure;

    RecordingPostgres(Charset charset) throws IOException {
        this.charset = charset;
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "recording-postgres");
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Everything that was sent by a client that has ended. */
    List<String> statements() throws IOException, InterruptedException {
        thread.join();
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(statements);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (Socket client = server.accept()) {
            client.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
            startUp(in, out);
            for (int type = in.read(); type >= 0 && type != 'X'; type = in.read()) {
                byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
                if (type != 'Q') {
                    throw new IOException("The client sent an unexpected message " + (char) type);
                }
                answer(new String(body, 0, body.length - 1, charset), in, out);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    private void startUp(DataInputStream in, DataOutputStream out) throws IOException {
        byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
        if (new DataInputStream(new ByteArrayInputStream(body)).readInt() != PROTOCOL_3) {
            throw new IOException("The client asks for encryption");
        }
        message(out, 'R', new byte[Integer.BYTES]);
        status(out, "server_version", "15.0");
        status(out, "client_encoding", charset == StandardCharsets.UTF_8 ? "UTF8" : "SQL_ASCII");
        status(out, "standard_conforming_strings", "on");
        ready(out);
    }

    private void answer(String statement, DataInputStream in, DataOutputStream out) throws IOException {
        statements.add(statement);
        String bare = Judgement.withoutLeadingComments(statement, true).replaceAll("/\\*[^*]*\\*/", " ");
        if (COPY_FROM_STDIN.matcher(bare).matches()) {
            message(out, 'G', new byte[] {0, 0, 0});
            out.flush();
            swallowData(in);
        }
        if (standardStrings.follow(bare)) {
            status(out, "standard_conforming_strings", standardStrings.areOn() ? "on" : "off");
        }
        message(out, 'C', "OK\0".getBytes(StandardCharsets.US_ASCII));
        ready(out);
    }

    private static void swallowData(DataInputStream in) throws IOException {
        for (int type = in.read(); type != 'c' && type != 'f'; type = in.read()) {
            if (type < 0) {
                throw new EOFException("The client left in the middle of data");
            }
            in.skipNBytes(in.readInt() - Integer.BYTES);
        }
        in.skipNBytes(in.readInt() - Integer.BYTES);
    }

    private static void status(DataOutputStream out, String name, String value) throws IOException {
        message(out, 'S', (name + '\0' + value + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    private static void ready(DataOutputStream out) throws IOException {
        message(out, 'Z', new byte[] {'I'});
        out.flush();
    }

    private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
    }

    /** What a server makes of the statements about {@code standard_conforming_strings}, in and out of transactions. */
    private static final class StandardStrings {

        private static final int OPTIONS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
        private static final Pattern SET = Pattern.compile(
                "set\\s+(?:(local|session)\\s+)?standard_conforming_strings\\s*(?:=|\\bto\\b)\\s*'?(\\w+)'?.*",
                OPTIONS);
        private static final Pattern RESET =
                Pattern.compile("(reset\\s+(standard_conforming_strings|all)|discard\\s+all)\\b.*", OPTIONS);
        private static final Pattern BEGIN = Pattern.compile("(begin|start\\s+transaction)\\b.*", OPTIONS);
        private static final Pattern COMMIT = Pattern.compile("(commit|end)\\b(?!\\s+prepared).*", OPTIONS);
        private static final Pattern ROLLBACK =
                Pattern.compile("(rollback|abort)\\b(?!\\s+prepared|(\\s+(work|transaction))?\\s+to\\b).*", OPTIONS);

        private boolean on = true;
        private boolean ofSession = true;
        private boolean atBegin = true;
        private boolean inTransaction;

        /** Whether the value is another one than before. */
        boolean follow(String statement) {
            boolean before = on;
            var set = SET.matcher(statement);
            if (set.matches()) {
                on = !set.group(2).matches("(?i)of|off|0|f|false|n|no");
                ofSession = "local".equalsIgnoreCase(set.group(1)) ? ofSession : on;
            } else if (RESET.matcher(statement).matches()) {
                on = true;
                ofSession = true;
            } else if (BEGIN.matcher(statement).matches()) {
                atBegin = ofSession;
                inTransaction = true;
            } else if (COMMIT.matcher(statement).matches()) {
                on = ofSession;
                inTransaction = false;
            } else if (ROLLBACK.matcher(statement).matches()) {
                ofSession = inTransaction ? atBegin : ofSession;
                on = ofSession;
                inTransaction = false;
            }
            return on != before;
        }

        boolean areOn() {
            return on;
        }
    }
}
