"""The delmål of a borger as plain text to paste into Min Plan: what, by when, and each letter. Knows no system."""

from collections.abc import Iterable, Iterator
from datetime import date

from vforlob.actions.documents.blocks import paragraph, section, sentence
from vforlob.actions.documents.contacts import one_line
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.made import Made, Missing
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.dokument import Blok, Dokument, Led, Liste
from vforlob.rules.danish import plain_date
from vforlob.rules.smart import gaps, title
from vforlob.store.store import Store

BORGER = "borger"
OPEN = ("aben", "justeret", "delvist")
# A job is aimed at through what is learned, and that through what changes.
_ARTS = {"jobmal": "Jobmål", "kompetencemal": "Kompetenceudviklingsmål", "udviklingsmal": "Udviklingsmål"}
_STATUS = {
    "aben": "i gang",
    "justeret": "justeret, i gang",
    "delvist": "nået et stykke af vejen",
    "naet": "nået",
    "bortfaldet": "bortfaldet",
}
_NAMES = (
    ("malbart", "Det tæller vi"),
    ("attraktivt", "Det får jeg ud af det"),
    ("realistisk", "Derfor kan det lade sig gøre"),
    ("tekst", "Siden sidst"),
)


def make_minplan(store: Store, borger: Borger, today: date) -> Made:
    """Written as the borger's own plan: she reads it, and it carries no alias."""
    delmalene = [one for one in store.door(Delmal).find(borger=borger.nr) if title(one)]
    aimed_at = [one for one in delmalene if one.status in OPEN]
    over = [one for one in delmalene if one.status not in OPEN]
    blocks = (
        *(block for art in _ARTS for block in _of_art(aimed_at, art)),
        *section("Nået og afsluttet", _listed(sorted(over, key=lambda one: (one.status_dato or "", one.nr)))),
    )
    nothing = paragraph("Der er ikke aftalt delmål endnu.")
    dokument = Dokument("minplan", "Delmål til Min Plan", BORGER, blocks or nothing, dato=today.isoformat())
    return Made(finished(dokument, borger.alias), tuple(_missing(borger, aimed_at)))


def _of_art(delmalene: Iterable[Delmal], art: str) -> tuple[Blok, ...]:
    own = [one for one in delmalene if one.art == art]
    return section(_ARTS[art], _listed(sorted(own, key=lambda one: (one.frist or "9", one.nr))))


def _listed(delmalene: Iterable[Delmal]) -> tuple[Blok, ...]:
    found = tuple(_led(one) for one in delmalene)
    return (Liste(found, nummereret=True),) if found else ()


def _led(delmal: Delmal) -> Led:
    return Led(capital(one_line(title(delmal)).rstrip(".")), hale=_when(delmal), under=tuple(_parts(delmal)))


def _when(delmal: Delmal) -> str:
    status = _STATUS.get(delmal.status, delmal.status)
    if delmal.status not in OPEN:
        return f"{status} {plain_date(delmal.status_dato)}" if delmal.status_dato else status
    return f"senest {plain_date(delmal.frist)}, {status}" if delmal.frist else status


def _parts(delmal: Delmal) -> Iterator[Led]:
    for column, name in _NAMES:
        said = one_line(getattr(delmal, column))
        if said and said != one_line(title(delmal)):
            yield Led(sentence(said), name)


def _missing(borger: Borger, delmalene: Iterable[Delmal]) -> Iterator[Missing]:
    for delmal in delmalene:
        for gap in gaps(delmal):
            yield Missing(f"Delmål {delmal.nr}: {gap}", f"delmål ret {delmal.nr}")
    if not any(True for _ in delmalene):
        yield Missing("Der er intet åbent delmål.", f"delmål ny b{borger.nr}")
