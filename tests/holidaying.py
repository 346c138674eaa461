"""A small caseload over a Christmas holiday, for the tests of holidays and of the round of calls."""

from vforlob.actions.settings import keep_setting
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.store.store import Store

# Nothing of this may stand on a sheet that leaves for others.
SECRETS = (
    *("Æ-7", "B-2", "K-1", "Ada Ibsen", "Ibsen", "skizofreni", "ryggen", "sygemeldt", "migræne", "aktivitetsparat"),
    *("kommer fra et afbrud", "fast hver uge, for hun er svag", "klar", "bekymret", "depression", "udeblevet"),
)


def make_caseload(store: Store, *, with_ferie: bool = True) -> None:
    """Today is 20 November 2026. f1 Ørbæk with two forløb, f1 and f3; f2 at Byens Marked, no number; b4 in none."""
    keep_setting(store, "navne", "ja")
    keep_setting(store, "konsulent", "Karen Holm")
    keep_setting(store, "telefon", "87 65 43 21")
    with store.doing("sager ny"):
        _people(store)
        _forlobene(store)
        _happened(store)
        if with_ferie:
            door = store.door(Ferie)
            door.add(Ferie(0, None, None, "2026-12-14", "2027-01-03", "Bo Lund", "12 34 56 78"))
            door.add(Ferie(0, 2, None, "2026-12-14", "2026-12-18"))
            door.add(Ferie(0, None, 2, "2026-12-21", "2027-01-03"))


def _people(store: Store) -> None:
    borgere, places = store.door(Borger), store.door(Virksomhed)
    borgere.add(Borger(0, "Æ-7", malgruppe="aktivitetsparat", parathed="klar", navn="Ada Ibsen", oprettet="2026-09-01"))
    borgere.add(Borger(0, "B-2", skal_til="kommer fra et afbrud", oprettet="2026-09-01"))
    borgere.add(Borger(0, "K-1", telefon="20 30 40 50", oprettet="2026-09-01"))
    borgere.add(Borger(0, "T-9", oprettet="2026-09-01"))
    places.add(Virksomhed(0, "Ørbæk & Søn", "1", "lager", "Aarhus", "Åse", "86 00 00 01", fast_tid="tirsdage kl. 9.15"))
    places.add(Virksomhed(0, "Byens Marked", None, "detail", "Viby", "Per"))
    places.add(
        Virksomhed(0, "Maler Jensen", None, "maler", "Skanderborg", "Jens", "86 00 00 03", ring_igen="2026-11-24")
    )
    store.door(Kontaktperson).add(Kontaktperson(0, 1, "Mona", "værkfører", "86 00 00 02"))
    store.door(Kontaktperson).add(Kontaktperson(0, 1, "Gamle Ole", "chef", "86 00 00 09", ophort="2026-10-01"))


def _forlobene(store: Store) -> None:
    door = store.door(Forlob)
    plain = Forlob(0, 1, 1, "virksomhedspraktik", "2026-10-05", "2027-02-28", 12.5, oprettet="2026-10-01")
    door.add(plain._replace(kontakt_virksomhed="Mona", fast_tid="fast hver uge, for hun er svag", hensigt="depression"))
    door.add(plain._replace(borger=2, virksomhed=2, start="2026-11-02", slut="2027-01-01"))
    door.add(plain._replace(borger=3, virksomhed=1, mentor="Ada Ibsen"))
    plans = store.door(Plan)
    plans.add(Plan(0, 1, 1, "2026-11-25", "14:30", "besog"))
    plans.add(Plan(0, 4, None, "2026-11-26", "10:00", "telefon"))


def _happened(store: Store) -> None:
    kontakter = store.door(Kontakt)
    said = "Migræne i går, ellers fint: sygemeldt"
    kontakter.add(Kontakt(0, 1, 1, "2026-11-11", "telefon", ("virksomhed",), "ja", "konsulent", said))
    kontakter.add(Kontakt(0, 2, 2, "2026-11-16", "telefon", ("virksomhed", "borger"), "ja", "virksomhed", "Går godt"))
    kontakter.add(Kontakt(0, 3, 3, "2026-10-20", "telefon", ("virksomhed",), "ja", "konsulent", "bekymret for ryggen"))
    kontakter.add(Kontakt(0, 3, 3, "2026-11-18", "telefon", ("virksomhed",), "nej", "konsulent"))
    store.door(Fravaer).add(Fravaer(0, 1, 1, "2026-11-12", "udeblevet", "sygemeldt"))
    store.door(Taet).add(Taet(0, 3, 3, "2026-11-10", "obs", "bekymret", "Ringer"))
    hensyn = store.door(Hensyn).add(Hensyn(0, 1, "skizofreni", "ro", "en pause, for ryggen", hvem=("leder",)))
    store.door(Clearance).add(Clearance(0, hensyn.nr, 1, "leder", "ma", "2026-10-05"))
    plain = Aftale(0, 2, 2, oprettet="2026-11-09")
    store.door(Aftale).add(plain._replace(hvad="skrive en seddel om migræne", hvem=("virksomhed",), frist="2026-11-18"))
