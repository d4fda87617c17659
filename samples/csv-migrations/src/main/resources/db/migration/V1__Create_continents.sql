CREATE TABLE continents (
    code char(2) PRIMARY KEY,
    name varchar(40) NOT NULL
);

INSERT INTO continents (code, name) VALUES
    ('AF', 'Africa'), ('AS', 'Asia'), ('EU', 'Europe'), ('NA', 'North America'), ('OC', 'Oceania'), ('SA', 'South America');
