(select 1);
((select ';') union (select $$;$$));
(values (1), (2)) order by 1;
create rule r as on insert to t do also (insert into a values (1); insert into b values (2));
create rule r as on update to t do instead (
  update a set x = ';' where (y = (1));
  delete from b;
  select f((1), (';'));
);
create or replace rule r as on delete to t do instead nothing;
create rule r as on delete to t do instead delete from a where x = old.x;
create rule r as on insert to t where (new.a > 1) do instead (notify x; notify y, ';';);
select (1 + (2 * (3 - (4)))), ((((';'))));
insert into t (a, b) values (1, ';'), (2, '('), (3, ')');
select ')', "(", $$)$$, /* ( */ 1 -- (
;
create table t (
  a int default (1), -- it's one;
  b text check (b <> ';'), /* two; */
  c numeric(10, 2) generated always as (a * 2) stored,
  constraint c check ((a > 0) or (b = '('))
);
grant select (a, b), update (c) on t to r;
