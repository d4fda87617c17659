package dev.migratedb.internal.script;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks as much of the wire protocol of MySQL and MariaDB as a client needs to send its statements, and executes none of them.
 * Takes one connection.
 */
final class RecordingMariaDb implements AutoCloseable {

    private static final int QUIT = 1;
    private static final int QUERY = 3;

    /** Protocol 4.1 with transactions, a scramble of 20 bytes and named ways to authenticate. */
    private static final int CAPABILITIES = 0x0008_A201;

    private static final byte[] OK = {0, 0, 0, 2, 0, 0, 0};

    private final Charset charset;
    private final ServerSocket server;
    private final Thread thread;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile IOException failure;

    RecordingMariaDb(Charset charset) throws IOException {
        this.charset = charset;
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "recording-mariadb");
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
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            send(out, 0, greeting());
            read(in);
            send(out, 2, OK);
            for (byte[] packet = read(in); packet[0] != QUIT; packet = read(in)) {
                if (packet[0] == QUERY) {
                    statements.add(new String(packet, 1, packet.length - 1, charset));
                }
                send(out, 1, OK);
            }
        } catch (EOFException e) {
            // it has left without a word
        } catch (IOException e) {
            failure = e;
        }
    }

    private static byte[] greeting() {
        ByteArrayOutputStream greeting = new ByteArrayOutputStream();
        greeting.write(10);
        greeting.writeBytes("5.5.5-10.11.0-MariaDB\0".getBytes(StandardCharsets.US_ASCII));
        greeting.writeBytes(new byte[] {1, 0, 0, 0});
        greeting.writeBytes("12345678\0".getBytes(StandardCharsets.US_ASCII));
        greeting.write(CAPABILITIES & 0xFF);
        greeting.write(CAPABILITIES >> 8 & 0xFF);
        greeting.write(45);
        greeting.writeBytes(new byte[] {2, 0});
        greeting.write(CAPABILITIES >> 16 & 0xFF);
        greeting.write(CAPABILITIES >> 24 & 0xFF);
        greeting.write(21);
        greeting.writeBytes(new byte[10]);
        greeting.writeBytes("123456789012\0mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
        return greeting.toByteArray();
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
        in.readByte();
        byte[] packet = new byte[length];
        in.readFully(packet);
        return packet;
    }

    private static void send(OutputStream out, int number, byte[] packet) throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.write(packet.length & 0xFF);
        framed.write(packet.length >> 8 & 0xFF);
        framed.write(packet.length >> 16 & 0xFF);
        framed.write(number);
        framed.writeBytes(packet);
        out.write(framed.toByteArray());
        out.flush();
    }
}
