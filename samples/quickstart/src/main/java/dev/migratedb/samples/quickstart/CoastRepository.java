package dev.migratedb.samples.quickstart;

import dev.migratedb.samples.quickstart.light.LightPattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the migrations have built. */
@Repository
class CoastRepository {

    private static final int ENTRIES = 5;

    private final JdbcClient jdbcClient;

    CoastRepository(JdbcClient jdbcClient) {
        this.jdbcClient = jdbcClient;
    }

    List<Lighthouse> lighthouses() {
        return jdbcClient
                .sql("SELECT * FROM coast_overview ORDER BY range_nm DESC, name")
                .query(CoastRepository::lighthouse)
                .list();
    }

    List<Month> season() {
        return jdbcClient
                .sql("SELECT month, watches, ships, foggy_nights FROM season ORDER BY month")
                .query(DataClassRowMapper.newInstance(Month.class))
                .list();
    }

    /** The newest entries, newest first. */
    List<LogbookEntry> logbook() {
        return jdbcClient
                .sql("SELECT written_at, entry FROM logbook ORDER BY id DESC LIMIT :entries")
                .param("entries", ENTRIES)
                .query((row, number) -> new LogbookEntry(
                        row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getString("entry")))
                .list();
    }

    private static Lighthouse lighthouse(ResultSet row, int number) throws SQLException {
        Integer[] pattern = (Integer[]) row.getArray("light_pattern_ms").getArray();
        @Nullable LocalDate lastNight = row.getObject("last_night", LocalDate.class);
        return new Lighthouse(
                row.getInt("id"),
                row.getString("name"),
                row.getInt("first_lit"),
                row.getInt("height_m"),
                row.getInt("range_nm"),
                row.getString("light_character"),
                new LightPattern(row.getString("light_colour"), List.of(pattern)),
                lastNight == null
                        ? null
                        : new Watch(lastNight, row.getString("last_keeper"), row.getString("last_remark")));
    }

    public record Lighthouse(
            int id,
            String name,
            int firstLit,
            int heightM,
            int rangeNm,
            String character,
            LightPattern pattern,
            @Nullable Watch lastWatch) {}

    public record Watch(LocalDate night, String keeper, String remark) {}

    public record Month(LocalDate month, int watches, int ships, int foggyNights) {}

    public record LogbookEntry(Instant writtenAt, String entry) {}
}
