package dev.migratedb.testsupport;

/**
 * The questions about its content that each database wants to be asked in its own words.
 *
 * @param tables the tables of the current schema, without views, in lower case, sorted
 * @param schemas all schemas
 * @param currentSchema what unqualified names mean
 * @param currentUser who is connected
 */
record CatalogQueries(String tables, String schemas, String currentSchema, String currentUser) {

    private static final String ALL_SCHEMAS = "select schema_name from information_schema.schemata";

    private static final String TABLES = """
            select lower(table_name) from information_schema.tables
            where table_schema = %s and table_type = 'BASE TABLE'
            order by 1""";

    static final CatalogQueries STANDARD = new CatalogQueries(
            TABLES.formatted("current_schema"), ALL_SCHEMAS, "select current_schema", "select current_user");

    static final CatalogQueries HSQLDB = new CatalogQueries(
            TABLES.formatted("current_schema"), ALL_SCHEMAS, "values (current_schema)", "values (current_user)");

    static final CatalogQueries MYSQL = new CatalogQueries(
            TABLES.formatted("schema()"), ALL_SCHEMAS, "select schema()", "select substring_index(user(), '@', 1)");

    /** It knows neither users nor schemas that could be created. */
    static final CatalogQueries SQLITE = new CatalogQueries(
            "select lower(name) from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~' order by 1",
            "select name from pragma_database_list", "select 'main'", "select ''");
}
