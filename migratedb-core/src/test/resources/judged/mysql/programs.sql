delimiter ;;
create procedure p(a int)
begin
  declare x text default ';';
  while a > 0 do set a = a - 1; end while;
  repeat set a = a + 1; until a > 5 end repeat;
  case a when 1 then select ';'; else begin end; end case;
end;;
delimiter ;
call p(1); select 2;
create event e on schedule every 1 day do delete from t where a = ';';
create view v as select ';' as `a;`;
create trigger one before insert on t for each row set new.a = ';';
grant select on `d;b`.* to 'u;'@'h;';
/*!40101 set @old = @@character_set_client */;
/*!50003 create trigger two before insert on t for each row set new.a = ';' */;
select 3 /*! + 4 */ + /*!40000 5 */ 6;
select 'last';
