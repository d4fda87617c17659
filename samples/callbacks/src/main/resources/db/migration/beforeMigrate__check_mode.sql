-- a gatekeeper: if this fails, nothing is migrated
SELECT 1 / CASE WHEN setting_value = 'REGULAR' THEN 1 ELSE 0 END AS is_in_regular_mode
FROM information_schema.settings
WHERE setting_name = 'MODE';
