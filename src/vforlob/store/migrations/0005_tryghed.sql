-- Deleting for good, and telling who looked. New columns stand last, as in the NamedTuples of model/.

-- What somebody wrote can be taken out of an event without taking out the rest: the salt goes, so that nothing of it can
-- be guessed; what is left is vouched for by the receipt of the deletion (sletning.kontrol). Emptied stays emptied.
DROP TRIGGER haendelse_ret;
CREATE TRIGGER haendelse_ret BEFORE UPDATE ON haendelse
WHEN NEW.salt IS NOT NULL
  OR (NEW.indhold IS NOT NULL AND OLD.indhold IS NULL)
  OR (NEW.emne_nr IS NOT NULL AND NEW.emne_nr IS NOT OLD.emne_nr)
  OR (NEW.sted IS NOT NULL AND NEW.sted IS NOT OLD.sted)
  OR ((NEW.emne_nr IS NULL OR NEW.sted IS NOT OLD.sted) AND NEW.indhold IS NOT NULL)
  OR NEW.nr IS NOT OLD.nr OR NEW.uid IS NOT OLD.uid OR NEW.gruppe IS NOT OLD.gruppe OR NEW.art IS NOT OLD.art
  OR NEW.emne IS NOT OLD.emne OR NEW.tid_utc IS NOT OLD.tid_utc OR NEW.forskydning IS NOT OLD.forskydning
  OR NEW.ur_flag IS NOT OLD.ur_flag OR NEW.forpligt IS NOT OLD.forpligt OR NEW.kaede IS NOT OLD.kaede
BEGIN
  SELECT RAISE(ABORT, 'haendelse: only redaction may change a row');
END;

-- The day on which what was written in the samtale was deleted; the choices and numbers are still there.
ALTER TABLE samtale ADD COLUMN tekst_slettet TEXT;

-- The receipt of a deletion: what kind and how many, never of whom.
CREATE TABLE sletning(
  nr INTEGER PRIMARY KEY AUTOINCREMENT,
  dato TEXT NOT NULL,
  art TEXT NOT NULL,
  antal INTEGER NOT NULL,
  hvad TEXT NOT NULL DEFAULT '[]',
  frist TEXT,
  kontrol TEXT NOT NULL DEFAULT '[]'
) STRICT;

-- What must be deleted again when an older copy is restored: the random mark of an event, and no person.
CREATE TABLE sletteliste(
  ref TEXT PRIMARY KEY,
  art TEXT NOT NULL,
  dato TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which command it was, and a chain of its own: a row that was changed or taken out of the middle is found.
ALTER TABLE opslag ADD COLUMN kommando TEXT;
ALTER TABLE opslag ADD COLUMN salt BLOB;
ALTER TABLE opslag ADD COLUMN forpligt BLOB;
ALTER TABLE opslag ADD COLUMN kaede BLOB;
CREATE INDEX opslag_borger ON opslag(borger) WHERE borger IS NOT NULL;
CREATE TRIGGER opslag_ret BEFORE UPDATE ON opslag
WHEN NEW.borger IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.nr IS NOT OLD.nr OR NEW.tid IS NOT OLD.tid
  OR NEW.handling IS NOT OLD.handling OR NEW.kommando IS NOT OLD.kommando OR NEW.antal IS NOT OLD.antal
  OR NEW.forpligt IS NOT OLD.forpligt OR NEW.kaede IS NOT OLD.kaede
BEGIN
  SELECT RAISE(ABORT, 'opslag: only redaction may change a row');
END;

-- Who is deleted has been looked up by somebody still, but not by name or number.
CREATE TRIGGER opslag_uden_borger AFTER DELETE ON borger
BEGIN
  UPDATE opslag SET borger = NULL, salt = NULL WHERE borger = OLD.nr;
END;
