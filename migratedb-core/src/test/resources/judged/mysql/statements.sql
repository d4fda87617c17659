-- leading; comment
# another; one
select 1;
select 'one; two', 'it''s;', 'it\'s;', 'a\\', '\';';
select "one; two", "it""s;", "it\"s;", "a\\", "\";";
select `a;b`, `c``;d`, `e\`, 1 from `t;`;
select ';
;
';
select 5--1, 6 --2
, 7;
select 8 -- a comment; it's
, 9;
select 10 # a comment; it's "open
, 11;
select 12 /* in; it */ + /* ' */ 13 /* " ` # -- */;
select /* no /* nested; */ 14;
/* leading; */ select 15;
select _utf8'a;', N'b;', x'3b', b'01', 0x3b;
select '$$;', '--', '/*', '*/', '#';
insert into t (a) values (';'), ('('), (')');
create table `begin` (`end` text default ';' comment 'it''s; \' one');
select case when a = ';' then 'begin' else 'end' end from t;
select a->'$.b;', c->>"$.d;" from t;
select 1;

select 16
;
begin; select 17; commit;
start transaction; select 18; rollback;
set @a = ';', @b := "x;";
load data infile 'a;b' into table t fields terminated by ';' lines terminated by '\n;';
select 19 --
;
