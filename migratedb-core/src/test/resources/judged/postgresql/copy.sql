copy t from stdin;
1	it's; "data"
2	$$ ( /* -- \N
\.
select 1;
COPY public.t (a, "b;c") FROM STDIN WITH (FORMAT csv, HEADER true, DELIMITER ';', QUOTE '"', ESCAPE '''');
a;b
1;"two; ""lines""
of it"
\.
select 2;
copy t from stdin with csv header delimiter ',' null 'none;';
a,b
\.
copy t from stdin;
\.
copy t (a) from stdin (format text, null '');

\\.
\.x
 \.
x\.
\\
\.
select 3;
copy binary t from stdin;
\.
copy t from stdin where a > 1 and b <> ';';
1	2
\.
/* leading; */ copy t -- the table;
from
stdin
;
select 'this is data'; ${none}
\.
copy t to stdout;
copy (select ';' from t) to stdout with (format csv);
copy (select * from "stdin") to stdout;
copy t from '/tmp/stdin;';
copy t from program 'cat /tmp/x; true';
copy t to program 'cat > /dev/null';
copy t ("from", "stdin") to stdout;
select 4; copy t from stdin; -- the data; begin in the next line
1	2
\.
copy t from stdin with (force_null (a, b), encoding 'utf8');
é	😀
\.
select 'from stdin';
