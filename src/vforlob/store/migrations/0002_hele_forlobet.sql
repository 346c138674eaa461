-- What a whole forløb needs beside its meetings. New columns stand last, as in the NamedTuples of model/.

-- The three lines the borger has made for herself: this I can, this I need, this is how you help me.
ALTER TABLE borger ADD COLUMN kan_jeg TEXT;
ALTER TABLE borger ADD COLUMN har_brug_for TEXT;
ALTER TABLE borger ADD COLUMN hjaelper_mig TEXT;

-- Who to call at the virksomhed, the way there, why more than full time, and how long efterværn lasts.
ALTER TABLE forlob ADD COLUMN kontakt_virksomhed TEXT;
ALTER TABLE forlob ADD COLUMN mentor TEXT;
ALTER TABLE forlob ADD COLUMN rejse TEXT;
ALTER TABLE forlob ADD COLUMN ud_ad_doren TEXT;
ALTER TABLE forlob ADD COLUMN timer_grund TEXT;
ALTER TABLE forlob ADD COLUMN eftervaern TEXT;
CREATE INDEX forlob_eftervaern ON forlob(eftervaern) WHERE eftervaern IS NOT NULL;

ALTER TABLE opgave ADD COLUMN dage TEXT NOT NULL DEFAULT '[]';
ALTER TABLE opgave ADD COLUMN timer REAL;

ALTER TABLE onske ADD COLUMN status_dato TEXT;
ALTER TABLE onske ADD COLUMN tekst TEXT;

ALTER TABLE timer ADD COLUMN grund TEXT;

-- Which early signs stood when the forløb closed, as words of ours: no number, no alias.
ALTER TABLE statistik ADD COLUMN tegn TEXT NOT NULL DEFAULT '[]';

-- A line of today's list that was put off, with a reason.
CREATE TABLE udsat(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  hvad TEXT NOT NULL,
  hvad_nr INTEGER NOT NULL DEFAULT 0,
  til TEXT NOT NULL,
  grund TEXT,
  dato TEXT
) STRICT;
CREATE INDEX udsat_til ON udsat(til);
CREATE INDEX udsat_borger ON udsat(borger);

-- The newest row of a kvittering is looked for by what it is about; fravær and delmål by day.
CREATE INDEX lonkroner_dato ON lonkroner(forlob, dato);
CREATE INDEX fremmode_dato ON fremmode(forlob, til);
