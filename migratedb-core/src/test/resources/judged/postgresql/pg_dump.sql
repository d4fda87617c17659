--
-- Database dump; as it is written
--

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
begin
    execute 'select $1' using new.id;
    return new;
end;
$_$;

ALTER FUNCTION public.touch() OWNER TO me;

CREATE TABLE public.person (
    id bigint NOT NULL,
    name text DEFAULT 'x;'::text,
    note text DEFAULT E'a\\''b;'
);

COMMENT ON TABLE public.person IS 'people; "all" of them, it''s said';

COPY public.person (id, name, note) FROM stdin;
1	O'Hara; Scarlett	\N
2	a\\tb	$$
\.


COPY public.nothing (id) FROM stdin;
\.


SELECT pg_catalog.setval('public.person_id_seq', 2, true);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

CREATE TRIGGER touch BEFORE UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION public.touch();

CREATE RULE r AS
    ON INSERT TO public.v DO INSTEAD ( INSERT INTO public.a (id)
  VALUES (new.id);
 INSERT INTO public.b (id)
  VALUES (new.id);
);

--
-- Database dump complete; at the end
--

