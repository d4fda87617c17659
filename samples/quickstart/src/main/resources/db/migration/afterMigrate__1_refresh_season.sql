-- Runs after every successful run, whether something was to do or not.
REFRESH MATERIALIZED VIEW season;
