-- everything that is in a database, one line per thing, but for what belongs to the engines
select line from (
    select 'schema ' || nspname as line
    from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'
    union all
    select 'table ' || c.oid::regclass || ' kind ' || c.relkind::text || ' owner ' || pg_get_userbyid(c.relowner)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || a.attnum || ' '
        || format_type(a.atttypid, a.atttypmod) || (case when a.attnotnull then ' not null' else '' end)
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || ' identity ' || a.attidentity::text
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and a.attnum > 0 and not a.attisdropped
    union all
    select 'index ' || pg_get_indexdef(i.indexrelid) || (case when i.indisvalid then '' else ' invalid' end)
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'constraint ' || c.conname || ' of ' || c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid)
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.conrelid <> 0
    union all
    select 'view ' || schemaname || '.' || viewname || ' ' || definition
    from pg_views
    where schemaname !~ '^pg_' and schemaname <> 'information_schema'
    union all
    select 'materialized view ' || schemaname || '.' || matviewname || ' ' || definition
    from pg_matviews
    union all
    select 'sequence ' || schemaname || '.' || sequencename || ' start ' || start_value || ' by ' || increment_by
        || ' last ' || coalesce(last_value::text, '-')
    from pg_sequences
    union all
    select 'routine ' || pg_get_functiondef(p.oid)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.prokind in ('f', 'p')
    union all
    select 'trigger ' || pg_get_triggerdef(oid)
    from pg_trigger
    where not tgisinternal
    union all
    select 'enum ' || t.oid::regtype || ' ' || e.enumsortorder || ' ' || e.enumlabel
    from pg_enum e join pg_type t on t.oid = e.enumtypid
    -- or PostgreSQL applies the condition below first, to the source of each function and view that it brings along
    offset 0
) as things
where lower(line) not like '%flyway_schema_history%' and lower(line) not like '%migratedb_state%'
order by line
