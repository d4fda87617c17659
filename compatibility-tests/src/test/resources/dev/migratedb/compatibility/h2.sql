-- everything that is in a database, one line per thing, but for what belongs to the engines
select line from (
    select 'schema ' || schema_name as line
    from information_schema.schemata
    where schema_name <> 'INFORMATION_SCHEMA'
    union all
    select 'table ' || table_schema || '.' || table_name || ' kind ' || table_type
    from information_schema.tables
    where table_schema <> 'INFORMATION_SCHEMA'
    union all
    select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || ordinal_position || ' '
        || data_type || coalesce('(' || character_maximum_length || ')', '') || ' nullable ' || is_nullable
        || coalesce(' default ' || column_default, '') || ' identity ' || is_identity
    from information_schema.columns
    where table_schema <> 'INFORMATION_SCHEMA'
    union all
    select 'index ' || table_schema || '.' || table_name || ' ' || index_type_name || ' '
        || case when is_generated then '(generated)' else index_name end
    from information_schema.indexes
    where table_schema <> 'INFORMATION_SCHEMA'
    union all
    select 'index column ' || table_schema || '.' || table_name || ' ' || ordinal_position || ' ' || column_name
    from information_schema.index_columns
    where table_schema <> 'INFORMATION_SCHEMA'
    union all
    select 'constraint ' || table_schema || '.' || table_name || ' ' || constraint_type || ' ' || constraint_name
    from information_schema.table_constraints
    where table_schema <> 'INFORMATION_SCHEMA'
    union all
    select 'view ' || table_schema || '.' || table_name || ' ' || view_definition
    from information_schema.views
    where table_schema <> 'INFORMATION_SCHEMA'
    union all
    select 'sequence ' || sequence_schema || '.' || sequence_name || ' start ' || start_value || ' by ' || increment
        || ' base ' || coalesce(cast(base_value as varchar), '-')
    from information_schema.sequences
    where sequence_schema <> 'INFORMATION_SCHEMA' and sequence_name not like 'SYSTEM_SEQUENCE_%'
    union all
    select 'routine ' || routine_schema || '.' || routine_name || ' ' || coalesce(routine_definition, external_name)
    from information_schema.routines
    where routine_schema <> 'INFORMATION_SCHEMA'
    union all
    select 'trigger ' || event_object_schema || '.' || event_object_table || ' ' || trigger_name
    from information_schema.triggers
) as things
where lower(line) not like '%flyway_schema_history%' and lower(line) not like '%migratedb_state%'
order by line
