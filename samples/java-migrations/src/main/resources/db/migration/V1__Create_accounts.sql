CREATE TABLE account (
    id integer PRIMARY KEY,
    holder varchar(60) NOT NULL,
    number varchar(20) NOT NULL,
    greeting varchar(80)
);

CREATE TABLE bank_holiday (
    holiday date PRIMARY KEY
);

INSERT INTO account (id, holder, number) VALUES
    (1, 'Ada Lovelace', '532013000'),
    (2, 'Emmy Noether', '648489890'),
    (3, 'Grace Hopper', '120030000');
