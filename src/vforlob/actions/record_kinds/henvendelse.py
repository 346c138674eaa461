"""What is asked of a henvendelse: which virksomhed was asked for which borger, how far it came. Knows no prompt.

It is always made for a borger: »en borger under armen«. It is not of weight to the case by itself and waits for no
journal; what comes of it, a forløb or a samtale, does.
"""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import (
    Columns,
    Given,
    RecordFelt,
    RecordKind,
    choices,
    is_correction,
    never,
    today_of,
)
from vforlob.actions.record_kinds.owners import BORGER
from vforlob.actions.references import number_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import short_date
from vforlob.rules.match.asked import MATCHED, NO, REFUSED, SETTLED, status_after
from vforlob.store.store import Store

FIRST = "kontaktet"
TRIN = choices(
    kontaktet="Kontaktet",
    snusebesog="Snusebesøg",
    samtale="Samtale",
    aftale="Aftale",
    afslag="Afslag",
)
MOST = 20
_FOR_WHOM = "Skriv, hvilken borger det var for, fx borger = 7."
_WHERE = "Skriv, hvilken virksomhed der blev spurgt, fx virksomhed = 4."
_WHY = "Skriv grunden til, at det blev et afslag. Den er god at have næste gang."
_ONLY_NO = "En grund hører til et afslag. Skriv det andet i teksten."


def _is_no(given: Given) -> bool:
    return given.get("trin") == NO


def _first(_store: Store, _given: Given, nr: int | None) -> Value | None:
    return FIRST if nr is None else None


def _today(store: Store, _given: Given, nr: int | None) -> Value | None:
    return today_of(store) if nr is None else None


FELTER = (
    BORGER,
    RecordFelt(
        Felt("virksomhed", "Virksomhed", "kort", help="Den, der er spurgt."), reference="virksomhed", when=is_correction
    ),
    RecordFelt(
        Felt(
            "onske", "Ønskets plads på listen", "tal", min=1, max=MOST, help="Det ønske, der førte dertil. Må stå tomt."
        ),
        when=is_correction,
    ),
    RecordFelt(
        Felt(
            "trin",
            "Hvor langt er det",
            "valg",
            choices=TRIN,
            help="Snusebesøg: borgeren har set stedet. Aftale: det bliver til noget.",
        ),
        required=True,
        default=_first,
    ),
    RecordFelt(Felt("grund", "Hvorfor blev det et nej", "kort", help="Sagligt og kort."), when=_is_no),
    RecordFelt(Felt("tekst", "Én linje om det", "tekst", help="Det, du skal bruge næste gang. Kan stå tomt.")),
    RecordFelt(Felt("dato", "Dag", "dato"), required=True, when=is_correction, default=_today, past=True),
    RecordFelt(Felt("jobabning", "Jobåbningens nummer", "tal", min=1), when=never),
)


def _make(store: Store, columns: Columns) -> Henvendelse:
    made = store.door(Henvendelse).add(
        Henvendelse(0, columns["borger"], columns["virksomhed"], **_said(store, columns))
    )
    _move_wish(store, made)
    return made


def _mend(store: Store, record: Any, columns: Columns) -> Henvendelse:
    mended = store.door(Henvendelse).change(record.nr, virksomhed=columns["virksomhed"], **_said(store, columns))
    if (mended.onske, mended.trin, mended.virksomhed) != (record.onske, record.trin, record.virksomhed):
        _move_wish(store, mended)
    return mended


def _said(store: Store, columns: Columns) -> dict[str, Any]:
    """A reason goes with the no it was for."""
    said = {name: columns[name] for name in ("dato", "trin", "tekst", "jobabning")}
    said["grund"] = columns["grund"] if columns["trin"] == NO else None
    onske = wish_at(store, columns["borger"], columns["onske"]) if columns["onske"] is not None else None
    return said | {"onske": onske.nr if onske else None}


def _move_wish(store: Store, made: Henvendelse) -> None:
    """In the same transaction: one fortryd takes both back."""
    if made.onske is None:
        return
    onske = store.door(Onske).get(made.onske)
    others = [one for one in store.door(Henvendelse).find(borger=made.borger, onske=made.onske) if one.nr != made.nr]
    status = status_after(onske.status, made, others)
    if status != onske.status:
        store.door(Onske).change(onske.nr, status=status, status_dato=made.dato)


def wish_at(store: Store, borger: int, place: int) -> Onske | None:
    """The wish that stands there on the borger's list."""
    found = [one for one in store.door(Onske).find(borger=borger) if one.rang == place]
    return found[0] if found else None


def place_of(store: Store, onske: int | None) -> int | None:
    """Where on the list the wish stands, as it is typed."""
    return store.door(Onske).get(onske).rang if onske is not None else None


def _whole(_store: Store, value: Value, _nr: int | None) -> str:
    return "" if float(str(value)).is_integer() and float(str(value)) >= 1 else "Skriv et helt tal, fx 1."


def _opening(store: Store, value: Value, nr: int | None) -> str:
    wrong = _whole(store, value, nr)
    if wrong or store.door(Jobabning).find(nr=_number(store, value)):
        return wrong
    return "Den jobåbning findes ikke. Se dem alle: vforlob jobåbning liste"


def _not_yet(store: Store, value: Value, _nr: int | None) -> str:
    return "Den dag er ikke kommet endnu. Skriv den dag, det skete." if str(value) > today_of(store) else ""


def _number(_store: Store, value: Value) -> int:
    return int(float(str(value)))


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    if given.get("borger") is None:
        yield Broken("borger", _FOR_WHOM)
    if given.get("virksomhed") is None:
        yield Broken("virksomhed", _WHERE)
    if _is_no(given) and not str(given.get("grund") or "").strip():
        yield Broken("grund", _WHY)
    if nr is None and not _is_no(given) and given.get("grund"):
        yield Broken("grund", _ONLY_NO)
    yield from _not_hers(store, given)
    yield from _not_theirs(store, given)


def _not_hers(store: Store, given: Given) -> Iterator[Broken]:
    place = given.get("onske")
    if place is None or given.get("borger") is None:
        return
    borger = number_of(store, "borger", str(given["borger"]))
    if wish_at(store, borger, _number(store, place)) is None:
        yield Broken("onske", f"Det ønske er ikke på listen. Se dem: vforlob ønske liste b{borger}")


def _not_theirs(store: Store, given: Given) -> Iterator[Broken]:
    if given.get("jobabning") is None or given.get("virksomhed") is None:
        return
    opening = store.door(Jobabning).get(int(float(str(given["jobabning"]))))
    if opening.virksomhed != number_of(store, "virksomhed", str(given["virksomhed"])):
        yield Broken("jobabning", "Den jobåbning er hos en anden virksomhed. Ret en af dem.")


def _laid_over(store: Store, record: Any, stands: Columns, given: Given) -> Given:
    """A wish is typed as its place on the list."""
    return stands | {"onske": place_of(store, record.onske)} | dict(given)


def _told(store: Store, record: Any) -> tuple[str, ...]:
    """The wish never goes back by itself, so it is said where the two no longer go together."""
    found = []
    onske = store.door(Onske).get(record.onske) if record.onske is not None else None
    if onske and record.trin not in SETTLED and onske.status in {MATCHED, REFUSED}:
        stands = f"Ønske {onske.rang} står stadig som {onske.status}."
        found.append(f"{stands} Er det åbent igen, så ret det: vforlob ønske ret {onske.nr}")
    again = store.door(Virksomhed).get(record.virksomhed).ring_igen
    if again and again > record.dato and record.trin == FIRST:
        found.append(f"De har bedt om først at blive ringet op {short_date(again, record.dato)}.")
    return tuple(found)


KIND = RecordKind(
    "henvendelse",
    FELTER,
    _make,
    _mend,
    columns={"onske": _whole, "jobabning": _opening, "dato": _not_yet},
    together=_together,
    told=_told,
    stored={"onske": _number, "jobabning": _number},
    laid_over=_laid_over,
)
