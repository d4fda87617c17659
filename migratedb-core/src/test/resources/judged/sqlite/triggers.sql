create table t (a text, b text);
create table log (x text);
create trigger one after insert on t begin insert into log values (';'); end;
create trigger two after update on t begin
  insert into log values (new.a || ';'); -- it's; one
  update log set x = 'end;' where x = "begin";
  /* end; */
  delete from log where x = ';';
end;
create temp trigger three after delete on t when old.a <> ';' begin
  select case when old.a = 'x' then 'y;' else 'z' end;
  insert into log select case old.b when 1 then case when 2 then 3 end end;
end;
CREATE TRIGGER "five;" BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT raise(ignore) WHERE new.a = ';'; END;
create table trigger_begin (a, "end");
insert into t values ('a;', 'b'); update t set a = 'c;'; delete from t;
drop trigger one; drop trigger "five;";
select 'last';
