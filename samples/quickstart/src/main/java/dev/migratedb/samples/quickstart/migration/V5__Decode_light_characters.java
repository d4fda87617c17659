package dev.migratedb.samples.quickstart.migration;

import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.samples.quickstart.light.LightCharacterDecoder;
import dev.migratedb.samples.quickstart.light.LightPattern;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills the columns that V4 has added, with a decoder that would be hard to write in SQL. Version and description come from
 * the name of the class; the application's own {@link JdbcClient} takes part in the migration's transaction.
 */
@Component
class V5__Decode_light_characters extends BaseJavaMigration {

    private final JdbcClient jdbcClient;
    private final LightCharacterDecoder decoder;

    V5__Decode_light_characters(JdbcClient jdbcClient, LightCharacterDecoder decoder) {
        this.jdbcClient = jdbcClient;
        this.decoder = decoder;
    }

    @Override
    public void migrate(MigrationContext context) {
        List<Shorthand> shorthands = jdbcClient
                .sql("SELECT id, light_character FROM lighthouse ORDER BY id")
                .query(DataClassRowMapper.newInstance(Shorthand.class))
                .list();
        for (Shorthand shorthand : shorthands) {
            LightPattern pattern = decoder.decode(shorthand.lightCharacter());
            jdbcClient
                    .sql("UPDATE lighthouse SET light_colour = :colour, light_pattern_ms = :pattern WHERE id = :id")
                    .param("colour", pattern.colour())
                    .param("pattern", pattern.milliseconds().toArray(Integer[]::new))
                    .param("id", shorthand.id())
                    .update();
        }
    }

    private record Shorthand(int id, String lightCharacter) {}
}
