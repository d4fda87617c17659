-- leading; comment
select 1; -- trailing; comment
select 2 -- in the middle; of it
  + 3;
select 4 -- it's "open" $$ /* (
;
/* leading; */ select 5;
/* a /* nested; */ one; */ select 6;
select /* ; */ 7 /* ' */ + /* " */ 8 /* $$ */ + /* ( */ 9;
select /**/ 1, /***/ 2, /****/ 3, /*/ ; */ 4, /* **/ 5, /* * / ; */ 6;
select /* -- ; */ 7;
select 8 --/* ;
;
select 9 /* -- */ ; select 10;
select 11--;
;
select 12/*;*/;
select '/*'; select '*/';
select /*
  several; lines
  /* nested
     ; */
*/ 13;
--
--
;
/* only; a comment */
select 14; /* behind; it */ -- and; another
-- the last line; of the file
