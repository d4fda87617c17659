select 'one; two';
select 'it''s; quoted', '''', '';
select 'a\'; select 'b\\';
select ';
;
';
select 'first;'
  'second;'
  -- between; the parts
  'third;';
select 'kept' 'apart;' from t;
select E'escaped \'; quote', e'\\', E'\\\'';
select E'doubled ''; quote', E'\';\'';
select E'goes on \';'
  'as it began;'
  'until here';
select E'here', 'not \'; select 'here';
select E'one' -- a comment; 'x'
  'two;';
select name'a\', tale'b\', me 'c\' from t;
select U&'d\0061t\+000061;', u&'it''s; \0027', U&'\';
select U&'!0064;' UESCAPE '!', U&'d;' uescape ';';
select U & 'plain\';
select B'0101;', b'1''; 1', X'1FF;', x'a;', N'national;', n'it''s; \';
select B'01'
  '10;', X'ab'
  'cd;';
select ';;;'::text || ';' || ';';
select '--', '/*', '*/', '$$', '"';
