package dev.migratedb.internal.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens connections, but does not wait for long where a pool has none to spare: others may wait for the next one, too. */
final class ImpatientSource implements ConnectionSource, AutoCloseable {

    private final ConnectionSource source;
    private final Duration patience;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<Connection> opening;

    ImpatientSource(ConnectionSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    @Override
    public Connection open() throws SQLException {
        CompletableFuture<Connection> opened = new CompletableFuture<>();
        Thread thread = new Thread(() -> open(opened), "migratedb-spare");
        thread.setDaemon(true);
        opening = opened;
        if (closed) {
            throw tooLate(null);
        }
        thread.start();
        try {
            return opened.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException ex) {
            throw new SQLException(ex.getCause());
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return abandon(opened, thread, ex);
        } catch (TimeoutException | CancellationException ex) {
            return abandon(opened, thread, ex);
        }
    }

    private void open(CompletableFuture<Connection> opened) {
        try {
            Connection connection = source.open();
            if (!opened.complete(connection)) {
                SpareConnection.close(connection);
            }
        } catch (SQLException | RuntimeException | Error ex) {
            opened.completeExceptionally(ex);
        }
    }

    /** It may have come at this very moment. */
    private static Connection abandon(CompletableFuture<Connection> opened, Thread thread, Exception cause)
            throws SQLException {
        if (!opened.cancel(false) && !opened.isCompletedExceptionally()) {
            return opened.join();
        }
        thread.interrupt();
        throw tooLate(cause);
    }

    private static SQLException tooLate(@Nullable Exception cause) {
        return new SQLTransientConnectionException("No connection in time", cause);
    }

    /** Has whoever waits for a connection wait no more. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<Connection> opened = opening;
        if (opened != null) {
            opened.cancel(false);
        }
    }
}
