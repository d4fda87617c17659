package dev.migratedb.internal.dialect;

import java.util.Optional;

/** MariaDB, which differs from MySQL in where it tells about itself. */
final class MariadbDialect extends MysqlDialect {

    private final StatementBlock block = new MariadbBlock();
    private final TableLocks tableLocks = new MysqlTableLocks(false);

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

    @Override
    public Optional<TableLocks> tableLocks() {
        return Optional.of(tableLocks);
    }

    @Override
    public Optional<StatementBlock> statementBlock() {
        return Optional.of(block);
    }
}
