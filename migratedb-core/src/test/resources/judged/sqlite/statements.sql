-- leading; comment
create table t (a text default ';', "b;c" text, [d;e] text, `f;g` text); -- trailing; comment
insert into t values ('one; two', 'it''s;', "a;b", '"');
select 'a\'; select 'b\\';
select "a"";b", [d;e], `f;g` from t as 'x;' limit 0;
select ';
;
';
/* leading; */ select 1 /* in; it */ + /* ' */ 2 /* " [ ` */;
/* no /* nested; */ select 3;
select 4 -- it's "open" /* [
;
select /**/ 5, /***/ 6, /* -- */ 7 -- /* ;
;
select 5--1;
;
select x'3b', X'3B3B', 1e5, .5, 5., 0x1F;
select '$$;', '$a$', '--', '/*', '*/';
;;
 ; ;
/* only; a comment */;
select 8;; select 9
;
select 10 -> '$' , '{"a;": 1}' ->> '$.a;';
select cast(';' as text), (select ';'), (1 + (2));
create view v as select case when a = ';' then 'begin' else 'end' end as x from t;
create table "begin" ("end" text, "case" text);
select case when 1 then ';' end; select case 1 when 2 then 'end;' else case when 3 then 4 end end;
values (';'), ('(');
with x(a) as (select ';') select * from x;
update t set a = ';' where [d;e] = '' returning a;
delete from t where a glob '[;]*';
pragma user_version = 5;
