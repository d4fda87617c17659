package dev.migratedb.testsupport;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases of one server of MySQL or MariaDB. */
final class MysqlDatabases {

    /** In which {@code "} quotes identifiers and {@code ||} joins texts, as the SQL of tests has it. */
    private static final String STANDARD_SQL = "?sessionVariables=sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT'";

    private static final String PREFIX = "test_";
    private static final List<String> OF_THE_SERVER =
            List.of("mysql", "sys", "information_schema", "performance_schema");

    private final MysqlServer server;
    private final JdbcClient admin;
    private final AtomicInteger databases = new AtomicInteger();

    MysqlDatabases(MysqlServer server) {
        this.server = server;
        this.admin = JdbcClient.create(new DriverManagerDataSource(server.url(""), MysqlServer.USER, ""));
    }

    FreshDatabase freshDatabase() {
        String database = PREFIX + databases.incrementAndGet();
        admin.sql("create database " + database).update();
        String url = server.url(database);
        return new FreshDatabase(
                url,
                MysqlServer.USER,
                "",
                new DriverManagerDataSource(url, MysqlServer.USER, ""),
                new DriverManagerDataSource(url + STANDARD_SQL, MysqlServer.USER, ""),
                CatalogQueries.MYSQL,
                () -> drop(database));
    }

    /** A schema of a test is a database of its own, which goes with the one that the test began with. */
    private void drop(String database) {
        admin.sql("drop database if exists " + database).update();
        admin.sql("select schema_name from information_schema.schemata").query(String.class).list().stream()
                .filter(schema -> !schema.startsWith(PREFIX) && !OF_THE_SERVER.contains(schema))
                .forEach(schema -> admin.sql("drop database `" + schema + "`").update());
    }
}
