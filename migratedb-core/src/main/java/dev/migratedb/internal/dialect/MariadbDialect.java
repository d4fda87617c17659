package dev.migratedb.internal.dialect;

/** MariaDB, which differs from MySQL in where it tells about itself. */
final class MariadbDialect extends MysqlDialect {

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    String sessionVariables() {
        return "information_schema.session_variables";
    }

    @Override
    String userVariables() {
        return "information_schema.user_variables";
    }
}
