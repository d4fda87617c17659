package dev.migratedb.internal.script;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;

/** Bytes that are no characters in the encoding that a file is read with. */
final class UndecodableException extends CharacterCodingException {

    private static final long serialVersionUID = 1L;

    private final String bytes;
    private final String encoding;
    private final int line;

    UndecodableException(byte[] bytes, Charset encoding) {
        this(HexFormat.ofDelimiter(" ").withUpperCase().withPrefix("0x").formatHex(bytes), encoding.name(), 0);
    }

    private UndecodableException(String bytes, String encoding, int line) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.line = line;
    }

    UndecodableException inLine(int number) {
        return new UndecodableException(bytes, encoding, number);
    }

    String remedy() {
        return "Save the file as " + encoding
                + ", or set 'encoding' to the encoding that it has, for example ISO-8859-1";
    }

    @Override
    public String getMessage() {
        return "The file is not " + encoding + ": the bytes " + bytes + (line == 0 ? "" : " in line " + line)
                + " are no character in it";
    }
}
