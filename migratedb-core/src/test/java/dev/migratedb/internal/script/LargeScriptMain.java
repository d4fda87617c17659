package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads a script that is made while it is read, as a run does: for its checksum, to check it, and to run it. */
final class LargeScriptMain {

    private record Kind(SqlSyntax syntax, String begin, String repeated, String end) {}

    private static final int CHUNK = 8 * 1024;

    private LargeScriptMain() {}

    /** Takes the kind and the size in MB; prints how many statements and characters of data there were. */
    public static void main(String[] arguments) throws IOException {
        Kind kind = kinds().get(arguments[0]);
        long times =
                Long.parseLong(arguments[1]) * 1024 * 1024 / kind.repeated().length();
        long size = kind.begin().length()
                + times * kind.repeated().length()
                + kind.end().length();
        int checksum = LineChecksum.of(new Repeated(kind, times), StandardCharsets.UTF_8);
        ScriptFile file = new ScriptFile(
                "V1__a.sql",
                "V1__a.sql",
                StandardCharsets.UTF_8,
                ScriptOptions.NONE,
                size,
                checksum,
                () -> new Repeated(kind, times));

        CheckedScript checked = new ScriptChecker(kind.syntax(), Scripts.placeholders("x", "y")).check(file);
        long data = 0;
        long count = 0;
        try (StatementReader statements = checked.open()) {
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                count++;
                data += next.copiesFromStdin() ? count(statements.copyData()) : 0;
            }
        }
        System.out.println("statements " + count + " of " + checked.statementCount() + ", data " + data);
    }

    private static Map<String, Kind> kinds() {
        String insert = "insert into t (a, b) values (1, 'x;''y'); -- one\n";
        return Map.of(
                "inserts", new Kind(SqlSyntax.POSTGRESQL, "", insert, ""),
                "copy", new Kind(SqlSyntax.POSTGRESQL, "copy t from stdin;\n", "1\tx;'y\\n\n", "\\.\nselect 1;\n"),
                "delimiters", new Kind(SqlSyntax.MYSQL, "DELIMITER //\n", "insert into t values ('x;\\'y') //\n", ""));
    }

    private static long count(Reader data) throws IOException {
        char[] chunk = new char[CHUNK];
        long all = 0;
        for (int count = data.read(chunk); count >= 0; count = data.read(chunk)) {
            all += count;
        }
        return all;
    }

    /** The script, made piece by piece. */
    private static final class Repeated extends InputStream {

        private final Kind kind;
        private final long times;
        private long round = -1;
        private byte[] piece;
        private int position;

        Repeated(Kind kind, long times) {
            this.kind = kind;
            this.times = times;
            this.piece = bytes(kind.begin());
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = 0;
            while (count < length && (position < piece.length || nextPiece())) {
                int part = Math.min(length - count, piece.length - position);
                System.arraycopy(piece, position, target, offset + count, part);
                count += part;
                position += part;
            }
            return count == 0 ? -1 : count;
        }

        private boolean nextPiece() {
            round++;
            position = 0;
            if (round == 0) {
                piece = bytes(kind.repeated());
            }
            if (round >= times) {
                piece = round == times ? bytes(kind.end()) : new byte[0];
            }
            return round <= times;
        }
    }
}
