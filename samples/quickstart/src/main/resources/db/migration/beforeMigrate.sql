-- Runs before anything else, at every start. When it fails, nothing has been changed.
DO $$
BEGIN
    IF current_setting('server_version_num')::integer < 140000 THEN
        RAISE EXCEPTION 'The lighthouses of the ${coast} need PostgreSQL 14 or later, this is %',
            current_setting('server_version');
    END IF;
END;
$$;
