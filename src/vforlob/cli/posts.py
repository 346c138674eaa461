"""What the commands of aftaler, delmål and opgaver share: find one, list them, enter one. Knows no kind by name."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from vforlob.actions.numbered import record_of
from vforlob.actions.records import columns_of
from vforlob.cli.context import context
from vforlob.cli.layout import for_you, one_line, screen_width, side_by_side
from vforlob.cli.owners import Owner, owner_of
from vforlob.cli.record_entry import Entry
from vforlob.cli.record_lists import PAGE
from vforlob.cli.show import emit, out
from vforlob.errors.use import NothingGiven
from vforlob.store.posts import Post, Wanted, posts
from vforlob.store.store import Store


class Family(NamedTuple):
    """`one`, `many` and `none` in Danish: "en aftale", "aftaler", "ingen aftaler"; `word` stands in the commands.

    `text` is what a record is called in a list to pick from, `steps` what can be done with one.
    """

    emne: str
    word: str
    one: str
    many: str
    none: str
    text: Callable[[Any], str]
    steps: tuple[str, ...] = ("vis", "ret")


def one_for(store: Store, family: Family, typed: str, line: str) -> Any:
    """The record with the number on the line, or the one that is picked."""
    return record_of(store, family.emne, typed or _picked(store, family, line))


def _picked(store: Store, family: Family, line: str) -> str:
    if not context().may_ask:
        raise NothingGiven(family.one, f"vforlob {line} 7")
    from vforlob.cli.picking import pick  # a line with its number needs no list

    found = posts(store, family.emne, context().today.isoformat(), Wanted())
    picks = (
        (it.record.nr, f"{it.record.nr}  {one_line(it.alias)}  {one_line(family.text(it.record))}") for it in found
    )
    return str(pick(f"Vælg {family.one}", family.emne, picks))


def new_entry(family: Family, heading: str, owner: Owner | None, shown: dict[str, Any] | None = None) -> Entry:
    """`shown` is what the form is told beside the answers."""
    title = f"{heading} · {owner.name}" if owner else heading
    return Entry(family.emne, f"{family.word} ny", title, current=shown or {}, preset=owner.preset if owner else {})


def entry_of(store: Store, family: Family, record: Any, forgotten: Iterable[str] = ()) -> Entry:
    """To correct it. What is `forgotten` has to be said anew."""
    owner = owner_of(store, record.borger, record.forlob)
    current = columns_of(record, family.emne) | dict.fromkeys(forgotten)
    heading = f"{family.word[:1].upper()}{family.word[1:]} {record.nr} · {owner.name}"
    return Entry(family.emne, f"{family.word} ret {record.nr}", heading, record.nr, current)


def wanted_of(owner: Owner | None, alle: bool, json: bool) -> Wanted:
    """One more than a screenful tells that there are more."""
    limit = None if alle or json else PAGE + 1
    if owner is None:
        return Wanted(settled=alle, limit=limit)
    return Wanted(owner.borger.nr, owner.forlob.nr if owner.forlob else None, alle, limit)


def show_list(
    family: Family, owner: Owner | None, found: Sequence[Post], table: Callable[..., list[str]], wanted: Wanted
) -> None:
    """The heading, a screenful of lines, and what can be typed next."""
    heading = f"{family.many[:1].upper()}{family.many[1:]}"
    number = owner.number if owner else "f12"
    if not found:
        whose = f" for {owner.number}" if owner else ""
        out(f"Der er {family.none}{whose}. Lav en: vforlob {family.word} ny {number}")
        return
    for line in (*for_you(f"{heading} · {owner.name}" if owner else heading, screen_width()), ""):
        out(line)
    shown = found if wanted.limit is None else found[:PAGE]
    for line in table(shown, context().today, screen_width()):
        out(line)
    out(f"\n vforlob {family.word} {' · '.join(f'{step} NR' for step in family.steps)} · ny {number}")
    if len(found) > len(shown):
        out(f" Der er flere. Se dem alle: vforlob {family.word} liste --alle")


def emit_list(found: Iterable[Post]) -> None:
    from vforlob.cli.record_json import record_json  # only for machines

    emit({"raekker": [record_json(it.record) | {"alias": it.alias, "virksomhed_navn": it.virksomhed} for it in found]})


def show_one(store: Store, family: Family, record: Any, screen: Callable[..., list[str]], next_steps: str) -> None:
    from vforlob.cli.history_lines import history_lines  # as JSON it is told otherwise

    owner, width = owner_of(store, record.borger, record.forlob), screen_width()
    for line in screen(record, owner, context().today, width):
        out(line)
    for line in history_lines(store, family.emne, record.nr, context().today, width):
        out(line)
    out()
    for line in side_by_side(next_steps, width):
        out(line)


def emit_one(store: Store, family: Family, record: Any) -> None:
    from vforlob.cli.history_lines import history_json  # only for machines
    from vforlob.cli.record_json import record_json  # likewise

    owner = owner_of(store, record.borger, record.forlob)
    emit(record_json(record) | {"alias": owner.borger.alias, "historik": history_json(store, family.emne, record.nr)})
