-- What leaves the program: files, calendar events, the walk after a samtale, and what a receipt covers.

-- Every file that was written outside the database. The name of the file holds nothing about a person.
CREATE TABLE eksport(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  hvad TEXT NOT NULL,
  modtager TEXT,
  format TEXT NOT NULL,
  sti TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  tid TEXT NOT NULL,
  borger INTEGER REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  samtale INTEGER REFERENCES samtale(nr),
  fjernet TEXT
) STRICT;
CREATE INDEX eksport_borger ON eksport(borger);
CREATE INDEX eksport_til_stede ON eksport(tid) WHERE fjernet IS NULL;

-- A calendar event as it was last given out: the same uid and a higher sekvens moves it in the calendar.
CREATE TABLE kalender(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  borger INTEGER NOT NULL REFERENCES borger(nr),
  forlob INTEGER REFERENCES forlob(nr),
  uid TEXT NOT NULL,
  sekvens INTEGER NOT NULL DEFAULT 0,
  agenda TEXT,
  dato TEXT NOT NULL,
  kl TEXT,
  form TEXT,
  anker TEXT,
  tid TEXT NOT NULL
) STRICT;
CREATE INDEX kalender_borger ON kalender(borger);
CREATE INDEX kalender_forlob ON kalender(forlob);

-- How far the walk after a samtale has come: one row a step that was done or passed over.
CREATE TABLE aflevering(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  samtale INTEGER NOT NULL REFERENCES samtale(nr),
  borger INTEGER NOT NULL REFERENCES borger(nr),
  udgave INTEGER NOT NULL,
  trin TEXT NOT NULL,
  svar TEXT NOT NULL,
  dato TEXT NOT NULL
) STRICT;
CREATE INDEX aflevering_samtale ON aflevering(samtale);
CREATE INDEX aflevering_borger ON aflevering(borger);

-- The newest event that the receipt covers: what is changed afterwards waits for the journal again.
ALTER TABLE kvittering ADD COLUMN haendelse INTEGER;

-- What waits for the journal: what has no receipt, and what was changed after it. Kept by the triggers below, so that
-- today's list reads what waits and not all there is. `haendelse` is the first event that no receipt covers; a receipt
-- without an event covers everything.
CREATE TABLE til_journal(
  emne TEXT NOT NULL,
  emne_nr INTEGER NOT NULL,
  haendelse INTEGER NOT NULL,
  PRIMARY KEY(emne, emne_nr)
) STRICT, WITHOUT ROWID;
CREATE INDEX til_journal_haendelse ON til_journal(haendelse);

-- The events that are of weight to a case by themselves. What a samtale did stands in the text of the samtale; that a
-- forløb takes over what was open is no news; and taking either of them back is not.
CREATE VIEW journal_haendelse AS
SELECT nr, emne, emne_nr FROM haendelse
WHERE emne IN ('kontakt', 'fravaer', 'taet', 'hensyn', 'clearance', 'aftale', 'delmal')
  AND emne <> 'svar' AND emne_nr IS NOT NULL
  AND art NOT IN ('samtale færdig', 'samtale rettet', 'samtale fra fil', 'forløb ny')
  AND NOT (art LIKE 'fortryd %' AND EXISTS (
    SELECT 1 FROM haendelse AS taget WHERE taget.nr = CAST(substr(haendelse.art, 9) AS INTEGER)
      AND taget.art IN ('samtale færdig', 'samtale rettet', 'samtale fra fil', 'forløb ny')));

INSERT INTO til_journal SELECT emne, emne_nr, min(nr) FROM journal_haendelse AS h
WHERE nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = h.emne AND emne_nr = h.emne_nr), 0)
GROUP BY emne, emne_nr;
INSERT INTO til_journal SELECT 'samtale', samtale, min(haendelse_nr) FROM samtale_udgave AS u
WHERE haendelse_nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = 'samtale' AND emne_nr = u.samtale), 0)
GROUP BY samtale;

CREATE TRIGGER til_journal_haendelse_ny AFTER INSERT ON haendelse
WHEN NEW.emne IN ('kontakt', 'fravaer', 'taet', 'hensyn', 'clearance', 'aftale', 'delmal')
BEGIN
  INSERT OR IGNORE INTO til_journal SELECT emne, emne_nr, nr FROM journal_haendelse
  WHERE nr = NEW.nr AND nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = NEW.emne AND emne_nr = NEW.emne_nr), 0);
END;

CREATE TRIGGER til_journal_udgave_ny AFTER INSERT ON samtale_udgave
BEGIN
  INSERT OR IGNORE INTO til_journal SELECT 'samtale', NEW.samtale, NEW.haendelse_nr
  WHERE NEW.haendelse_nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = 'samtale' AND emne_nr = NEW.samtale), 0);
END;

CREATE TRIGGER til_journal_udgave_vaek AFTER DELETE ON samtale_udgave
BEGIN
  DELETE FROM til_journal WHERE emne = 'samtale' AND emne_nr = OLD.samtale;
  INSERT INTO til_journal SELECT 'samtale', samtale, min(haendelse_nr) FROM samtale_udgave
  WHERE samtale = OLD.samtale AND haendelse_nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = 'samtale' AND emne_nr = OLD.samtale), 0)
  GROUP BY samtale;
END;

CREATE TRIGGER til_journal_kvittering_ny AFTER INSERT ON kvittering
BEGIN
  DELETE FROM til_journal WHERE emne = NEW.emne AND emne_nr = NEW.emne_nr;
  INSERT INTO til_journal SELECT emne, emne_nr, min(nr) FROM journal_haendelse
  WHERE emne = NEW.emne AND emne_nr = NEW.emne_nr AND nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = NEW.emne AND emne_nr = NEW.emne_nr), 0)
  GROUP BY emne, emne_nr;
  INSERT INTO til_journal SELECT 'samtale', samtale, min(haendelse_nr) FROM samtale_udgave
  WHERE NEW.emne = 'samtale' AND samtale = NEW.emne_nr AND haendelse_nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = 'samtale' AND emne_nr = NEW.emne_nr), 0)
  GROUP BY samtale;
END;

CREATE TRIGGER til_journal_kvittering_vaek AFTER DELETE ON kvittering
BEGIN
  DELETE FROM til_journal WHERE emne = OLD.emne AND emne_nr = OLD.emne_nr;
  INSERT INTO til_journal SELECT emne, emne_nr, min(nr) FROM journal_haendelse
  WHERE emne = OLD.emne AND emne_nr = OLD.emne_nr AND nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = OLD.emne AND emne_nr = OLD.emne_nr), 0)
  GROUP BY emne, emne_nr;
  INSERT INTO til_journal SELECT 'samtale', samtale, min(haendelse_nr) FROM samtale_udgave
  WHERE OLD.emne = 'samtale' AND samtale = OLD.emne_nr AND haendelse_nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
    WHERE emne = 'samtale' AND emne_nr = OLD.emne_nr), 0)
  GROUP BY samtale;
END;

-- A borger who is deleted waits for nothing.
CREATE TRIGGER til_journal_tomt AFTER UPDATE OF emne_nr ON haendelse
WHEN NEW.emne_nr IS NULL AND OLD.emne_nr IS NOT NULL
BEGIN
  DELETE FROM til_journal WHERE emne = OLD.emne AND emne_nr = OLD.emne_nr;
END;
