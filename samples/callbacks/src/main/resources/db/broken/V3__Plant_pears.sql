INSERT INTO tree (id, variety, planted) VALUES (5, 'Williams', 2026);
INSERT INTO tre (id, variety, planted) VALUES (6, 'Conference', 2026);
