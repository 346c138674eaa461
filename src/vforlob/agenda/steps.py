"""The order of a samtale: which question stands on which page, what comes next, before and at a jump.

Knows no answers' meaning, no screen and no storage; which page something belongs to is decided by the gate.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from vforlob.agenda.walk import Scope, applying, felt_applies, relevant
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, Answers, Key, Value, row_values, rows_of

BEFORE, SHARED, AFTER = "for", "faelles", "efter"
PAGES = (BEFORE, SHARED, AFTER)
HUB = "raekker"  # the list of rows: add, change, take away, or go on
NOTES = "noter"  # the point whose hub leads to a note for any point
TOLD = "fortalt"  # nothing is asked: what was decided alone is shown to everybody

PageOf = Callable[[Punkt, Felt, Mapping[str, Value] | None], str]


class Known(NamedTuple):
    """A record of the case, or a choice, that stands as a row before anybody has answered. `values` say which it is.

    `raekke` is its row number where the answers use the record's own; 0 where the next free one is given.
    """

    nr: int
    values: tuple[tuple[str, Value], ...]
    raekke: int = 0

    def is_row(self, row: Mapping[str, Value], same: Callable[[Value, Value], bool]) -> bool:
        """By the first of the values: what else is known of the record follows it."""
        felt, value = self.values[0]
        return felt in row and same(row[felt], value)


class Step(NamedTuple):
    """One question. `raekke` is 0 outside rows, `known` the record that the row is about, 0 for none.

    `way` says when a step is met on the way forward: always, only while it is empty, or only from its list.
    """

    page: str
    punkt: str
    felt: str
    raekke: int = 0
    known: int = 0
    way: str = "altid"

    @property
    def key(self) -> Key:
        return Key(self.punkt, self.felt, self.raekke)


ALWAYS, WHEN_EMPTY, FROM_LIST = "altid", "tom", "inde"


class Ground(NamedTuple):
    """What the order is made from. `fixed` are the lists that take no new rows; `same` compares two identities.

    `used` holds the highest row number that earlier versions gave out: a number is never given twice. `told` are the
    points decided alone whose result everybody is shown. `left_out` are columns that the known rows of a point do
    without, and those that its new rows do without.
    """

    agenda: Agenda
    answers: Answers
    scope: Scope
    page_of: PageOf
    known: Mapping[str, tuple[Known, ...]] = {}
    fixed: tuple[str, ...] = ()
    same: Callable[[Value, Value], bool] = lambda one, other: one == other
    used: Mapping[str, int] = {}
    told: tuple[str, ...] = ()
    left_out: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {}


class RowEntry(NamedTuple):
    """A row that is there, or a known record whose row nobody has begun; its number is then the next free one."""

    raekke: int
    known: Known | None
    begun: bool


def all_steps(ground: Ground, begun: Step | None = None) -> tuple[Step, ...]:
    """Every step of the samtale, page by page. `begun` is a step in a new row that holds no answer yet."""
    ground = ground._replace(answers=relevant(ground.agenda, ground.answers, ground.scope))
    points = applying(ground.agenda, ground.answers, ground.scope)
    found = [step for punkt in points for step in _punkt_steps(ground, punkt, begun)]
    return tuple(step for page in PAGES for step in found if step.page == page) + tuple(_note_steps(points))


def next_step(steps: tuple[Step, ...], here: Step, answers: Answers) -> Step | None:
    """The step after this one; None after the last."""
    place = _place(steps, here)
    if here.way == FROM_LIST:
        return _next_in_row(steps, here, place)
    return next((step for step in steps[place + 1 :] if _is_met(step, answers)), None)


def step_before(steps: tuple[Step, ...], here: Step) -> Step | None:
    """The step before this one; None before the first."""
    place = _place(steps, here)
    if here.way == FROM_LIST:
        earlier = [step for step in steps[:place] if _same_row(step, here)]
        return earlier[-1] if earlier else hub_of(steps, here)
    return next((step for step in reversed(steps[:place]) if step.way != FROM_LIST), None)


def first_of(steps: tuple[Step, ...], punkt: str, page: str, answers: Answers) -> Step | None:
    """Where a jump to a point lands: on this page if it can, else on a later one, else on an earlier."""
    of_point = [step for step in steps if step.punkt == punkt and step.way != FROM_LIST]
    for wanted in (page, *[other for other in PAGES if other != page]):
        on_page = [step for step in of_point if step.page == wanted]
        if on_page:
            return next((step for step in on_page if _is_met(step, answers)), on_page[0])
    return None


def hub_of(steps: tuple[Step, ...], here: Step) -> Step | None:
    """The list that a step's row stands in; for a note, the choice of notes."""
    if here.felt == NOTE:
        return next((step for step in steps if step.punkt == NOTES), None)
    hubs = [step for step in steps if step.punkt == here.punkt and step.felt == HUB]
    return next((step for step in hubs if step.page == here.page), hubs[0] if hubs else None)


def where_left(steps: tuple[Step, ...], answers: Answers) -> Step | None:
    """Where an interrupted samtale goes on: after the last step that has an answer; the first step when none has."""
    last = max((place for place, step in enumerate(steps) if _has_answer(step, answers)), default=-1)
    if last < 0:
        return steps[0] if steps else None
    return next_step(steps, steps[last], answers)


def row_entries(ground: Ground, punkt: Punkt) -> tuple[RowEntry, ...]:
    """The known records first, then the other rows, each with its number."""
    rows = rows_of(ground.answers, punkt.id)
    free = max((ground.used.get(punkt.id, 0), *rows))
    entries = []
    for known in ground.known.get(punkt.id, ()):
        raekke = known.raekke if known.raekke in rows else _row_of(ground, punkt, known)
        if not raekke and not known.raekke:
            free += 1
        entries.append(RowEntry(raekke or known.raekke or free, known, bool(raekke)))
    taken = {entry.raekke for entry in entries}
    return (*entries, *(RowEntry(raekke, None, True) for raekke in rows if raekke not in taken))


def free_row(ground: Ground, punkt: Punkt) -> int:
    """The number that a new row gets."""
    return max((ground.used.get(punkt.id, 0), *(entry.raekke for entry in row_entries(ground, punkt)))) + 1


def row_steps(ground: Ground, punkt: Punkt, entry: RowEntry) -> Iterator[Step]:
    """The felter of one row, each on its page; which record a known row is, is never asked."""
    identity = dict(entry.known.values) if entry.known else {}
    row = {**identity, **row_values(ground.answers, punkt.id, entry.raekke)}
    known = entry.known.nr if entry.known else 0
    of_known, of_new = ground.left_out.get(punkt.id, (frozenset(), frozenset()))
    left_out = of_known if known else of_new
    for felt in punkt.felter:
        if felt.outside_rows or felt.id in identity or felt.id in left_out:
            continue
        if felt_applies(punkt, felt, ground.answers, ground.scope, entry.raekke):
            yield Step(ground.page_of(punkt, felt, row), punkt.id, felt.id, entry.raekke, known)


def _row_of(ground: Ground, punkt: Punkt, known: Known) -> int:
    if known.raekke:
        return 0
    for raekke in rows_of(ground.answers, punkt.id):
        if known.is_row(row_values(ground.answers, punkt.id, raekke), ground.same):
            return raekke
    return 0


def hub_page(ground: Ground, punkt: Punkt) -> str:
    """New rows are added where the first column is asked; "" for a list that takes none."""
    if punkt.id in ground.fixed or not punkt.row_felter:
        return ""
    return ground.page_of(punkt, punkt.row_felter[0], None)


def _punkt_steps(ground: Ground, punkt: Punkt, begun: Step | None) -> Iterator[Step]:
    rows_told = False
    for felt in punkt.felter:
        if punkt.is_liste and not felt.outside_rows:
            if not rows_told:
                rows_told = True
                yield from _liste_steps(ground, punkt, begun)
        elif felt_applies(punkt, felt, ground.answers, ground.scope):
            yield Step(ground.page_of(punkt, felt, None), punkt.id, felt.id)
    if punkt.id in ground.told:
        yield Step(SHARED, punkt.id, TOLD)


def _liste_steps(ground: Ground, punkt: Punkt, begun: Step | None) -> Iterator[Step]:
    hub = hub_page(ground, punkt)
    entries = row_entries(ground, punkt)
    if begun is not None and begun.punkt == punkt.id and begun.raekke not in {0, *(e.raekke for e in entries)}:
        entries = (*entries, RowEntry(begun.raekke, None, False))
    for entry in entries:
        for step in row_steps(ground, punkt, entry):
            yield step._replace(way=_way(step, entry, punkt.id in ground.fixed, hub))
    if hub:
        yield Step(hub, punkt.id, HUB)


def _way(step: Step, entry: RowEntry, is_fixed: bool, hub: str) -> str:
    """A list of known records and nothing else is gone through; other rows are met from their list."""
    if is_fixed:
        return ALWAYS
    return FROM_LIST if step.page == hub and not entry.known else WHEN_EMPTY


def _note_steps(points: tuple[Punkt, ...]) -> Iterator[Step]:
    """Last of all, alone: a note for any point, by its number."""
    numbered = [punkt for punkt in points if punkt.number]
    for punkt in numbered:
        yield Step(AFTER, punkt.id, NOTE, way=FROM_LIST)
    if numbered:
        yield Step(AFTER, NOTES, HUB)


def _place(steps: tuple[Step, ...], here: Step) -> int:
    """By question, not by equality: an answer may have moved the step to another page, or done away with it."""
    same = [place for place, step in enumerate(steps) if _is_same(step, here)]
    on_page = [place for place in same if steps[place].page == here.page]
    if same:
        return (on_page or same)[0]
    of_point = [place for place, step in enumerate(steps) if step.punkt == here.punkt and step.page == here.page]
    return of_point[0] - 1 if of_point else _page_end(steps, here.page)


def _is_same(step: Step, here: Step) -> bool:
    if step.known or here.known:
        return (step.punkt, step.felt, step.known) == (here.punkt, here.felt, here.known)
    return step.key == here.key


def _page_end(steps: tuple[Step, ...], page: str) -> int:
    """The last place up to the end of a page: for a step that has gone with its whole point."""
    allowed = PAGES[: PAGES.index(page) + 1]
    return max((place for place, step in enumerate(steps) if step.page in allowed and step.punkt != NOTES), default=-1)


def _next_in_row(steps: tuple[Step, ...], here: Step, place: int) -> Step | None:
    return next((step for step in steps[place + 1 :] if _same_row(step, here)), None) or hub_of(steps, here)


def _same_row(step: Step, here: Step) -> bool:
    return (step.page, step.punkt, step.raekke) == (here.page, here.punkt, here.raekke) and step.way == FROM_LIST


def _is_met(step: Step, answers: Answers) -> bool:
    return step.way == ALWAYS or (step.way == WHEN_EMPTY and step.key not in answers)


def _has_answer(step: Step, answers: Answers) -> bool:
    if step.felt == HUB:
        return False
    return step.key in answers and step.felt != NOTE
