package dev.migratedb.internal.execution;

import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.io.Reader;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the rows of queries as tables, page by page, so that a result of any size needs little memory. */
final class RowLog {

    /** Rows beyond these are counted only. */
    static final int SHOWN_ROWS = 1000;

    /** Rows that share one table, whose columns are as wide as their values. */
    static final int ROWS_OF_PAGE = 100;

    /** Longer values are cut. */
    static final int LONGEST_VALUE = 60;

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.script");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\p{Cntrl}+");

    private final Secrets secrets;

    RowLog(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Reads a result to its end.
     *
     * @param query where the query stands in its script
     */
    void readToEnd(ResultSet rows, ScriptPosition query) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> header = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            header.add(shown(columns.getColumnLabel(column)));
        }
        List<List<String>> page = new ArrayList<>();
        long count = 0;
        while (rows.next()) {
            count++;
            if (count > SHOWN_ROWS) {
                continue;
            }
            if (page.size() == ROWS_OF_PAGE) {
                log(query, header, page, "");
                page.clear();
            }
            page.add(values(rows, columns));
        }
        String total = count == 1 ? "1 row" : count + " rows";
        log(query, header, page, count > SHOWN_ROWS ? total + ", the first " + SHOWN_ROWS + " are shown" : total);
    }

    private List<String> values(ResultSet rows, ResultSetMetaData columns) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String value = value(rows, column, columns.getColumnType(column));
            values.add(value == null ? "NULL" : shown(value));
        }
        return values;
    }

    /** Not more of a value than is needed. */
    private @Nullable String value(ResultSet rows, int column, int type) throws SQLException {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                rows.getObject(column) == null ? null : "(binary)";
            case Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR ->
                beginning(rows.getCharacterStream(column));
            default -> rows.getString(column);
        };
    }

    /** Long enough for a secret that ends behind the cut to be known. */
    private static @Nullable String beginning(@Nullable Reader text) throws SQLException {
        if (text == null) {
            return null;
        }
        try (text) {
            char[] chars = new char[ROWS_OF_PAGE * LONGEST_VALUE];
            int length = 0;
            for (int read = text.read(chars); read > 0; read = text.read(chars, length, chars.length - length)) {
                length += read;
            }
            return new String(chars, 0, length);
        } catch (IOException ex) {
            throw new SQLException("A long value could not be read: " + ex.getMessage(), ex);
        }
    }

    private String shown(String value) {
        String line = LINE_BREAKS.matcher(secrets.mask(value)).replaceAll(" ");
        return line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE - 1) + "…" : line;
    }

    private static void log(ScriptPosition query, List<String> header, List<List<String>> page, String end) {
        int[] widths = new int[header.size()];
        StringBuilder rule = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            widths[column] = header.get(column).length();
            for (List<String> row : page) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
            rule.append(column == 0 ? "" : "+").append("-".repeat(widths[column] + 2));
        }
        StringBuilder table = new StringBuilder();
        line(table, header, widths);
        table.append('\n').append(rule);
        page.forEach(row -> line(table, row, widths));
        if (!end.isEmpty()) {
            table.append("\n(").append(end).append(')');
        }
        LOG.info("Result of the query at {}{}", query, table);
    }

    private static void line(StringBuilder table, List<String> values, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String value = values.get(column);
            line.append(column == 0 ? " " : " | ").append(value).append(" ".repeat(widths[column] - value.length()));
        }
        table.append('\n').append(line.toString().stripTrailing());
    }
}
