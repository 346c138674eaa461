"""What the gate must know of one samtale, and of hensyn, aftaler and delmål in it. Knows no point and no felt."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vforlob.model.aftale import Aftale
from vforlob.model.answers import NOTE, Answers, Value
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.samtale import Samtale
from vforlob.rules.gate_tables import (
    AFTALE_RECIPIENTS,
    BORGER,
    BORGER_AND_CASE,
    CASE_ONLY,
    CLEARANCE_FELTER,
    COUNTS_AS,
    EVERYONE,
    HEARD_ALONE,
    KONSULENT,
    MENTOR,
    OUTSIDE,
    SIDE_OF,
    VIRKSOMHED,
)

Row = Mapping[str, Value]
Recipients = frozenset[str]


class Scene(NamedTuple):
    """What the gate must know of a samtale. `deltagere` are the words of a samtale (leder, tolk ...); `alone` are the
    parts that were heard alone. `clearances` are those of this forløb as they stand now, `then` as they stood when the
    samtale was finished (None while it is held). `hensyn` are the borger's as they stand now: what is not there, or is
    withdrawn there, is cleared for nobody.
    """

    has_forlob: bool
    deltagere: tuple[str, ...]
    alone: frozenset[str] = frozenset()
    clearances: tuple[Clearance, ...] = ()
    then: tuple[Clearance, ...] | None = None
    hensyn: tuple[Hensyn, ...] = ()


def is_said_alone(part: str, scene: Scene) -> bool:
    """Marked as heard alone, or said when nobody from the other side was there: the borger's card promises that the
    virksomhed gets only what was cleared and what was said together.
    """
    side = SIDE_OF[part]
    if part in scene.alone or side in scene.alone:
        return True
    other = VIRKSOMHED if side == BORGER else BORGER
    return all(COUNTS_AS.get(word) != other for word in scene.deltagere)


def alone_in(answers: Answers) -> frozenset[str]:
    """The parts that the samtale says were heard alone."""
    found: set[str] = set()
    for key, value in answers.items():
        if HEARD_ALONE in (key.felt, key.punkt) and key.felt != NOTE:
            found.update(words(value))
    return frozenset(found)


def cleared(hensyn_nr: int | None, rolle: str, scene: Scene) -> bool:
    """The stricter of then and now: må at both times, and withdrawn neither here nor everywhere."""
    records = [hensyn for hensyn in scene.hensyn if hensyn.nr == hensyn_nr]
    if not records or any(hensyn.trukket or hensyn.status == "trukket" for hensyn in records):
        return False
    times = (scene.clearances,) if scene.then is None else (scene.clearances, scene.then)
    return all(_says_yes(hensyn_nr, rolle, clearances) for clearances in times)


def _says_yes(hensyn_nr: int | None, rolle: str, clearances: Iterable[Clearance]) -> bool:
    rows = [row for row in clearances if row.hensyn == hensyn_nr and row.rolle == rolle]
    return bool(rows) and all(row.svar == "ma" and not row.trukket for row in rows)


def with_decisions(clearances: tuple[Clearance, ...], rows: Iterable[Row], forlob: int) -> tuple[Clearance, ...]:
    """The clearances once the rows of a clearance point (nr, hvem, sporg_forst) are counted in: what the shared screen
    shows of a decision that is still in a draft.
    """
    decided = {nr: row for row in rows if (nr := hensyn_number(row)) and CLEARANCE_FELTER.intersection(row)}
    kept = tuple(row for row in clearances if row.hensyn not in decided)
    new = [
        Clearance(0, nr, forlob, rolle, "sporg" if rolle in words(row.get("sporg_forst")) else "ma")
        for nr, row in decided.items()
        for rolle in dict.fromkeys((*words(row.get("hvem")), *words(row.get("sporg_forst"))))
    ]
    return (*kept, *new)


def hensyn_number(row: Row) -> int | None:
    nr = str(row.get("nr", ""))
    return int(nr) if nr.isdecimal() else None


def aftale_recipients(aftale: Aftale | Row, present: Iterable[str]) -> Recipients:
    """The aftale's own `modtagere`; else the borger, every other party present or named, sagsbehandler and journal.
    `present` are the deltagere of the samtale where it was made.
    """
    if isinstance(aftale, Aftale):
        stated, hvem = aftale.modtagere, aftale.hvem
    else:
        given = aftale.get(AFTALE_RECIPIENTS)
        stated, hvem = None if given is None else words(given), words(aftale.get("hvem"))
    if stated is not None:
        return CASE_ONLY | EVERYONE.intersection(stated)
    return BORGER_AND_CASE | parties(present) | OUTSIDE.intersection(hvem)


def recipients_here(aftale: Aftale, forlob: int | None, samtaler: Iterable[Samtale]) -> Recipients:
    """In that forløb: what was agreed in another, or before there was one, is no business of its workplace, also when
    the forløb has taken it over. `samtaler` are those of the borger.
    """
    recipients = aftale_recipients(aftale, aftale.til_stede)
    is_earlier = any(one.nr == aftale.samtale and one.forlob is None for one in samtaler)
    is_here = forlob is not None and aftale.forlob == forlob and not is_earlier
    return recipients if is_here else recipients - OUTSIDE


def delmal_recipients(delmal: Delmal, forlob: int | None) -> Recipients:
    """In that forløb: the borger said yes to the virksomhed that she had in mind, and to no other."""
    return EVERYONE if is_shared_in(delmal, forlob) else BORGER_AND_CASE


def is_shared_in(delmal: Delmal, forlob: int | None) -> bool:
    return delmal.delt == "ja" and forlob is not None and delmal.forlob == forlob


def parties(deltagere: Iterable[str]) -> Recipients:
    """The recipients who were at the table. A mentor is one of them, and counts as the virksomhed as well."""
    present = {word for word in deltagere if word != KONSULENT}
    return frozenset({COUNTS_AS.get(word, VIRKSOMHED) for word in present} | ({MENTOR} & present))


def words(value: object) -> tuple[str, ...]:
    """A flervalg as the tuple that it is; one choice as a tuple of one; nothing as none."""
    if value is None or value == "":
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple | list) else (str(value),)
