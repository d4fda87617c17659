package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

@OnMysql
class MysqlSessionTests extends SessionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    List<String> settings() {
        return List.of(
                "set sql_mode = 'ANSI_QUOTES', foreign_key_checks = 0, unique_checks = 0, time_zone = '+03:00'",
                "set session transaction isolation level serializable",
                "set names utf8mb4 collate utf8mb4_bin",
                "set @left_over = 'here'",
                "create database if not exists elsewhere",
                "use elsewhere",
                "create table if not exists elsewhere.locked (id int)",
                "lock tables elsewhere.locked write");
    }

    @Override
    String query() {
        return "select concat_ws(' ', @@sql_mode, @@foreign_key_checks, @@unique_checks, @@time_zone, @@transaction_isolation,"
                + " @@character_set_client, @@character_set_results, @@collation_connection, coalesce(@left_over, '-'), schema())";
    }
}
