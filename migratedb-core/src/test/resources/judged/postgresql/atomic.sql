create function one() returns int language sql begin atomic select 1; end;
create function two() returns int language sql
begin atomic
  select 1;
  select 2; -- it's; the second
end;
select 'between; them';
CREATE OR REPLACE FUNCTION three(x int) RETURNS text LANGUAGE SQL
BEGIN ATOMIC
  SELECT CASE WHEN x = 1 THEN 'one;' ELSE 'more;' END;
  SELECT CASE x WHEN 1 THEN CASE WHEN true THEN 2 END ELSE 3 END;
END;
create procedure four(a int, b text default ';')
begin atomic
  insert into t values (a, b);
  update t set c = (case when a > 1 then 'x;' end) where d = ';';
  delete from t;
end;
create or replace procedure five() begin atomic end;
create or replace procedure six() begin /* here; */ atomic -- it; begins
  select "end;", 'end', $$end;$$ /* end; */;
end;
create function seven() returns int return 1 + 2;
create function eight() returns text return ';';
create function nine() returns int language sql as $$ select 1; $$;
create function ten() returns int language sql as 'select 1; select 2;';
create function eleven() returns int language sql begin atomic
  with x as (select 1; )
  select * from x;
end;
create function twelve(a int, b int) returns table (c int, d int) language sql begin atomic
  select a, b union all select 1, 2;
end;
create function thirteen() returns int language sql begin atomic begin atomic select 1; end; select 2; end;
begin;
select 1;
end;
begin atomic;
end;
create table case_begin (a int, "begin" int, "end" int);
create view v as select case when 1 = 1 then 'begin' else 'end' end as x;
select 'last';
