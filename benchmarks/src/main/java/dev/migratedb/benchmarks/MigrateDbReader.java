package dev.migratedb.benchmarks;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptChecker;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.SqlSyntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** MigrateDB: decodes, computes the checksum, replaces placeholders, splits, locates and classifies, in one pass. */
final class MigrateDbReader implements SqlReader {

    private final ScriptFile file;

    MigrateDbReader(String script) {
        byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
        this.file = new ScriptFile(
                "V1__mixed.sql",
                "V1__mixed.sql",
                StandardCharsets.UTF_8,
                ScriptOptions.NONE,
                bytes.length,
                LineChecksum.of(script),
                () -> new ByteArrayInputStream(bytes));
    }

    @Override
    public String name() {
        return "MigrateDB";
    }

    @Override
    public int read() {
        Placeholders placeholders = new Placeholders(PlaceholderSettings.DEFAULT, name -> null);
        return new ScriptChecker(SqlSyntax.POSTGRESQL, placeholders).check(file).statementCount();
    }
}
