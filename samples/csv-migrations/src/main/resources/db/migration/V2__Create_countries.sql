CREATE TABLE countries (
    code char(2) PRIMARY KEY,
    name varchar(80) NOT NULL,
    continent char(2) NOT NULL REFERENCES continents,
    capital varchar(80),
    population bigint NOT NULL
);
