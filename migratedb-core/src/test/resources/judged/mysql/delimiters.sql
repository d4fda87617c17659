select 1;
delimiter //
create procedure p()
begin
  select 1; -- it's; one
  if 1 then select ';'; end if;
end //
create trigger t before insert on x for each row begin set new.a = ';'; set new.b = '//'; end//
select 2 // select 3; select 4 //
DELIMITER ;
select 5; select 6;
delimiter $$
create function f() returns int deterministic begin return 1; end$$
select '$$', "$$", `$$` $$
/* $$ */ select 7 -- $$
$$
delimiter ;
select 8;
Delimiter |
select 9; select '|' |
delimiter ;
select 10;
