CREATE TABLE product (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    tags text[] NOT NULL DEFAULT '{}'
);
