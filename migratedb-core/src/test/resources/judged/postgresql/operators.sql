select 5--1;
;
select 5 - -1, 5 -(-1), 5 - - 1;
select 3 */* ; */ 4;
select 3*/* ; */4, 6//* ; */2;
select @-5, |/ 25, ||/ 27, 5 !~* 6, a ->> 'b;', a #>> '{c;d}', a #- '{e}';
select a <-> b, a <=> b, a @> b, a <@ b, a ?| b, a ?& b, a ~~* 'c;', a !~~* 'd;';
select a +* b, a *+ b, a -* b, a +/ b, a /+ b, a @/ b;
select a +-- comment; '
 b;
select a @-- comment; '
 b;
select a OPERATOR(pg_catalog.+) b, a operator(s.-) b;
create operator === (leftarg = int, rightarg = int, function = int4eq, commutator = ===, negator = !==);
create operator s.@#@ (rightarg = int8, function = f);
drop operator === (int, int), |/ (none, int);
select a::text, b::varchar(3), (c)::numeric(10, 2), d :: int [], '1'::"char", e::timestamp with time zone;
select a[1:2], b[1:], c[:2], d[:], e[1][2:3], f[x:y], g[(1):(2)], h[i::int:2];
select array[1, 2]::int[], array[[1, 2], [3, 4]], '{1,2}'::int[], '{";"}'::text[];
select .5, 5., 1e5, 1E-5, 1.5e+3, 1.e1, 1_000;
select a=-1, b<>-2, c<-3, d>=-4, e!=-5;
select a % b, a ^ b, a & b, a | b, a # b, ~ a, a << 1, a >> 1, `a`;
select f(variadic array[';']), f(a => 1, b := ';');
