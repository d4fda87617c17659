CREATE VIRTUAL TABLE words USING fts5 (article, text);

INSERT INTO words VALUES ('L-1', 'a lamp for reading'), ('T-7', 'a teapot for four');
