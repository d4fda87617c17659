ALTER TABLE lighthouse
    ADD COLUMN light_colour     text CHECK (light_colour IN ('W', 'R', 'G', 'Y')),
    ADD COLUMN light_pattern_ms integer[];

COMMENT ON COLUMN lighthouse.light_pattern_ms IS 'One period in milliseconds, in turn lit and dark, beginning with lit';
