"""The records of a whole case as tables, one a kind: the same rows for a workbook and for a page. Knows no gate."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from vforlob.actions.documents import sag_words as words
from vforlob.actions.documents.sag_facts import name_of_forlob
from vforlob.actions.documents.sag_hensyn import hensyn_row
from vforlob.model.aftale import Aftale
from vforlob.model.delmal import Delmal
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet, Udsat
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.regneark import Celle, Fane, Sojle
from vforlob.model.sag import Sag
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.danish import listed, number
from vforlob.rules.gate_tables import CASE_ONLY
from vforlob.rules.progress import weekly
from vforlob.rules.timetrappe import AIM
from vforlob.rules.voices import PARTS

Row = tuple[Celle, ...]


class Kind(NamedTuple):
    """A kind of record. `art` is its word in the list of what happened; `rows` reads it out of the case. The last
    column is the forløb, where there are several.
    """

    art: str
    name: str
    columns: tuple[Sojle, ...]
    records: Callable[[Sag], Sequence[Any]]
    row: Callable[[Sag, Any], Row]
    drawn: tuple[str, ...] = ()


def fane(sag: Sag, kind: Kind, records: Iterable[Any] | None = None) -> Fane:
    found = tuple(kind.records(sag) if records is None else records)
    rows = [(*kind.row(sag, one), forlob_of(sag, one)) for one in found]
    return filled(Fane(kind.name, (*kind.columns, Sojle("Forløb")), tuple(rows), kind.drawn))


def filled(made: Fane) -> Fane:
    """Without the columns that nobody has filled in: a wide sheet is read by nobody."""
    used = [place for place in range(len(made.sojler)) if any(row[place] not in (None, "") for row in made.raekker)]
    cells = tuple(tuple(row[place] for place in used) for row in made.raekker)
    return made._replace(sojler=tuple(made.sojler[place] for place in used), raekker=cells)


def forlob_of(sag: Sag, record: Any) -> str:
    """Its number to the konsulent, its name to the others."""
    nr = getattr(record, "forlob", None)
    if not nr or len(sag.forlobene) < 2:
        return ""
    forlob = next((one for one in sag.forlobene if one.nr == nr), None)
    return f"f{nr}" if sag.modtager in CASE_ONLY or forlob is None else name_of_forlob(sag, forlob)


def _texts(*names: str) -> tuple[Sojle, ...]:
    """A name with a sign behind it: * is a date, # a number."""
    arts = {"*": "dato", "#": "tal"}
    return tuple(Sojle(name.rstrip("*#"), arts.get(name[-1], "tekst")) for name in names)


def _aftale(sag: Sag, one: Aftale) -> Row:
    status = words.word(words.AFTALE, one.status)
    moved = f", flyttet {one.flyttet} gange" if one.flyttet > 1 else ", flyttet" if one.flyttet else ""
    return (
        *(one.hvad, words.people(one.hvem, sag.modtager, one.hvem_andre), one.frist, f"{status}{moved}"),
        *(one.oprettet, one.afsluttet, one.grund, words.readers(one.modtagere or ())),
    )


def _delmal(_sag: Sag, one: Delmal) -> Row:
    return (
        *(one.specifikt, words.word(words.DELMAL_STATUS, one.status), one.frist, words.word(words.GOALS, one.art)),
        *(one.malbart, one.attraktivt, one.realistisk, one.tekst, one.status_dato, one.oprettet, one.delt),
    )


def _timer(_sag: Sag, one: Timer) -> Row:
    """What is aimed at has a column of its own: it is no step that was taken."""
    if one.art != AIM:
        return one.fra, one.praktik, one.lontilskud, one.ordinaer, weekly(one), None, "", one.grund
    kinds = [f"{number(hours)} {name}" for kind, name in words.HOURS.items() if (hours := getattr(one, kind))]
    return one.fra, None, None, None, None, weekly(one), listed(kinds) if len(kinds) > 1 else "", one.grund


def _lonkroner(_sag: Sag, one: Lonkroner) -> Row:
    return one.dato, words.word(words.PAID, one.trin), one.timer, one.opgaver, one.tekst


def _opgave(_sag: Sag, one: Opgave) -> Row:
    return (
        *(one.opgave, words.word(words.STEPS, one.trin), one.trin_siden, words.word(words.HOURS, one.timetype)),
        *(one.timer, words.days(one.dage), one.tilpasning, one.hjaelpemidler),
    )


def _kontakt(sag: Sag, one: Kontakt) -> Row:
    began = words.word(PARTS, one.hvem_ringede)
    reached = "" if one.naet == "ja" else "nej"
    return (
        one.dato,
        words.word(words.CHANNELS, one.kanal),
        words.people(one.med, sag.modtager),
        began,
        reached,
        one.tekst,
    )


def _fremmode(_sag: Sag, one: Fremmode) -> Row:
    return (*(one.fra, one.til, one.aftalt, one.modt, one.syg, one.fri, one.udeblevet, one.uafklaret, one.for_sent),)


def _fravaer(_sag: Sag, one: Fravaer) -> Row:
    return one.dato, words.word(words.ABSENCE, one.art), one.besked


def _taet(_sag: Sag, one: Taet) -> Row:
    return one.dato, words.word(words.WORRY, one.svar), one.grund, one.vi_gor


def _onske(_sag: Sag, one: Onske) -> Row:
    status = words.word(words.WISHES, one.status) if one.status != "ikke_afsogt" or one.status_dato else ""
    return one.rang, one.onske, one.branche, status, one.status_dato, one.tekst


def _koordinering(_sag: Sag, one: Koordinering) -> Row:
    return one.indsats, one.hvornar, one.hvem


def _udsat(_sag: Sag, one: Udsat) -> Row:
    return one.dato, one.til, one.grund


AFTALER = Kind(
    "aftale",
    "Aftaler",
    _texts("Hvad", "Hvem", "Senest*", "Status", "Aftalt*", "Afsluttet*", "Grund", "Må kendes af"),
    lambda sag: sag.case.aftaler,
    _aftale,
)
DELMAL = Kind(
    "delmal",
    "Delmål",
    _texts(
        *("Delmål", "Status", "Senest*", "Slags", "Målbart", "Det giver", "Realistisk", "Sagt om det"),
        *("Status siden*", "Skrevet*", "Virksomheden må kende det"),
    ),
    lambda sag: sag.case.delmal,
    _delmal,
)
TIMER = Kind(
    "timer",
    "Timer",
    _texts("Fra*", "Praktik#", "Løntilskud#", "Ordinære#", "I alt#", "Mål#", "Mål for", "Grund"),
    lambda sag: sorted(sag.case.timer, key=lambda one: (one.art == AIM, one.fra, one.nr)),
    _timer,
    ("Fra", "Praktik", "Løntilskud", "Ordinære", "Mål"),
)
LON = Kind(
    "lonkroner",
    "Timer med løn",
    _texts("Dato*", "Hvor langt", "Timer om ugen#", "Opgaver", "Bemærkning"),
    lambda sag: sorted(sag.case.lonkroner, key=lambda one: (one.dato, one.nr)),
    _lonkroner,
)
OPGAVER = Kind(
    "opgave",
    "Opgaver",
    _texts("Opgave", "Hvor langt", "Siden*", "Slags timer", "Timer om ugen#", "Dage", "Tilpasning", "Hjælpemidler"),
    lambda sag: sag.case.opgaver,
    _opgave,
)
HENSYN = Kind(
    "hensyn",
    "Hensyn",
    _texts(
        *("Det hjælper", "Hensyn", "Behov", "Sagt på en anden måde", "Hvorfor", "Virker det"),
        *("Må vide det", "Spørg først", "Må ikke vide det", "Ønsket til startmødet", "Aftalt*", "Betydning for sagen"),
        *("Skrevet*", "Trukket tilbage*"),
    ),
    lambda sag: sag.case.hensyn,
    hensyn_row,
)
KONTAKTER = Kind(
    "kontakt",
    "Kontakter",
    _texts("Dato*", "Hvordan", "Med", "Hvem begyndte", "Nået", "Notat"),
    lambda sag: sorted(sag.case.kontakter, key=lambda one: (one.dato, one.nr)),
    _kontakt,
)
FREMMODE = Kind(
    "fremmode",
    "Fremmøde",
    _texts(
        *("Fra*", "Til*", "Aftalte dage#", "Mødt#", "Syg#", "Fri#", "Blev væk#", "Ved ikke#", "For sent#"),
    ),
    lambda sag: sorted(sag.case.fremmode, key=lambda one: (one.til, one.nr)),
    _fremmode,
)
FRAVAER = Kind(
    "fravaer",
    "Fravær",
    _texts("Dato*", "Hvad", "Besked"),
    lambda sag: sorted(sag.fravaer, key=lambda one: (one.dato, one.nr)),
    _fravaer,
)
TAET = Kind(
    "taet",
    "Tæt opfølgning",
    _texts("Dato*", "Svar", "Grund", "Det gør vi"),
    lambda sag: sorted(sag.case.taet, key=lambda one: (one.dato, one.nr)),
    _taet,
)
ONSKER = Kind(
    "onske",
    "Ønsker",
    _texts("Nr.#", "Ønske", "Branche", "Status", "Siden*", "Det kom der ud af det"),
    lambda sag: sorted(sag.case.onsker, key=lambda one: (one.rang, one.nr)),
    _onske,
)
KOORDINERING = Kind(
    "koordinering",
    "Skal passe sammen",
    _texts("Indsats", "Hvornår", "Hvem"),
    lambda sag: sag.case.koordinering,
    _koordinering,
)
UDSAT = Kind(
    "udsat",
    "Udsat",
    _texts("Dato*", "Udsat til*", "Grund"),
    lambda sag: sorted(sag.udsat, key=lambda one: (one.dato or "", one.nr)),
    _udsat,
)
KINDS = (
    *(AFTALER, DELMAL, TIMER, LON, OPGAVER, HENSYN, KONTAKTER, FREMMODE, FRAVAER, TAET),
    *(ONSKER, KOORDINERING, UDSAT),
)
