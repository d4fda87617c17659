CREATE TABLE keeper (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     text NOT NULL UNIQUE,
    hired_on date NOT NULL
);

CREATE TABLE watch (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lighthouse_id integer NOT NULL REFERENCES lighthouse,
    keeper_id     integer NOT NULL REFERENCES keeper,
    night         date NOT NULL,
    ships         integer NOT NULL DEFAULT 0 CHECK (ships >= 0),
    fog           boolean NOT NULL DEFAULT false,
    remark        text NOT NULL DEFAULT '',
    UNIQUE (lighthouse_id, night),
    UNIQUE (keeper_id, night)
);

-- A rule across two tables, which no CHECK can hold. The semicolons in the body end nothing.
CREATE FUNCTION refuse_watch_before_hiring() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    hired date;
BEGIN
    SELECT hired_on INTO hired FROM keeper WHERE id = NEW.keeper_id;
    IF NEW.night < hired THEN
        RAISE EXCEPTION 'keeper % was hired on %, there was no watch on %', NEW.keeper_id, hired, NEW.night
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER watch_after_hiring
    BEFORE INSERT OR UPDATE ON watch
    FOR EACH ROW EXECUTE FUNCTION refuse_watch_before_hiring();

CREATE MATERIALIZED VIEW season AS
SELECT date_trunc('month', night)::date AS month,
       count(*)                         AS watches,
       sum(ships)                       AS ships,
       count(*) FILTER (WHERE fog)      AS foggy_nights
FROM watch
GROUP BY 1;
