create table thing (id int);
insert into nothing values (1);
