package dev.migratedb.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Sits between a run and its server. Once a number of bytes has passed, counted in both directions, something happens to the
 * connection that sends the next one; other connections pass unharmed.
 */
final class FaultyNetwork implements AutoCloseable {

    /** What happens. */
    enum Harm {
        /** Both sides see the end of what the other one says. */
        END,
        /** Both sides get a reset. */
        RESET,
        /** Nothing passes for a while, then everything does. */
        STALL,
        /** Every byte comes late, and alone. */
        CRAWL,
        /** Nothing passes any more, and nobody is told. */
        SILENCE
    }

    private static final Duration BETWEEN_BYTES = Duration.ofNanos(200_000);

    private final URI server;
    private final Harm harm;
    private final Duration stall;
    private final long harmless;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private long passed;

    /**
     * Starts to listen.
     *
     * @param url of the server, for JDBC and without options
     * @param harmless the number of bytes before the harm
     * @param stall how long a stall takes
     */
    FaultyNetwork(String url, long harmless, Harm harm, Duration stall) {
        this.server = URI.create(url.substring("jdbc:".length()));
        this.harmless = harmless;
        this.harm = harm;
        this.stall = stall;
        try {
            this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        start(this::accept);
    }

    /** The URL of the database by way of this network. */
    String url() {
        return "jdbc:" + server.getScheme() + "://127.0.0.1:" + listener.getLocalPort() + server.getPath();
    }

    /** How many bytes have passed, those included that would have but for the harm. */
    synchronized long passed() {
        return passed;
    }

    /** How many of a number of bytes pass before the harm; all of them if it is not the turn of the harm. */
    private synchronized int harmless(int bytes) {
        long left = harmless - passed;
        passed += bytes;
        return left >= 0 && left < bytes ? (int) left : bytes;
    }

    private void accept() throws IOException {
        while (true) {
            new Link(listener.accept(), new Socket(server.getHost(), server.getPort())).open();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // by either side, or by close(): the end of this thread's work
                        return;
                    }
                },
                "faulty-network");
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }

    /** One connection. */
    private final class Link {

        private final Socket client;
        private final Socket backend;
        private volatile boolean struck;
        private volatile long stalledUntil = System.nanoTime();

        Link(Socket client, Socket backend) {
            this.client = client;
            this.backend = backend;
        }

        void open() {
            sockets.add(client);
            sockets.add(backend);
            start(() -> pass(client, backend));
            start(() -> pass(backend, client));
        }

        private void pass(Socket from, Socket to) throws IOException {
            try (from;
                    to) {
                byte[] buffer = new byte[1 << 14];
                OutputStream out = to.getOutputStream();
                for (int read = from.getInputStream().read(buffer);
                        read >= 0;
                        read = from.getInputStream().read(buffer)) {
                    int before = harmless(read);
                    send(out, buffer, 0, before);
                    if (before < read) {
                        strike();
                        send(out, buffer, before, read);
                    }
                }
            }
        }

        private void strike() throws IOException {
            struck = true;
            switch (harm) {
                case RESET -> {
                    reset(client);
                    reset(backend);
                }
                case END -> {
                    client.close();
                    backend.close();
                }
                case STALL -> stalledUntil = System.nanoTime() + stall.toNanos();
                case CRAWL, SILENCE -> {}
            }
        }

        private static void reset(Socket socket) throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private void send(OutputStream out, byte[] buffer, int from, int to) throws IOException {
            for (long left = stalledUntil - System.nanoTime(); left > 0; left = stalledUntil - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (!struck || harm == Harm.STALL) {
                out.write(buffer, from, to - from);
            } else if (harm == Harm.CRAWL) {
                for (int i = from; i < to; i++) {
                    out.write(buffer[i]);
                    LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
                }
            } else if (harm != Harm.SILENCE) {
                throw new SocketException("The connection was cut by the test");
            }
        }
    }
}
