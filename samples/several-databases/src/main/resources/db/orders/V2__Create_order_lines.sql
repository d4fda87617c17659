CREATE TABLE order_lines (
    order_id INT NOT NULL REFERENCES orders,
    article  VARCHAR(20) NOT NULL,
    pieces   INT NOT NULL
);
