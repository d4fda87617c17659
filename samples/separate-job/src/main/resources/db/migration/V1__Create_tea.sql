CREATE TABLE tea (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL,
    minutes integer NOT NULL
);
