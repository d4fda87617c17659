select $$;$$, $$it's; "here"$$, $$$$;
select $a$;$$;$b$;$a$, $A$;$a$;$A$;
select $_$;$_$, $_1$;$_1$, $a1$ $a$ ; $1 $a1$;
select $é$;$é$, $straße_1$;$straße$;$straße_1$;
select $tag$ -- no; comment $tag$, $x$ /* none; $x$;
select $outer$ do $inner$ begin; end $inner$; $outer$;
select $a$$b$;$a$;
select $a$ $a $a $$ a$;$a$;
prepare q (int, text) as select $1, $2 || ';' where $1 > 0;
execute q (1, 'a;b');
select $1$$;$$;
select $1 + $2, $3::text;
select $1,$2;
select 1$$;$$;
select 1 $$;$$, 2$x$;$x$;
select 'a'$$;$$;
select "a"$$;$$;
select ($$;$$);
do $$ begin perform 1; perform 'it''s'; end $$;
do language plpgsql $do$
declare
  x text := $$;$$;
begin
  if x = ';' then
    raise notice 'it''s %', x;
  end if;
end;
$do$;
create function f() returns text language plpgsql as $body$
begin
  return $$;$$ || $1;
end;
$body$;
create function g() returns text language sql as 'select '';''; select 2';
select $
1;
