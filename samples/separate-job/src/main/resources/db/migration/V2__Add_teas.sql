INSERT INTO tea (id, name, minutes) VALUES (1, 'Sencha', 2);
INSERT INTO tea (id, name, minutes) VALUES (2, 'Darjeeling', 3);
INSERT INTO tea (id, name, minutes) VALUES (3, 'Rooibos', 7);
