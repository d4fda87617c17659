-- housekeeping, only after a run that has changed something
DROP TABLE IF EXISTS trees_of_a_variety;
CREATE TABLE trees_of_a_variety AS
SELECT variety, count(*) AS trees FROM tree GROUP BY variety;
