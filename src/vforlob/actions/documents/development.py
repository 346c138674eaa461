"""How a borger has come on since a day, gathered for one recipient and drafted as a paragraph. Knows no layout.

The paragraph is a draft: the konsulent reads it and may write it anew before the document is made.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.documents.contacts import one_line
from vforlob.actions.documents.development_words import WORDS, WORKS, Words
from vforlob.actions.documents.heard import Heard, heard_by, held_in
from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.moves import Move, counted_since, hours_since, moves, reached_since
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob
from vforlob.rules.danish import counted, listed, number, with_unit
from vforlob.rules.progress import weekly
from vforlob.rules.smart import title
from vforlob.rules.timetrappe import paid
from vforlob.store.case import load_case
from vforlob.store.earlier_values import changes_of
from vforlob.store.store import Store

ART = "udviklingsbeskrivelse"
SELF = "selvstaendigt"
_ABSENT = (
    ("syg", "syg"),
    ("fri", "fri efter aftale"),
    ("udeblevet", "væk uden besked"),
    ("uafklaret", "uden kendt grund"),
)
_MERGED = ("clearances", "opgaver", "timer", "lonkroner", "fremmode", "samtaler", "kontakter", "planer", "aftaler")


class Development(NamedTuple):
    """`since` and `today` are ISO; what happened on `since` itself is where it begins."""

    case: Case
    recipient: str
    since: str
    today: str
    heard: tuple[Heard, ...]
    moves: tuple[Move, ...]

    @property
    def words(self) -> Words:
        return WORDS[self.recipient]


def gather_development(
    store: Store, whose: Forlob | Borger, recipient: str, since: date | None, today: date
) -> Development:
    """`since` None: since the last one was made in a file, else since it began."""
    case = case_whole(store, whose)
    day = since.isoformat() if since else last_made(store, case, recipient, today) or began(case, today)
    heard = heard_by(recipient, held_in(store, case, lambda one: one.dato >= day))
    return Development(
        case, recipient, day, today.isoformat(), heard, moves(case, changes_of(store, case.borger.nr), day)
    )


def case_whole(store: Store, whose: Forlob | Borger) -> Case:
    """Of a borger all forløb together; where there has been one, it is that."""
    if isinstance(whose, Forlob):
        return as_long_as_it_went(load_case(store, forlob=whose.nr))
    forlobene = store.door(Forlob).find(borger=whose.nr)
    if len(forlobene) == 1:
        return as_long_as_it_went(load_case(store, forlob=forlobene[0].nr))
    own = load_case(store, borger=whose.nr)
    cases = [own, *(load_case(store, forlob=one.nr) for one in forlobene)]
    merged = {name: {one.nr: one for case in cases for one in getattr(case, name)} for name in _MERGED}
    columns: dict[str, Any] = {name: tuple(found[nr] for nr in sorted(found)) for name, found in merged.items()}
    return own._replace(**columns)


def last_made(store: Store, case: Case, recipient: str, today: date) -> str:
    """The day of the newest file of this kind about the same case; one made today is made again, not followed up."""
    own = case.forlob.nr if case.forlob else None
    files = store.door(Eksport).find(hvad=ART, borger=case.borger.nr, forlob=own, modtager=recipient)
    return max((one.tid[:10] for one in files if one.tid[:10] < today.isoformat()), default="")


def began(case: Case, today: date) -> str:
    first = case.forlob.start if case.forlob else case.borger.henvist
    known = first or min((one.dato for one in case.samtaler), default="") or case.borger.oprettet
    return min(known or today.isoformat(), today.isoformat())


def draft(development: Development) -> str:
    """Facts first: tasks, hours, days, delmål, hensyn; then the next step."""
    words = development.words
    found = [
        *_tasks(development),
        *_hours(development),
        *_days(development),
        *_goals(development),
        *_works(development),
    ]
    step = next_step(development)
    return " ".join([*(found or [words.nothing]), *([words.next_step.format(step)] if step else [])])


def next_step(development: Development) -> str:
    for heard in reversed(development.heard):
        said = one_line(heard.text("lille_skridt", "svar"))
        if said:
            return said if said.endswith((".", "?")) else f"{said}."
    return ""


def moved(development: Development) -> Iterator[Move]:
    """Tasks that stand on another step than they did, and those that are new."""
    return (one for one in development.moves if one.before != one.opgave.trin)


def _tasks(development: Development) -> Iterator[str]:
    words, found = development.words, tuple(moved(development))
    alone = [_name(one) for one in found if one.opgave.trin == SELF and one.before]
    if alone:
        yield capital(words.alone.format(listed([alone[0], *map(_inside, alone[1:])])))
    for one in found:
        sentence = _task(one, words)
        if sentence:
            yield capital(sentence)


def _task(move: Move, words: Words) -> str:
    now, name = move.opgave.trin, _name(move)
    if not move.before:
        return words.came.get(now, "").format(name)
    if not move.is_forward:
        return words.back.get(now, "").format(name)
    if now == SELF:
        return ""
    if move.before == "ny":
        return words.began.get(now, "").format(_inside(name) if words.began[now][:1] != "{" else name)
    return words.moved.format(name, words.from_[move.before], words.to[now])


def _hours(development: Development) -> Iterator[str]:
    words = development.words
    before, now = hours_since(development.case.timer, development.since, development.today)
    if before is None or now is None:
        return
    first, last = weekly(before), weekly(now)
    if last != first:
        yield (words.more_hours if last > first else words.fewer_hours).format(number(first), number(last))
    elif last:
        yield words.same_hours.format(number(last))
    if paid(now) > paid(before):
        yield capital(words.paid.format(with_unit(paid(now), "timer")))


def _days(development: Development) -> Iterator[str]:
    """Her own figures to the borger; to the case all of them."""
    total = counted_since(development.case.fremmode, development.since)
    if "aftalt" not in total or "modt" not in total:
        return
    said = development.words.met.format(number(total["modt"]), number(total["aftalt"]))
    away = [f"{counted(total[name], 'dag', 'dage')} {word}" for name, word in _ABSENT if total.get(name)]
    yield f"{said.removesuffix('.')}; {listed(away)}." if away else said


def _goals(development: Development) -> Iterator[str]:
    for delmal in reached_since(development.case.delmal, development.since):
        if title(delmal):
            yield development.words.reached.format(one_line(title(delmal)).rstrip("."))


def _works(development: Development) -> Iterator[str]:
    """What was said last of each hensyn; by the name that the recipient may have for it."""
    newest: dict[str, str] = {}
    for heard in development.heard:
        for punkt in heard.punkter:
            for row in punkt.rows if "hensyn" in punkt.punkt.writes else ():
                if row.known and row.values.get("virker") in WORKS:
                    newest[row.known] = WORKS[str(row.values["virker"])]
    for known, works in newest.items():
        yield development.words.works.format(one_line(known).rstrip("."), works)


def _name(move: Move) -> str:
    return one_line(move.opgave.opgave).rstrip(".")


def _inside(name: str) -> str:
    """In the middle of a sentence; a name written in capitals keeps them."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"
