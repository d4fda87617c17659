INSERT INTO tree (id, variety, planted) VALUES
    (1, 'Cox Orange', 1998),
    (2, 'Gravenstein', 1974),
    (3, 'Gravenstein', 2011),
    (4, 'Boskoop', 2003);
