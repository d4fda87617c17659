-- Runs again whenever this file changes.
CREATE OR REPLACE VIEW coast_overview AS
SELECT l.id,
       l.name,
       l.first_lit,
       l.height_m,
       l.range_nm,
       l.light_character,
       l.light_colour,
       l.light_pattern_ms,
       w.night  AS last_night,
       k.name   AS last_keeper,
       w.remark AS last_remark
FROM lighthouse l
LEFT JOIN LATERAL (
    SELECT * FROM watch WHERE watch.lighthouse_id = l.id ORDER BY night DESC LIMIT 1
) w ON true
LEFT JOIN keeper k ON k.id = w.keeper_id;
