CREATE TABLE articles (
    number VARCHAR(20) PRIMARY KEY,
    name   VARCHAR(100) NOT NULL,
    pieces INT NOT NULL
);

INSERT INTO articles VALUES ('L-1', 'Lamp', 12), ('T-7', 'Teapot', 3);
