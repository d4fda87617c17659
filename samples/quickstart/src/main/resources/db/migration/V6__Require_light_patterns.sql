-- V5, in Java, has filled them: from here on a lighthouse without a pattern is a mistake.
ALTER TABLE lighthouse
    ALTER COLUMN light_colour SET NOT NULL,
    ALTER COLUMN light_pattern_ms SET NOT NULL,
    ADD CONSTRAINT light_pattern_in_pairs CHECK (cardinality(light_pattern_ms) % 2 = 0);
