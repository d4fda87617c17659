package dev.migratedb.internal.dialect;

/**
 * YugabyteDB. It is PostgreSQL above a storage of its own, so that catalog and settings are PostgreSQL's. Each DDL statement is
 * a transaction by itself, unless a server is told otherwise; only its late versions have advisory locks.
 */
final class YugabyteDialect extends DistributedPostgres {

    @Override
    public String name() {
        return "YugabyteDB";
    }
}
