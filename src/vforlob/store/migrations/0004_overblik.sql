-- The caseload seen whole: what is known of virksomheder, matching, holidays, learning, and what overviews are read from.

-- How many borgere at a time, when they want to be called, and what the place has said it can take care of.
ALTER TABLE virksomhed ADD COLUMN max_antal INTEGER;
ALTER TABLE virksomhed ADD COLUMN fast_tid TEXT;
ALTER TABLE virksomhed ADD COLUMN ring_igen TEXT;
ALTER TABLE virksomhed ADD COLUMN rammer TEXT NOT NULL DEFAULT '[]';

CREATE TABLE kontaktperson(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  virksomhed INTEGER NOT NULL REFERENCES virksomhed(nr),
  navn TEXT NOT NULL,
  rolle TEXT,
  telefon TEXT,
  email TEXT,
  ophort TEXT
) STRICT;
CREATE INDEX kontaktperson_virksomhed ON kontaktperson(virksomhed);

-- An opening can come from a colleague; `nogle` knows it again when it is read back.
ALTER TABLE jobabning ADD COLUMN art TEXT;
ALTER TABLE jobabning ADD COLUMN status TEXT NOT NULL DEFAULT 'aben';
ALTER TABLE jobabning ADD COLUMN fra TEXT;
ALTER TABLE jobabning ADD COLUMN nogle TEXT;
ALTER TABLE jobabning ADD COLUMN oprettet TEXT;
CREATE INDEX jobabning_aabne ON jobabning(frist) WHERE status = 'aben';

-- A virksomhed was asked for a borger, never for nobody.
CREATE TABLE henvendelse(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  virksomhed INTEGER NOT NULL REFERENCES virksomhed(nr),
  onske INTEGER REFERENCES onske(nr),
  jobabning INTEGER REFERENCES jobabning(nr),
  dato TEXT NOT NULL,
  trin TEXT NOT NULL,
  grund TEXT,
  tekst TEXT
) STRICT;
CREATE INDEX henvendelse_borger ON henvendelse(borger);
CREATE INDEX henvendelse_virksomhed ON henvendelse(virksomhed);

-- Days without the consultant (no owner), a borger or a virksomhed.
CREATE TABLE ferie(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER REFERENCES borger(nr),
  virksomhed INTEGER REFERENCES virksomhed(nr),
  fra TEXT NOT NULL,
  til TEXT NOT NULL,
  stedfortraeder TEXT,
  telefon TEXT
) STRICT;
CREATE INDEX ferie_borger ON ferie(borger);
CREATE INDEX ferie_virksomhed ON ferie(virksomhed);
CREATE INDEX ferie_til ON ferie(til);

-- A case laid before colleagues, and what they advised.
CREATE TABLE sparring(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  dato TEXT NOT NULL,
  situation TEXT,
  provet TEXT,
  sporgsmal TEXT,
  rad TEXT,
  rad_dato TEXT
) STRICT;
CREATE INDEX sparring_borger ON sparring(borger);

-- A good story, told with the borger's yes.
CREATE TABLE historie(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER NOT NULL REFERENCES forlob(nr),
  ja TEXT,
  tekst TEXT,
  trukket TEXT
) STRICT;
CREATE INDEX historie_borger ON historie(borger);
CREATE INDEX historie_forlob ON historie(forlob);

-- What the overview is counted from: dates, so that a row reads the same until something is written, or until
-- `gyldig_til`. Made again from the records whenever events have come that it has not seen.
CREATE TABLE linje(
  forlob INTEGER PRIMARY KEY,
  borger INTEGER NOT NULL,
  virksomhed INTEGER NOT NULL,
  art TEXT NOT NULL,
  status TEXT NOT NULL,
  start TEXT,
  slut TEXT,
  lukket TEXT,
  udfald TEXT,
  eftervaern TEXT,
  naeste TEXT,
  naeste_kilde TEXT,
  naeste_agenda TEXT,
  naeste_kl TEXT,
  sidste TEXT,
  sidste_virksomhed TEXT,
  sidste_borger TEXT,
  senest TEXT,
  frist TEXT,
  aabne_aftaler INTEGER NOT NULL,
  ordinaer REAL NOT NULL,
  lonkroner TEXT NOT NULL,
  taet TEXT NOT NULL,
  gyldig_til TEXT
) STRICT;
CREATE INDEX linje_aabne ON linje(forlob) WHERE status <> 'lukket';
CREATE INDEX linje_borger ON linje(borger);
CREATE INDEX linje_gyldig ON linje(gyldig_til) WHERE gyldig_til IS NOT NULL;

CREATE TABLE borger_linje(
  borger INTEGER PRIMARY KEY,
  malgruppe TEXT,
  parathed TEXT,
  skal_til TEXT NOT NULL,
  cv TEXT,
  cv_opdateret TEXT,
  henvist TEXT,
  oprettet TEXT,
  forste_kontakt TEXT,
  aabne INTEGER NOT NULL,
  sidst_lukket TEXT,
  sidste_udfald TEXT,
  naeste_skridt TEXT,
  gyldig_til TEXT
) STRICT;
CREATE INDEX borger_linje_gyldig ON borger_linje(gyldig_til) WHERE gyldig_til IS NOT NULL;

-- Up to which event, and by which rules, something made from the records is true; `indhold` is what was made, if little.
CREATE TABLE udregnet(
  navn TEXT PRIMARY KEY,
  haendelse INTEGER NOT NULL,
  regler TEXT NOT NULL,
  dag TEXT NOT NULL,
  indhold TEXT NOT NULL
) STRICT;

-- The searchable text, folded, one row a text; `hvad` is which column or answer of the record it is.
CREATE TABLE sogetekst(
  nr INTEGER PRIMARY KEY,
  emne TEXT NOT NULL,
  emne_nr INTEGER NOT NULL,
  hvad TEXT NOT NULL,
  borger INTEGER,
  forlob INTEGER,
  virksomhed INTEGER,
  dato TEXT,
  tekst TEXT NOT NULL,
  foldet TEXT NOT NULL,
  UNIQUE(emne, emne_nr, hvad)
) STRICT;
CREATE INDEX sogetekst_borger ON sogetekst(borger);
CREATE INDEX sogetekst_dato ON sogetekst(dato);
CREATE VIRTUAL TABLE soeg USING fts5(foldet, content = 'sogetekst', content_rowid = 'nr',
  tokenize = "unicode61 remove_diacritics 0", prefix = '2 3');
INSERT INTO soeg(soeg, rank) VALUES('secure-delete', 1);
CREATE TRIGGER soeg_ny AFTER INSERT ON sogetekst
BEGIN
  INSERT INTO soeg(rowid, foldet) VALUES(NEW.nr, NEW.foldet);
END;
CREATE TRIGGER soeg_vaek AFTER DELETE ON sogetekst
BEGIN
  INSERT INTO soeg(soeg, rowid, foldet) VALUES('delete', OLD.nr, OLD.foldet);
END;
CREATE TRIGGER soeg_rettet AFTER UPDATE OF foldet ON sogetekst
BEGIN
  INSERT INTO soeg(soeg, rowid, foldet) VALUES('delete', OLD.nr, OLD.foldet);
  INSERT INTO soeg(rowid, foldet) VALUES(NEW.nr, NEW.foldet);
END;

-- What is taken back is not found from then on. (What is new is looked for when somebody searches.)
CREATE TRIGGER soeg_fjernet AFTER INSERT ON haendelse
WHEN NEW.emne <> 'svar' AND json_type(NEW.indhold, '$.efter') = 'null'
BEGIN
  DELETE FROM sogetekst WHERE emne = NEW.emne AND emne_nr = NEW.emne_nr;
END;

-- Who looked, when, and at whom; never for what.
CREATE TABLE opslag(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  tid TEXT NOT NULL,
  handling TEXT NOT NULL,
  borger INTEGER,
  antal INTEGER
) STRICT;
CREATE INDEX opslag_tid ON opslag(tid);

-- Who is deleted stands in none of what was made from her records.
CREATE TRIGGER linje_slet AFTER DELETE ON forlob
BEGIN
  DELETE FROM linje WHERE forlob = OLD.nr;
  DELETE FROM udregnet WHERE indhold <> '';
END;
CREATE TRIGGER borger_linje_slet AFTER DELETE ON borger
BEGIN
  DELETE FROM borger_linje WHERE borger = OLD.nr;
  DELETE FROM udregnet WHERE indhold <> '';
  DELETE FROM sogetekst WHERE borger = OLD.nr;
END;
