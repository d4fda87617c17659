select 1;
select 2 -- no end of line; at the end