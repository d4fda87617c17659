package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.StatementSubject;
import dev.migratedb.internal.script.StatementSubject.Identifier;
import dev.migratedb.internal.script.StatementSubject.Kind;
import dev.migratedb.internal.script.StatementSubject.Name;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the catalog whether there is what a statement is about. Changes nothing, and fails for nothing. */
public final class ObjectProbe {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectProbe.class);

    /** Kinds of tables, as the databases call them. */
    private static final List<String> WITH_INDEXES =
            List.of("TABLE", "BASE TABLE", "PARTITIONED TABLE", "MATERIALIZED VIEW");

    private final WorkConnection work;
    private boolean foldsCase;

    /** A probe on the connection of a run. */
    public ObjectProbe(WorkConnection work) {
        this.work = work;
    }

    /**
     * Looks in the catalog.
     *
     * @param schema that a name means which does not say one; null where that is not known
     * @return null where it cannot be told
     */
    public @Nullable Boolean isThere(StatementSubject subject, @Nullable String schema) {
        try {
            return look(subject, schema);
        } catch (SQLException ex) {
            LOG.debug("The catalog does not tell whether there is {}", subject, ex);
            return null;
        }
    }

    /** The schema that a name means at this moment which does not say one; null where that is not known. */
    @Nullable
    String currentSchema() {
        try {
            Connection connection = work.connection();
            String schema = connection.getSchema();
            return schema == null ? connection.getCatalog() : schema;
        } catch (SQLException ex) {
            LOG.debug("The connection does not tell its schema", ex);
            return null;
        }
    }

    private @Nullable Boolean look(StatementSubject subject, @Nullable String schemaOfNames) throws SQLException {
        DatabaseMetaData data = work.connection().getMetaData();
        Name name = subject.name();
        String schema = name.schema() == null ? schemaOfNames : stored(data, name.schema());
        foldsCase = data.supportsMixedCaseIdentifiers() || data.storesMixedCaseIdentifiers();
        boolean schemaIsCatalog = !data.supportsSchemasInTableDefinitions();
        String object = stored(data, name.object());
        Identifier part = subject.part();
        if (subject.kind() == Kind.SCHEMA) {
            return contains(schemaIsCatalog ? data.getCatalogs() : data.getSchemas(), 1, object);
        }
        if (subject.kind() == Kind.DATABASE) {
            return contains(data.getCatalogs(), 1, object);
        }
        if (schema == null) {
            return null;
        }
        String catalog = schemaIsCatalog ? schema : null;
        String pattern = schemaIsCatalog ? null : escaped(data, schema);
        return switch (subject.kind()) {
            case TABLE, VIEW -> contains(data.getTables(catalog, pattern, escaped(data, object), null), 3, object);
            case COLUMN ->
                part == null
                        ? null
                        : (Boolean) contains(
                                data.getColumns(catalog, pattern, escaped(data, object), null), 4, stored(data, part));
            case INDEX ->
                part == null
                        ? index(data, catalog, schemaIsCatalog ? null : schema, object)
                        : contains(
                                data.getIndexInfo(catalog, schemaIsCatalog ? null : schema, object, false, true),
                                6,
                                stored(data, part));
            case SEQUENCE, SCHEMA, DATABASE, NONE -> null;
        };
    }

    private boolean index(DatabaseMetaData data, @Nullable String catalog, @Nullable String schema, String index)
            throws SQLException {
        String pattern = schema == null ? null : escaped(data, schema);
        try (ResultSet tables = data.getTables(catalog, pattern, null, WITH_INDEXES.toArray(String[]::new))) {
            while (tables.next()) {
                ResultSet indexes = data.getIndexInfo(catalog, schema, tables.getString(3), false, true);
                if (contains(indexes, 6, index)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean contains(ResultSet rows, int column, String name) throws SQLException {
        try (rows) {
            while (rows.next()) {
                String found = rows.getString(column);
                if (name.equals(found) || (foldsCase && name.equalsIgnoreCase(found))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** As the catalog has it. */
    private static String stored(DatabaseMetaData data, Identifier identifier) throws SQLException {
        if (identifier.quoted()) {
            return identifier.text();
        }
        if (data.storesUpperCaseIdentifiers()) {
            return identifier.text().toUpperCase(Locale.ROOT);
        }
        return data.storesLowerCaseIdentifiers() ? identifier.text().toLowerCase(Locale.ROOT) : identifier.text();
    }

    private static String escaped(DatabaseMetaData data, String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }
}
