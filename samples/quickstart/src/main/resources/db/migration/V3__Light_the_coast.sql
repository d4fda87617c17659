INSERT INTO lighthouse (name, first_lit, height_m, range_nm, light_character) VALUES
    ('Gannet Rock',   1869, 41, 22, 'Fl(3) W 15s'),
    ('Old Margery',   1811, 18,  9, 'Oc R 6s'),
    ('Skarvøy',       1902, 26, 12, 'Iso G 4s'),
    ('Pointe du Sel', 1846, 33, 18, 'LFl W 10s'),
    ('Widow''s Ledge', 1931, 14, 10, 'Mo(U) W 15s'),
    ('Cape Tern',     1887, 52, 24, 'Fl(2+1) W 20s'),
    ('Eel Bar',       1954, 11,  6, 'Q Y'),
    ('Harbour Mole',  1798,  9,  5, 'F R');

INSERT INTO keeper (name, hired_on) VALUES
    ('Ada Pellerin', '2019-03-01'),
    ('Tomas Hale',   '2021-09-15'),
    ('Ingrid Skar',  '2016-05-02'),
    ('Brigid Oakes', '2026-10-01');

INSERT INTO watch (lighthouse_id, keeper_id, night, ships, fog, remark)
SELECT l.id, k.id, w.night, w.ships, w.fog, w.remark
FROM (VALUES
    ('Gannet Rock',    'Ada Pellerin', date '2026-10-28', 14, false, 'Clear to the horizon; counted satellites'),
    ('Cape Tern',      'Ingrid Skar',  date '2026-10-28',  9, false, 'A petrel asleep on the gallery rail'),
    ('Old Margery',    'Tomas Hale',   date '2026-10-29',  3, true,  'Fog signal from two till dawn'),
    ('Gannet Rock',    'Ada Pellerin', date '2026-10-29',  2, true,  'Could not see my own boots'),
    ('Pointe du Sel',  'Brigid Oakes', date '2026-10-31', 11, false, 'Trawlers home early, wind backing west'),
    ('Skarvøy',        'Ingrid Skar',  date '2026-11-01',  6, false, 'Polished the lens; three hours, 1,008 prisms'),
    ('Cape Tern',      'Tomas Hale',   date '2026-11-02',  8, false, 'Lamp relay clicks; wrote to the workshop'),
    ('Widow''s Ledge', 'Brigid Oakes', date '2026-11-03',  1, true,  'Answered a yacht''s Morse with ours'),
    ('Gannet Rock',    'Ingrid Skar',  date '2026-11-04', 17, false, 'The ferry saluted at ten, as always')
) AS w (lighthouse, keeper, night, ships, fog, remark)
JOIN lighthouse l ON l.name = w.lighthouse
JOIN keeper k ON k.name = w.keeper;
