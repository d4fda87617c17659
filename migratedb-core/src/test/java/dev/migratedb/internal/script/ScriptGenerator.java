package dev.migratedb.internal.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes scripts of one database out of statements that it knows: random nesting of quotes, comments, dollar quotes, parentheses,
 * blocks and delimiters, each with what would end the statement elsewhere.
 */
final class ScriptGenerator {

    /**
     * A script.
     *
     * @param text the whole of it
     * @param statements as they are to be read; more often than once where the script says so
     */
    record Script(String text, List<String> statements) {}

    /**
     * A script with one mistake.
     *
     * @param text the whole of it
     * @param offset where the mistake begins
     */
    record Wrong(String text, int offset) {}

    private static final String[] HIDDEN = {
        ";",
        "x",
        " ",
        "\n",
        "\r\n",
        "--",
        "(",
        ")",
        "begin",
        "end",
        "'",
        "\"",
        "`",
        "[",
        "]",
        "$",
        "$$",
        "/",
        "*",
        "/*",
        "#",
        "\ngo\n",
        "\n/\n",
        "\ndelimiter x\n",
        "é",
        "//",
        "case",
        "!"
    };

    private final SqlSyntax syntax;
    private final Random random;
    private String delimiter = ";";

    ScriptGenerator(SqlSyntax syntax, long seed) {
        this.syntax = syntax;
        this.random = new Random(seed);
    }

    Script script() {
        delimiter = ";";
        StringBuilder script = new StringBuilder(pick("", " ", "\n", "\r\n\t", "\uFEFF"));
        List<String> statements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            script.append(pick("", " ", "\n", "\r\n\t"));
            add(script, statements);
        }
        return new Script(
                script.append(pick("", " ", "\n", " -- end", "/* end */")).toString(), statements);
    }

    /** Puts pieces together again, so that each is one statement. */
    String joined(List<String> pieces) {
        return switch (syntax.delimiterLine()) {
            case GO -> String.join("\nGO\n", pieces);
            case SLASH -> String.join("\n/\n", pieces);
            case DELIMITER -> "DELIMITER §§\n" + String.join("§§", pieces);
            case NONE -> String.join(";", pieces);
        };
    }

    /** A parenthesis that nothing closes, or that closes nothing, with whole statements around it. */
    Wrong withWrongParenthesis() {
        delimiter = ";";
        StringBuilder script = new StringBuilder();
        List<String> ignored = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            add(script, ignored);
            script.append('\n');
        }
        if (!delimiter.equals(";")) {
            script.append("\ndelimiter ;\n");
            delimiter = ";";
        }
        script.append("select ").append(elements(1));
        int offset = script.length();
        script.append(pick("(", ")")).append(' ').append(elements(1)).append(end());
        for (int i = random.nextInt(3); i > 0; i--) {
            add(script, ignored);
        }
        return new Wrong(script.toString(), offset);
    }

    /** Something that never ends, behind whole statements. */
    Wrong withoutEnd() {
        delimiter = ";";
        StringBuilder script = new StringBuilder();
        List<String> ignored = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            add(script, ignored);
            script.append(pick("\n", "\r\n", " \n"));
        }
        String opening = pick(openings());
        int marked = opening.indexOf('^');
        int offset = script.length() + marked;
        script.append(opening.replace("^", ""));
        return new Wrong(script.append(pick(" x ; y", "\n;\n", " -x\n")).toString(), offset);
    }

    private String[] openings() {
        List<String> openings =
                new ArrayList<>(List.of("select ^'", "select 1, ^'a''", "select ^\"", "select ^/* '", "select ^("));
        if (is(SqlSyntax.POSTGRESQL)) {
            Collections.addAll(
                    openings,
                    "select ^$$ $a$",
                    "select ^$a$ $$",
                    "select ^E'\\'",
                    "create function f() ^begin atomic select case when 1 = 1 then 2 end; ");
        } else if (is(SqlSyntax.MYSQL)) {
            Collections.addAll(
                    openings,
                    "select ^'\\'",
                    "select ^`\\",
                    "^/*!40101 select",
                    "create procedure p() ^begin if a then b; end if;",
                    "create procedure p() ^begin begin end;",
                    "^begin not atomic select 1;",
                    "create trigger t before insert on a for each row ^if a then b;");
        } else if (is(SqlSyntax.HSQLDB)) {
            Collections.addAll(openings, "create procedure p() ^begin atomic while a do set b = 1; end while;");
        } else if (is(SqlSyntax.SQLITE)) {
            Collections.addAll(
                    openings,
                    "select ^[ '",
                    "select ^`",
                    "create trigger t after insert on a ^begin select case when 1 then 2 end;");
        } else if (is(SqlSyntax.SQLSERVER)) {
            Collections.addAll(openings, "select ^[ ]]", "select ^/* /* */");
        } else if (is(SqlSyntax.ORACLE)) {
            Collections.addAll(
                    openings,
                    "select ^q'[ ]",
                    "select ^nq'! '",
                    "^begin begin null; end;",
                    "^create procedure p is begin null");
        } else {
            Collections.addAll(openings, "select ^`", "select ^$$ $a$");
        }
        return openings.toArray(String[]::new);
    }

    private void add(StringBuilder script, List<String> statements) {
        if (syntax.delimiterLine() == SqlSyntax.DelimiterLine.DELIMITER && random.nextInt(4) == 0) {
            delimiter = pick(";", "//", "$$", ";;", "|", "§");
            script.append(pick("\nDELIMITER ", "\n  delimiter\t"))
                    .append(delimiter)
                    .append(pick("\n", " \r\n", " -- x\n"));
        }
        boolean unit = random.nextInt(4) == 0;
        String statement = unit ? program() : statement();
        script.append(statement);
        int count = 1;
        if (syntax.delimiterLine() == SqlSyntax.DelimiterLine.GO && random.nextInt(4) == 0) {
            count = 1 + random.nextInt(3);
            script.append("\n  go ").append(count).append(pick("\n", "\r\n"));
        } else if (syntax.delimiterLine() == SqlSyntax.DelimiterLine.SLASH && (unit || random.nextInt(3) == 0)) {
            script.append(pick("\n/\n", "\r\n / \r\n", "\n/\n/\n"));
        } else {
            script.append(pick("", " ", "\n", "\r\n")).append(end());
        }
        for (int i = 0; i < count; i++) {
            statements.add(statement);
        }
    }

    private String end() {
        return syntax.delimiterLine() == SqlSyntax.DelimiterLine.GO ? pick("\nGO\n", "\n\tGo \n") : delimiter;
    }

    private String statement() {
        return pick("select ", "/* ; */ insert ", "-- ;\nupdate ", "CREATE VIEW v AS ", "begin x ")
                        .replace("begin x", is(SqlSyntax.ORACLE) ? "delete" : "begin x")
                + elements(3) + "z";
    }

    private String elements(int depth) {
        StringBuilder elements = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            elements.append(element(depth)).append(pick(" ", "\n", ", ", " + ", "\r\n"));
        }
        return elements.toString();
    }

    private String element(int depth) {
        return switch (random.nextInt(10)) {
            case 0 -> string();
            case 1 -> "\"" + hidden("\"", is(SqlSyntax.MYSQL) ? "\\\"" : "\"\"") + "\"";
            case 2 -> lineComment();
            case 3 ->
                "/* " + blockComment() + (syntax.nestsComments() && random.nextBoolean() ? " /* ; */" : "") + " */";
            case 4 -> depth == 0 ? "(;)" : "(" + elements(depth - 1) + pick("", ";") + ")";
            case 5 ->
                pick("a", "b_1", "1.5", "é", "8 / 2 - 1", "a*b", "if", "repeat", "case", "end", "for", "loop", "goto");
            case 6 -> pick("x", "=", "'x'", "\"y\"", "then", "else", "do", "delimiters", "atomic", "go_1", "go.x");
            case 7 -> syntax.delimiterLine() == SqlSyntax.DelimiterLine.GO ? ";" : "x";
            default -> special(depth);
        };
    }

    private String special(int depth) {
        if (is(SqlSyntax.POSTGRESQL)) {
            return switch (random.nextInt(5)) {
                case 0 -> "E'" + hidden("'", "\\'") + "\\\\'";
                case 1 -> "$tag$" + hidden("$", "$$ $ta$ $tagg$") + "$tag$";
                case 2 -> "$$" + hidden("$", "x").replace("$$", "") + "$$";
                case 3 -> pick("c$$", "$1", "[1]");
                default -> "$_é1$" + hidden("$", "$1") + "$_é1$";
            };
        }
        if (is(SqlSyntax.MYSQL)) {
            return switch (random.nextInt(4)) {
                case 0 -> "`" + hidden("`", "``") + "`";
                case 1 -> depth == 0 ? "5--1" : "/*!" + pick("", "40101 ", "50003") + " " + elements(depth - 1) + "*/";
                case 2 -> "5--1";
                default -> "#" + line() + "\n";
            };
        }
        if (is(SqlSyntax.ORACLE)) {
            return switch (random.nextInt(3)) {
                case 0 -> "q'[" + hidden("]", "x").replace("]'", "]") + " ]'";
                case 1 -> "NQ'!" + hidden("!", "x") + " !'";
                default -> "a$b#c";
            };
        }
        if (is(SqlSyntax.SQLSERVER)) {
            return "[" + hidden("]", "]]") + "]";
        }
        if (is(SqlSyntax.SQLITE)) {
            return random.nextBoolean() ? "[" + hidden("]", "x") + "]" : "`" + hidden("`", "``") + "`";
        }
        if (is(SqlSyntax.H2)) {
            return random.nextBoolean() ? "$$" + hidden("$", "x").replace("$$", "") + "$$" : "//" + line() + "\n";
        }
        return "x$y";
    }

    private String program() {
        if (is(SqlSyntax.POSTGRESQL)) {
            return "create or replace function f() begin atomic select case when 1 = 1 then 2 end; select " + string()
                    + "; end";
        }
        if (is(SqlSyntax.MYSQL) || is(SqlSyntax.HSQLDB)) {
            return pick(
                            "create procedure p() ",
                            "create trigger t before insert on a for each row ",
                            "create function f() returns int ")
                    + block(3);
        }
        if (is(SqlSyntax.SQLITE)) {
            return "create trigger t after insert on a begin update a set b = " + string()
                    + "; select case when 1 then " + string() + " end; end";
        }
        if (is(SqlSyntax.ORACLE)) {
            return pick(
                            "create or replace procedure p is x int; ",
                            "declare x int; ",
                            "",
                            "create trigger t before insert on a ")
                    + plSql(3) + ";";
        }
        return statement();
    }

    private String block(int depth) {
        return (is(SqlSyntax.HSQLDB) ? "begin atomic " : "begin ") + body(depth) + "end";
    }

    private String body(int depth) {
        StringBuilder body = new StringBuilder();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            body.append(inBody(depth)).append(pick(";", " ;\n", "; /* end; */ "));
        }
        return body.toString();
    }

    private String inBody(int depth) {
        if (depth == 0) {
            return pick(
                    "select " + string(),
                    "set x = case when a then 1 else 2 end",
                    "insert into t values (repeat('x', 3), if(a, b, c))",
                    "drop table if exists t",
                    "select case a when 1 then 2 end from t for update");
        }
        return switch (random.nextInt(7)) {
            case 0 -> block(depth - 1);
            case 1 -> "if a = case when 1 then 2 end then " + body(depth - 1) + "else " + body(depth - 1) + "end if";
            case 2 -> "case a when 1 then " + body(depth - 1) + "end case";
            case 3 -> "l: while a do " + body(depth - 1) + "end while l";
            case 4 -> "loop " + body(depth - 1) + "end loop";
            case 5 -> "repeat " + body(depth - 1) + "until a end repeat";
            default -> inBody(0);
        };
    }

    private String plSql(int depth) {
        StringBuilder block = new StringBuilder("begin ");
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            block.append(
                            switch (depth == 0 ? 0 : random.nextInt(5)) {
                                case 0 -> "select " + string() + " into x from dual";
                                case 1 -> plSql(depth - 1);
                                case 2 -> "if a then b; end if; for i in 1 .. 2 loop c; end loop";
                                case 3 -> "x := case when a then b end; case a when 1 then c; end case";
                                default -> "declare y int; " + plSql(depth - 1);
                            })
                    .append(pick(";", " ;\n", "; -- x\n"));
        }
        return block + "end";
    }

    private String string() {
        return is(SqlSyntax.MYSQL)
                ? "'" + hidden("'", pick("''", "\\'")) + pick("", "\\\\") + "'"
                : "'" + hidden("'", "''") + (is(SqlSyntax.POSTGRESQL) ? "" : pick("", "\\")) + "'";
    }

    private String lineComment() {
        return "--" + (is(SqlSyntax.MYSQL) ? " " : "") + line() + pick("\n", "\r\n");
    }

    private String line() {
        return hidden("\n", "").replace("\n", "").replace("\r", "");
    }

    /** Where comments do not nest, the begin of another one counts for nothing. */
    private String blockComment() {
        String hidden = hidden("*", "**").replace("*/", "").replace("/", "");
        return syntax.nestsComments() ? hidden.replace("/*", "") : hidden + "/* ";
    }

    private String hidden(String but, String instead) {
        StringBuilder hidden = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            String next = HIDDEN[random.nextInt(HIDDEN.length)];
            hidden.append(next.equals(but) ? instead : next);
        }
        return hidden.toString();
    }

    private boolean is(SqlSyntax other) {
        return syntax == other;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
