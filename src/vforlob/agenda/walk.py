"""Which points and felter of an agenda apply to a samtale, given its answers. Knows no screen, order or storage."""

from collections.abc import Iterator
from typing import NamedTuple

from vforlob.agenda.condition import holds
from vforlob.agenda.reserved import BESIDE
from vforlob.model.agenda import PARTS, Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, Answers, Key, Value, is_answered, rows_of

# Stand in the answers beside the points of the agenda, without being points of it.
RESERVED = tuple(punkt.id for punkt in BESIDE)


class Scope(NamedTuple):
    """What a samtale asks at all. `parties` are those present; `switched_on` are points that must be switched on,
    the grundige among them; `forlob_art` may be named in conditions.
    """

    parties: tuple[str, ...] = PARTS
    switched_on: tuple[str, ...] = ()
    forlob_art: str | None = None


class Count(NamedTuple):
    answered: int
    total: int


def is_switched_on(punkt: Punkt, scope: Scope) -> bool:
    return (punkt.enabled and not punkt.thorough) or punkt.id in scope.switched_on


def is_part_present(punkt: Punkt, felt: Felt, scope: Scope) -> bool:
    """Only the parties can be absent: the konsulent holds the samtale."""
    part = felt.part or punkt.part
    return part not in PARTS or part in scope.parties


def punkt_applies(punkt: Punkt, earlier: Answers, scope: Scope) -> bool:
    """`earlier` are the relevant answers of the points before it."""
    if not is_switched_on(punkt, scope) or not holds(punkt.condition, earlier, None, scope.forlob_art):
        return False
    return any(is_part_present(punkt, felt, scope) for felt in punkt.felter)


def felt_applies(punkt: Punkt, felt: Felt, answers: Answers, scope: Scope, raekke: int = 0) -> bool:
    """`answers` are the relevant ones of the points before and of this point."""
    if not is_part_present(punkt, felt, scope):
        return False
    return holds(felt.condition, answers, (punkt.id, raekke), scope.forlob_art)


def relevant(agenda: Agenda, answers: Answers, scope: Scope) -> dict[Key, Value]:
    """The answers without those that a changed answer, or somebody's absence, has made irrelevant."""
    kept = {key: value for key, value in answers.items() if key.punkt in RESERVED}
    for punkt in agenda.punkter:
        if punkt_applies(punkt, kept, scope):
            _keep_punkt(punkt, answers, scope, kept)
    return kept


def applying(agenda: Agenda, answers: Answers, scope: Scope) -> tuple[Punkt, ...]:
    """The points of this samtale, in order."""
    shown = relevant(agenda, answers, scope)
    return tuple(punkt for punkt in agenda.punkter if punkt_applies(punkt, shown, scope))


def count(agenda: Agenda, answers: Answers, scope: Scope) -> Count:
    """Points with a value or a row, of those that apply; tillæg count too."""
    shown = relevant(agenda, answers, scope)
    points = applying(agenda, shown, scope)
    return Count(sum(is_answered(shown, punkt.id) for punkt in points), len(points))


def not_asked(agenda: Agenda, answers: Answers, scope: Scope) -> tuple[str, ...]:
    """What nobody was there to answer: "punkt" where that is all of it, else "punkt.felt"."""
    shown = relevant(agenda, answers, scope)
    return tuple(
        name
        for punkt in agenda.punkter
        if is_switched_on(punkt, scope) and holds(punkt.condition, shown, None, scope.forlob_art)
        for name in _not_asked_in(punkt, scope)
    )


def position(agenda: Agenda, punkt: Punkt) -> str:
    """ "4 af 10": the numbered points count, hidden or not; a tillæg has its letter alone."""
    if punkt.appendix or not punkt.number:
        return punkt.number
    total = sum(1 for other in agenda.punkter if not other.appendix)
    return f"{punkt.number} af {total}"


def _not_asked_in(punkt: Punkt, scope: Scope) -> Iterator[str]:
    absent = [felt.id for felt in punkt.felter if not is_part_present(punkt, felt, scope)]
    if absent and len(absent) == len(punkt.felter):
        yield punkt.id
    else:
        yield from (f"{punkt.id}.{felt}" for felt in absent)


def _keep_punkt(punkt: Punkt, answers: Answers, scope: Scope, kept: dict[Key, Value]) -> None:
    """Felt by felt in the order of the file, since a condition may name an earlier felt."""
    note = Key(punkt.id, NOTE)
    if note in answers:
        kept[note] = answers[note]
    rows = rows_of(answers, punkt.id)
    for felt in punkt.felter:
        for raekke in rows if punkt.is_liste and not felt.outside_rows else (0,):
            key = Key(punkt.id, felt.id, raekke)
            if key in answers and felt_applies(punkt, felt, kept, scope, raekke):
                kept[key] = answers[key]
