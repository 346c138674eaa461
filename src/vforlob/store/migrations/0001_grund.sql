-- The first schema. Never edited after a release: a change is a new file beside this one.
-- Columns of a record table are the fields of its NamedTuple in model/, in that order. Lists are JSON text.

-- Everything that was ever written, one row a change. Salt, indhold, emne_nr and sted may be emptied when a person
-- is deleted; the commitment (forpligt) covers those four, the chain (kaede) covers all the rest.
CREATE TABLE haendelse(
  nr INTEGER PRIMARY KEY,
  uid BLOB NOT NULL,
  gruppe INTEGER NOT NULL,
  art TEXT NOT NULL,
  emne TEXT NOT NULL,
  emne_nr INTEGER,
  sted TEXT,
  tid_utc TEXT NOT NULL,
  forskydning INTEGER NOT NULL,
  ur_flag INTEGER NOT NULL,
  salt BLOB,
  indhold TEXT,
  forpligt BLOB NOT NULL,
  kaede BLOB NOT NULL
) STRICT;

-- An answer is alone in its gruppe and is found by its samtale, so it needs none of these and is saved without them.
CREATE INDEX haendelse_gruppe ON haendelse(gruppe) WHERE gruppe <> nr;
CREATE INDEX haendelse_emne ON haendelse(emne, emne_nr) WHERE emne <> 'svar';
CREATE INDEX haendelse_ejer ON haendelse(sted, emne) WHERE emne <> 'svar';

CREATE TRIGGER haendelse_nummer BEFORE INSERT ON haendelse
WHEN NEW.nr IS NOT (SELECT coalesce(max(nr), 0) + 1 FROM haendelse)
BEGIN
  SELECT RAISE(ABORT, 'haendelse: numbers follow each other');
END;

CREATE TRIGGER haendelse_ret BEFORE UPDATE ON haendelse
WHEN NEW.salt IS NOT NULL OR NEW.indhold IS NOT NULL OR NEW.emne_nr IS NOT NULL OR NEW.sted IS NOT NULL
  OR NEW.nr IS NOT OLD.nr OR NEW.uid IS NOT OLD.uid OR NEW.gruppe IS NOT OLD.gruppe OR NEW.art IS NOT OLD.art
  OR NEW.emne IS NOT OLD.emne OR NEW.tid_utc IS NOT OLD.tid_utc OR NEW.forskydning IS NOT OLD.forskydning
  OR NEW.ur_flag IS NOT OLD.ur_flag OR NEW.forpligt IS NOT OLD.forpligt OR NEW.kaede IS NOT OLD.kaede
BEGIN
  SELECT RAISE(ABORT, 'haendelse: only redaction may change a row');
END;

CREATE TRIGGER haendelse_slet BEFORE DELETE ON haendelse
BEGIN
  SELECT RAISE(ABORT, 'haendelse: rows are never deleted');
END;

CREATE TABLE borger(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  alias TEXT NOT NULL,
  malgruppe TEXT,
  parathed TEXT,
  skal_til TEXT,
  henvist TEXT,
  cv TEXT,
  cv_opdateret TEXT,
  sagsbehandler TEXT,
  navn TEXT,
  telefon TEXT,
  erhvervserfaring TEXT,
  skolegang TEXT,
  interesser TEXT,
  andet TEXT,
  sted TEXT,
  transport TEXT,
  minutter INTEGER,
  oprettet TEXT
) STRICT;
CREATE INDEX borger_alias ON borger(alias);

CREATE TABLE virksomhed(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  navn TEXT NOT NULL,
  cvr TEXT,
  branche TEXT,
  sted TEXT,
  kontakt TEXT,
  telefon TEXT,
  email TEXT,
  vaert TEXT,
  oprettet TEXT
) STRICT;
CREATE INDEX virksomhed_navn ON virksomhed(navn);

CREATE TABLE forlob(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  virksomhed INTEGER NOT NULL REFERENCES virksomhed(nr),
  art TEXT NOT NULL,
  start TEXT,
  slut TEXT,
  timer REAL,
  hensigt_art TEXT,
  hensigt TEXT,
  interval INTEGER,
  uden_formode TEXT,
  dage TEXT NOT NULL,
  fast_tid TEXT,
  kontakt_kommune TEXT,
  stedfortraeder TEXT,
  vitas TEXT,
  status TEXT NOT NULL,
  lukket TEXT,
  udfald TEXT,
  oprettet TEXT
) STRICT;
CREATE INDEX forlob_borger ON forlob(borger, status);
CREATE INDEX forlob_virksomhed ON forlob(virksomhed, status);
CREATE INDEX forlob_aabne ON forlob(slut) WHERE status <> 'lukket';

CREATE TABLE samtale(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  agenda TEXT NOT NULL,
  agenda_sha TEXT NOT NULL,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  dato TEXT NOT NULL,
  kl TEXT,
  form TEXT,
  deltagere TEXT NOT NULL,
  med TEXT NOT NULL,
  status TEXT NOT NULL,
  udgave INTEGER NOT NULL,
  kladde_udgave INTEGER,
  grund TEXT,
  kraever_samtale TEXT,
  anmaerkning TEXT,
  tillaeg TEXT NOT NULL,
  paabegyndt TEXT,
  faerdig TEXT
) STRICT;
CREATE INDEX samtale_borger ON samtale(borger);
CREATE INDEX samtale_forlob ON samtale(forlob, status, dato, agenda);
CREATE INDEX samtale_kladder ON samtale(nr) WHERE kladde_udgave IS NOT NULL;

CREATE TABLE plan(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  dato TEXT NOT NULL,
  kl TEXT,
  form TEXT,
  kilde TEXT NOT NULL,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX plan_forlob ON plan(forlob, nr);
CREATE INDEX plan_borger ON plan(borger);
CREATE INDEX plan_dato ON plan(dato);

CREATE TABLE aftale(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  hvad TEXT NOT NULL,
  hvem TEXT NOT NULL,
  hvem_andre TEXT,
  frist TEXT,
  modtagere TEXT,
  til_stede TEXT NOT NULL,
  status TEXT NOT NULL,
  grund TEXT,
  afsluttet TEXT,
  flyttet INTEGER NOT NULL,
  oprettet TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX aftale_borger ON aftale(borger);
CREATE INDEX aftale_forlob ON aftale(forlob, status);
CREATE INDEX aftale_aabne ON aftale(frist) WHERE status = 'aben';

CREATE TABLE delmal(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  art TEXT NOT NULL,
  specifikt TEXT,
  malbart TEXT,
  attraktivt TEXT,
  realistisk TEXT,
  frist TEXT,
  status TEXT NOT NULL,
  delt TEXT,
  tekst TEXT,
  status_dato TEXT,
  oprettet TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX delmal_borger ON delmal(borger);
CREATE INDEX delmal_aabne ON delmal(frist) WHERE status = 'aben';

CREATE TABLE hensyn(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  hensyn TEXT,
  behov TEXT,
  losning TEXT,
  reformulering TEXT,
  hvem TEXT NOT NULL,
  sporg_forst TEXT NOT NULL,
  aftalt TEXT,
  hvorfor TEXT,
  betydning TEXT,
  virker TEXT,
  status TEXT NOT NULL,
  trukket TEXT,
  oprettet TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX hensyn_borger ON hensyn(borger);

CREATE TABLE clearance(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  hensyn INTEGER NOT NULL REFERENCES hensyn(nr),
  forlob INTEGER NOT NULL REFERENCES forlob(nr),
  rolle TEXT NOT NULL,
  svar TEXT NOT NULL,
  aftalt TEXT,
  trukket TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX clearance_forlob ON clearance(forlob);
CREATE INDEX clearance_hensyn ON clearance(hensyn);

CREATE TABLE opgave(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER NOT NULL REFERENCES forlob(nr),
  opgave TEXT NOT NULL,
  trin TEXT NOT NULL,
  timetype TEXT,
  tilpasning TEXT,
  hjaelpemidler TEXT,
  trin_siden TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX opgave_forlob ON opgave(forlob);
CREATE INDEX opgave_borger ON opgave(borger);

CREATE TABLE timer(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  fra TEXT NOT NULL,
  praktik REAL,
  lontilskud REAL,
  ordinaer REAL,
  art TEXT NOT NULL,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX timer_forlob ON timer(forlob);
CREATE INDEX timer_borger ON timer(borger);

CREATE TABLE lonkroner(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER NOT NULL REFERENCES forlob(nr),
  dato TEXT NOT NULL,
  trin TEXT NOT NULL,
  timer REAL,
  opgaver TEXT,
  tekst TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX lonkroner_forlob ON lonkroner(forlob);
CREATE INDEX lonkroner_borger ON lonkroner(borger);

CREATE TABLE kontakt(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  dato TEXT NOT NULL,
  kanal TEXT,
  med TEXT NOT NULL,
  naet TEXT NOT NULL,
  hvem_ringede TEXT,
  tekst TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX kontakt_forlob ON kontakt(forlob, naet, dato);
CREATE INDEX kontakt_borger ON kontakt(borger);

CREATE TABLE fravaer(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER NOT NULL REFERENCES forlob(nr),
  dato TEXT NOT NULL,
  art TEXT NOT NULL,
  besked TEXT
) STRICT;
CREATE INDEX fravaer_forlob ON fravaer(forlob, dato);
CREATE INDEX fravaer_borger ON fravaer(borger);

CREATE TABLE fremmode(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER NOT NULL REFERENCES forlob(nr),
  fra TEXT,
  til TEXT NOT NULL,
  aftalt REAL,
  modt REAL,
  syg REAL,
  fri REAL,
  udeblevet REAL,
  uafklaret REAL,
  for_sent REAL,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX fremmode_forlob ON fremmode(forlob);
CREATE INDEX fremmode_borger ON fremmode(borger);

CREATE TABLE taet(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  dato TEXT NOT NULL,
  svar TEXT NOT NULL,
  grund TEXT,
  vi_gor TEXT
) STRICT;
CREATE INDEX taet_borger ON taet(borger);
CREATE INDEX taet_aktive ON taet(borger) WHERE svar = 'ja';

CREATE TABLE onske(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  rang INTEGER NOT NULL,
  onske TEXT NOT NULL,
  branche TEXT,
  status TEXT NOT NULL,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX onske_borger ON onske(borger);

CREATE TABLE koordinering(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  indsats TEXT,
  hvornar TEXT,
  hvem TEXT,
  samtale INTEGER REFERENCES samtale(nr),
  sted_i_samtale TEXT
) STRICT;
CREATE INDEX koordinering_borger ON koordinering(borger);

CREATE TABLE kvittering(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  emne TEXT NOT NULL,
  emne_nr INTEGER NOT NULL,
  dato TEXT NOT NULL,
  udgave INTEGER
) STRICT;
CREATE INDEX kvittering_emne ON kvittering(emne, emne_nr);

CREATE TABLE indstilling(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  navn TEXT NOT NULL,
  vaerdi TEXT NOT NULL,
  dato TEXT
) STRICT;
CREATE INDEX indstilling_navn ON indstilling(navn);

CREATE TABLE statistik(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  maned TEXT NOT NULL,
  art TEXT,
  branche TEXT,
  udfald TEXT,
  uge INTEGER,
  formode TEXT,
  afsluttende_samtale TEXT,
  lontimer REAL
) STRICT;
CREATE INDEX statistik_maned ON statistik(maned);

CREATE TABLE maned(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  maned TEXT NOT NULL,
  navn TEXT NOT NULL,
  tal REAL NOT NULL,
  rettelse REAL NOT NULL
) STRICT;
CREATE INDEX maned_maned ON maned(maned, navn);

CREATE TABLE jobabning(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  virksomhed INTEGER NOT NULL REFERENCES virksomhed(nr),
  opgaver TEXT,
  timer REAL,
  frist TEXT
) STRICT;
CREATE INDEX jobabning_virksomhed ON jobabning(virksomhed);

CREATE TABLE maltal(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  maned TEXT NOT NULL,
  navn TEXT NOT NULL,
  antal REAL NOT NULL,
  filter TEXT
) STRICT;
CREATE INDEX maltal_maned ON maltal(maned);

-- The newest value of every answer, by version of the samtale.
CREATE TABLE svar_nu(
  samtale INTEGER NOT NULL REFERENCES samtale(nr),
  udgave INTEGER NOT NULL,
  punkt TEXT NOT NULL,
  felt TEXT NOT NULL,
  raekke INTEGER NOT NULL,
  haendelse INTEGER NOT NULL,
  vaerdi TEXT NOT NULL,
  PRIMARY KEY(samtale, udgave, punkt, felt, raekke)
) STRICT, WITHOUT ROWID;

-- Which event finished which version of a samtale: the case as it stood then is rebuilt from it.
CREATE TABLE samtale_udgave(
  samtale INTEGER NOT NULL REFERENCES samtale(nr) ON DELETE CASCADE,
  udgave INTEGER NOT NULL,
  haendelse_nr INTEGER NOT NULL,
  grund TEXT,
  tid TEXT NOT NULL,
  PRIMARY KEY(samtale, udgave)
) STRICT, WITHOUT ROWID;

-- Half-typed text, gone when the answer is saved.
CREATE TABLE kladde(
  samtale INTEGER NOT NULL REFERENCES samtale(nr) ON DELETE CASCADE,
  punkt TEXT NOT NULL,
  felt TEXT NOT NULL,
  raekke INTEGER NOT NULL,
  tekst TEXT NOT NULL,
  tid TEXT NOT NULL,
  PRIMARY KEY(samtale, punkt, felt, raekke)
) STRICT, WITHOUT ROWID;

-- Agendas as they were asked, by the hash of their text.
CREATE TABLE agenda_udgave(
  sha TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  tekst TEXT NOT NULL,
  kompileret TEXT NOT NULL
) STRICT;

-- Which file holds which agenda, so that an unchanged file is not read again.
CREATE TABLE agenda_fil(
  sti TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  stoerrelse INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  sha TEXT NOT NULL,
  program TEXT NOT NULL
) STRICT;

-- What the list of forløb is sorted by, kept by the triggers below: a page of 40 costs the same at any number.
CREATE TABLE forlob_linje(
  forlob INTEGER PRIMARY KEY,
  status TEXT NOT NULL,
  dato TEXT,
  kl TEXT,
  form TEXT
) STRICT;
CREATE INDEX forlob_linje_aabne ON forlob_linje(dato, forlob) WHERE status <> 'lukket';
CREATE INDEX forlob_linje_dato ON forlob_linje(dato, forlob);

CREATE TRIGGER forlob_linje_ny AFTER INSERT ON forlob
BEGIN
  INSERT INTO forlob_linje(forlob, status, dato, kl, form)
  SELECT NEW.nr, NEW.status, plan.dato, plan.kl, plan.form
  FROM (SELECT 1) LEFT JOIN (SELECT * FROM plan WHERE forlob = NEW.nr ORDER BY nr DESC LIMIT 1) AS plan;
END;

CREATE TRIGGER forlob_linje_status AFTER UPDATE OF status ON forlob
BEGIN
  UPDATE forlob_linje SET status = NEW.status WHERE forlob = NEW.nr;
END;

CREATE TRIGGER forlob_linje_slet AFTER DELETE ON forlob
BEGIN
  DELETE FROM forlob_linje WHERE forlob = OLD.nr;
END;

CREATE TRIGGER forlob_linje_plan_ny AFTER INSERT ON plan WHEN NEW.forlob IS NOT NULL
BEGIN
  UPDATE forlob_linje SET (dato, kl, form) = (
    SELECT dato, kl, form FROM plan WHERE forlob = NEW.forlob ORDER BY nr DESC LIMIT 1)
  WHERE forlob = NEW.forlob;
END;

CREATE TRIGGER forlob_linje_plan_ret AFTER UPDATE ON plan
BEGIN
  UPDATE forlob_linje SET (dato, kl, form) = (
    SELECT dato, kl, form FROM plan WHERE forlob = forlob_linje.forlob ORDER BY nr DESC LIMIT 1)
  WHERE forlob IN (OLD.forlob, NEW.forlob);
END;

CREATE TRIGGER forlob_linje_plan_slet AFTER DELETE ON plan WHEN OLD.forlob IS NOT NULL
BEGIN
  UPDATE forlob_linje SET (dato, kl, form) = (
    SELECT dato, kl, form FROM plan WHERE forlob = OLD.forlob ORDER BY nr DESC LIMIT 1)
  WHERE forlob = OLD.forlob;
END;
