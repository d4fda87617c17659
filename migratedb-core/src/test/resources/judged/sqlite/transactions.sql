begin; select 1; commit;
begin immediate; select 2; end;
begin exclusive transaction; select 3; rollback;
begin deferred; savepoint s; rollback to s; release s; end transaction;
create table t (a); begin; insert into t values (';'); commit;
