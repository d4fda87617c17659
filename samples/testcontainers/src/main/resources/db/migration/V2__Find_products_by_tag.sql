CREATE INDEX CONCURRENTLY product_tags ON product USING gin (tags);
