package dev.migratedb.testsupport;

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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sits between a client and the server of a database, and cuts the connection once, when the client first sends a given text.
 * Connections after that pass unharmed.
 */
public final class CuttingProxy implements AutoCloseable {

    /** When the connection is cut. */
    public enum Moment {
        /** The server never gets what the client sent. */
        BEFORE_IT_ARRIVES,
        /** The server has done it, and its answer is lost. */
        BEFORE_THE_ANSWER
    }

    private final URI server;
    private final String text;
    private final Moment moment;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cut = new AtomicBoolean();

    private CuttingProxy(FreshDatabase database, String text, Moment moment) throws IOException {
        this.server = URI.create(database.url().substring("jdbc:".length()));
        this.text = text;
        this.moment = moment;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Starts to listen; the caller closes it, before the database. */
    public static CuttingProxy on(FreshDatabase database, String text, Moment moment) {
        try {
            return new CuttingProxy(database, text, moment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC URL of the database by way of this proxy. */
    public String url() {
        return "jdbc:" + server.getScheme() + "://127.0.0.1:" + listener.getLocalPort() + server.getPath();
    }

    /** Whether it has cut a connection. */
    public boolean hasCut() {
        return cut.get();
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
            AtomicBoolean doomed = new AtomicBoolean();
            sockets.add(client);
            sockets.add(backend);
            start(() -> pass(client, backend, doomed, true));
            start(() -> pass(backend, client, doomed, false));
        }
    }

    private void pass(Socket from, Socket to, AtomicBoolean doomed, boolean ofClient) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!ofClient && doomed.get()) {
                    return;
                }
                if (ofClient
                        && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(text)
                        && cut.compareAndSet(false, true)) {
                    if (moment == Moment.BEFORE_IT_ARRIVES) {
                        return;
                    }
                    doomed.set(true);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
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
                "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }
}
