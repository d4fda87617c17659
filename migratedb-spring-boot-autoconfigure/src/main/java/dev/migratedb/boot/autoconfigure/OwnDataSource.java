package dev.migratedb.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for migrations only. Who connects is asked each time: a password that was made for an hour is another one at the next
 * run.
 */
final class OwnDataSource extends DelegatingDataSource {

    private final Supplier<Login> login;

    /**
     * Who connects.
     *
     * @param user null if the database wants none
     * @param password null if the database wants none
     */
    record Login(@Nullable String user, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return String.valueOf(user);
        }
    }

    /**
     * Creates it.
     *
     * @param target connects with any user and password, or with none
     */
    OwnDataSource(DataSource target, Supplier<Login> login) {
        super(target);
        this.login = login;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Login current = login.get();
        return obtainTargetDataSource().getConnection(current.user(), current.password());
    }

    Login login() {
        return login.get();
    }
}
