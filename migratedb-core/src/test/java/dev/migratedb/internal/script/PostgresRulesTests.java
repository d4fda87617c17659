package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.internal.script.SqlStatement.TransactionRule;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create database d",
                "drop database if exists d",
                "create tablespace s location '/x'",
                "drop tablespace s",
                "create subscription s connection 'x' publication p",
                "create subscription s connection 'x' publication p, q with (copy_data = false)",
                "drop subscription s",
                "alter subscription s refresh publication",
                "alter subscription s refresh publication with (copy_data = false)",
                "alter subscription s set publication p",
                "alter subscription s add publication p with (copy_data = true)",
                "alter subscription s drop publication p",
                "alter subscription s set (failover = true)",
                "alter system set work_mem = '1MB'",
                "alter database d set tablespace s",
                "create index concurrently i on t (a)",
                "create unique index concurrently if not exists i on t (a)",
                "/* x */ create -- y\n index /* z */ concurrently i on t (a)",
                "drop index concurrently i",
                "reindex schema s",
                "reindex database d",
                "reindex system d",
                "reindex (verbose) database d",
                "reindex verbose schema s",
                "reindex (verbose, tablespace s) schema s",
                "reindex table concurrently t",
                "reindex index concurrently i",
                "reindex (verbose) table concurrently t",
                "reindex (concurrently) table t",
                "reindex (verbose, concurrently true) index i",
                "vacuum",
                "vacuum full analyze t",
                "vacuum (verbose) t",
                "cluster",
                "cluster verbose",
                "cluster (verbose)",
                "discard all",
                "alter table a.b detach partition a.c concurrently",
                "alter table if exists only \"a\".\"b\" detach partition c concurrently",
                "commit prepared 'x'",
                "rollback prepared 'x'",
            })
    void refuseATransaction(String statement) {
        assertRule(statement, TransactionRule.REFUSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "begin isolation level serializable",
                "start transaction",
                "commit",
                "commit and chain",
                "commit work and no chain",
                "end",
                "end transaction",
                "abort",
                "rollback",
                "rollback work",
                "rollback and chain",
                "prepare transaction 'x'",
            })
    void controlTheTransaction(String statement) {
        assertRule(statement, TransactionRule.CONTROLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path = a, b",
                "set session search_path to a",
                "set role x",
                "set session authorization x",
                "set session characteristics as transaction isolation level serializable",
                "set time zone 'UTC'",
                "reset all",
                "reset role",
                "show search_path",
            })
    void areNeutral(String statement) {
        assertRule(statement, TransactionRule.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "(select 1)",
                "comment on table t is 'vacuum'",
                "comment on database d is 'x'",
                "create table \"database\" (a int)",
                "create index i on t (a)",
                "create index \"concurrently\" on t (a)",
                "drop index i",
                "drop table t",
                "create schema concurrently",
                "alter type t add value 'x'",
                "refresh materialized view concurrently v",
                "reindex table t",
                "reindex index i",
                "reindex (concurrently false) table t",
                "cluster t",
                "cluster verbose t using i",
                "cluster (verbose) t",
                "discard plans",
                "analyze t",
                "alter table a detach partition b",
                "alter table a detach partition b finalize",
                "alter table t add column concurrently int",
                "alter database d rename to e",
                "alter database d set work_mem = '1MB'",
                "create subscription s connection 'x' publication p with (connect = false)",
                "create subscription s connection 'x' publication p with (slot_name = none, create_slot = false)",
                "alter subscription s set publication p with (refresh = false)",
                "alter subscription s disable",
                "savepoint s",
                "release savepoint s",
                "rollback to s",
                "rollback work to savepoint s",
                "rollback transaction to s",
                "set local search_path = a",
                "set transaction isolation level serializable",
                "set constraints all deferred",
                "prepare p as select 1",
                "select * from vacuum",
                "explain vacuum",
                "copy t from stdin",
                "call p_that_commits()",
                "do $$begin commit; end$$",
                "\"vacuum\"",
                "$$vacuum$$",
            })
    void areOrdinary(String statement) {
        assertRule(statement, TransactionRule.ORDINARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path = a",
                "set session authorization x",
                "set session characteristics as transaction read only",
                "reset all",
                "discard all",
                "discard temp",
                "select set_config('search_path', '', false)",
                "SELECT pg_catalog.SET_CONFIG('search_path', '', false)",
                "select 1, (select 2 where set_config('a.b', 'c', true) is null)",
                "insert into t values (set_config('a', 'b', false))",
            })
    void changeTheSession(String statement) {
        assertThat(Scripts.postgres(statement).only().changesSession()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local search_path = a",
                "set transaction read only",
                "set constraints all deferred",
                "show search_path",
                "select 'set_config'",
                "select \"set_config\"",
                "select 1 -- set_config\n",
                "select 1 /* set_config */",
                "select my_set_config()",
                "do $$begin perform set_config('a', 'b', false); end$$",
                "update t set a = 1",
                "alter role x set search_path = a",
            })
    void doNotChangeTheSession(String statement) {
        assertThat(Scripts.postgres(statement).only().changesSession()).isFalse();
    }

    @Test
    void areDecidedForEachStatementAnew() {
        assertThat(Scripts.postgres("vacuum; select 1; commit; select set_config('a', 'b', false); select 2;")
                        .pieces())
                .extracting(Scripts.Piece::rule, Scripts.Piece::changesSession)
                .containsExactly(
                        tuple(TransactionRule.REFUSES, false),
                        tuple(TransactionRule.ORDINARY, false),
                        tuple(TransactionRule.CONTROLS, false),
                        tuple(TransactionRule.ORDINARY, true),
                        tuple(TransactionRule.ORDINARY, false));
    }

    private static void assertRule(String statement, TransactionRule rule) {
        assertThat(Scripts.postgres(statement).only().rule()).isEqualTo(rule);
        assertThat(Scripts.postgres(statement + " ;").only().rule()).isEqualTo(rule);
        if (statement.indexOf('"') < 0) {
            assertThat(Scripts.postgres(statement.toUpperCase(Locale.ROOT))
                            .only()
                            .rule())
                    .isEqualTo(rule);
        }
    }
}
