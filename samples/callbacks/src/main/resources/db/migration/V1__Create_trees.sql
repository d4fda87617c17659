CREATE TABLE tree (
    id integer PRIMARY KEY,
    variety varchar(40) NOT NULL,
    planted integer NOT NULL
);
