package dev.migratedb.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own that migrates, once it is told to. */
final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        Worker.Orders orders = Worker.Orders.of(arguments);
        DataSource database = new DriverManagerDataSource(orders.url(), orders.user(), orders.password());
        DataSource dataSource = orders.intervention() == null
                ? database
                : FaultyDataSource.around(database, intervention(orders.intervention()));
        Engine.Pace pace = orders.url().startsWith("jdbc:h2:file:") ? Engine.Pace.WITHOUT_SERVER : Engine.Pace.PATIENT;
        tell(Worker.READY);
        awaitWord();
        try {
            tell("applied " + orders.engine().migrate(dataSource, Path.of(orders.scripts()), pace));
        } catch (RuntimeException ex) {
            tell(Worker.FAILED + String.valueOf(ex.getMessage()).replaceAll("\\s+", " "));
            ex.printStackTrace();
            System.exit(1);
        }
    }

    /** {@code halt BEFORE 17} or {@code park BEFORE_COMMIT 3}. */
    private static Intervention intervention(String text) {
        String[] words = text.split(" ");
        return words[0].equals("halt")
                ? Fault.halt(Integer.parseInt(words[2]), Side.valueOf(words[1]))
                : StopPoint.valueOf(words[1]).inScript(Integer.parseInt(words[2]), WorkerMain::park);
    }

    private static void park() {
        tell(Worker.PARKED);
        try {
            awaitWord();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void awaitWord() throws IOException {
        int read;
        do {
            read = System.in.read();
        } while (read >= 0 && read != '\n');
    }
}
