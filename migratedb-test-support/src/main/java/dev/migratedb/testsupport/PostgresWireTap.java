package dev.migratedb.testsupport;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Counts on the wire what a client sends to PostgreSQL: it sits between both and reads the client's messages. So it
 * sees what no proxy of JDBC can see, such as what a driver asks on its own. A message is counted before it is passed
 * on: when a call of JDBC returns, its messages are counted.
 */
public final class PostgresWireTap implements AutoCloseable {

    /** Start-up packets with a higher number than this are requests for encryption or a cancel, not a session. */
    private static final int LARGEST_PROTOCOL = 0x0003_FFFF;

    private final URI server;
    private final ServerSocket listener;
    private final DataSource dataSource;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger roundTrips = new AtomicInteger();

    private PostgresWireTap(FreshDatabase database) throws IOException {
        server = URI.create(database.url().substring("jdbc:".length()));
        listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        String address = listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
        dataSource = PostgresTestDatabase.dataSource(
                "jdbc:postgresql://" + address + server.getPath() + "?sslmode=disable&gssEncMode=disable",
                database.user(),
                database.password());
        start("accept", this::accept);
    }

    /** Starts to listen; the caller closes it, before the database. */
    public static PostgresWireTap on(FreshDatabase database) {
        try {
            return new PostgresWireTap(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpooled; its connections go through this tap. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Sessions that were started. */
    public int connections() {
        return connections.get();
    }

    /** How often a client has told the server that it now waits for the answer. */
    public int roundTrips() {
        return roundTrips.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket backend = new Socket(server.getHost(), server.getPort());
            sockets.add(client);
            sockets.add(backend);
            client.setTcpNoDelay(true);
            backend.setTcpNoDelay(true);
            start("requests", () -> {
                try (client;
                        backend) {
                    passRequests(client.getInputStream(), backend.getOutputStream());
                }
            });
            start("answers", () -> {
                try (client;
                        backend) {
                    backend.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    private void passRequests(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        DataOutputStream out = new DataOutputStream(to);
        passStartup(in, out);
        for (int type = in.read(); type >= 0; type = in.read()) {
            int length = in.readInt();
            byte[] body = in.readNBytes(length - Integer.BYTES);
            if (endsRequest(type, body)) {
                roundTrips.incrementAndGet();
            }
            out.writeByte(type);
            out.writeInt(length);
            out.write(body);
            out.flush();
        }
    }

    /**
     * Simple query, sync, function call: the client waits until the server is ready again. But the driver does not wait
     * after BEGIN.
     */
    private static boolean endsRequest(int type, byte[] body) {
        return switch (type) {
            case 'Q' -> !new String(body, StandardCharsets.UTF_8).startsWith("BEGIN");
            case 'S', 'F' -> true;
            default -> false;
        };
    }

    private void passStartup(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        int protocol = in.readInt();
        if (protocol <= LARGEST_PROTOCOL) {
            connections.incrementAndGet();
        }
        out.writeInt(length);
        out.writeInt(protocol);
        out.write(in.readNBytes(length - 2 * Integer.BYTES));
        out.flush();
    }

    private static void start(String role, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // by the client, by the server or by close(): the end of this thread's work
                        return;
                    }
                },
                "postgres-wire-tap-" + role);
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }
}
