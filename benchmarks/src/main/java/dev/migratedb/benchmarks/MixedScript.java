package dev.migratedb.benchmarks;

import java.util.Random;

/**
 * Makes a script of PostgreSQL as people write it: tables, comments, inserts, functions, blocks, quotes of each kind. The same
 * size gives the same script. Without COPY data, which one of the tools cannot read.
 */
final class MixedScript {

    private static final int SEED = 20261121;

    private static final String[] WORDS = {
        "ship", "order", "customer", "invoice", "amount", "It''s", "Zürich", "paid;", "open", "100 %", "a -- b", "(x)"
    };

    private final Random random = new Random(SEED);
    private int number;

    /** A script that is at least this long, in characters, nearly all of which are one byte. */
    static String ofLength(int length) {
        MixedScript script = new MixedScript();
        StringBuilder text = new StringBuilder(length + 2000);
        while (text.length() < length) {
            script.addStatement(text);
        }
        return text.toString();
    }

    private void addStatement(StringBuilder text) {
        number++;
        switch (random.nextInt(20)) {
            case 0, 1 -> addTable(text);
            case 2 -> addFunction(text);
            case 3 -> addBlock(text);
            case 4 -> addView(text);
            case 5, 6 ->
                text.append("CREATE INDEX idx_%1$d ON orders_%1$d (customer_id, lower(name));\n".formatted(number));
            case 7, 8 ->
                text.append("UPDATE orders SET status = 'DONE', note = E'it\\'s ")
                        .append(words(4))
                        .append("' WHERE id = ")
                        .append(number)
                        .append(" AND amount > 10.50;\n");
            case 9 ->
                text.append("/* %s; */\nDELETE FROM orders WHERE \"odd \"\" name;\" = $tag$it's $$%s$tag$;\n"
                        .formatted(words(6), words(2)));
            default -> addInsert(text);
        }
    }

    private void addTable(StringBuilder text) {
        text.append("\n-- the orders of part ")
                .append(number)
                .append("; see above\nCREATE TABLE orders_")
                .append(number)
                .append(" (\n    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n");
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            text.append("    column_")
                    .append(i)
                    .append(" varchar(200) NOT NULL DEFAULT '")
                    .append(words(2))
                    .append("', -- it's one\n");
        }
        text.append("    created timestamp with time zone NOT NULL DEFAULT now()\n);\n");
    }

    private void addFunction(StringBuilder text) {
        text.append("CREATE OR REPLACE FUNCTION touch_")
                .append(number)
                .append("() RETURNS trigger LANGUAGE plpgsql AS $body$\nBEGIN\n")
                .append("    -- remembers who it was\n    NEW.changed := now();\n")
                .append("    IF NEW.note IS NULL THEN\n        NEW.note := '")
                .append(words(3))
                .append("';\n    END IF;\n    RETURN NEW;\nEND;\n$body$;\n");
    }

    private void addBlock(StringBuilder text) {
        text.append("DO $$\nDECLARE r record;\nBEGIN\n    FOR r IN SELECT id FROM orders WHERE id < ")
                .append(number)
                .append(" LOOP\n        EXECUTE format('ANALYZE %I', r.id);\n    END LOOP;\nEND\n$$;\n");
    }

    private void addView(StringBuilder text) {
        text.append("CREATE VIEW open_orders_")
                .append(number)
                .append(" AS\nSELECT o.id, o.amount::numeric(10, 2), c.name || ', ' || c.city AS place\n")
                .append("  FROM orders o JOIN customer c ON (c.id = o.customer_id AND c.kind = ANY ('{1,2}'::int[]))\n")
                .append(" WHERE o.amount - 5 > 2 * (SELECT avg(amount) FROM orders) / 3;\n");
    }

    private void addInsert(StringBuilder text) {
        text.append("INSERT INTO orders (id, customer_id, name, amount, status, note) VALUES (")
                .append(number)
                .append(", ")
                .append(random.nextInt(100_000))
                .append(", '")
                .append(words(3))
                .append("', ")
                .append(random.nextInt(1000))
                .append(".95, 'OPEN', '")
                .append(words(2 + random.nextInt(12)))
                .append("');\n");
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
