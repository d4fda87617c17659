CREATE TABLE lighthouse (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name            text NOT NULL UNIQUE,
    first_lit       integer NOT NULL CHECK (first_lit BETWEEN 1600 AND 2100),
    height_m        integer NOT NULL CHECK (height_m > 0),
    range_nm        integer NOT NULL CHECK (range_nm > 0),
    light_character text NOT NULL
);

COMMENT ON TABLE lighthouse IS 'The lighthouses of the ${coast}';
COMMENT ON COLUMN lighthouse.range_nm IS 'How far the light is seen, in nautical miles';
COMMENT ON COLUMN lighthouse.light_character IS 'In the shorthand of charts: Fl(3) W 15s; three white flashes every 15 seconds';

CREATE TABLE logbook (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    written_at timestamptz NOT NULL DEFAULT now(),
    entry      text NOT NULL
);
