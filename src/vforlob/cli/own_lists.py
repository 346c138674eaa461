"""Find one of the records that follow a borger, and whose a list is. Knows no kind by name."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from vforlob.actions.numbered import record_of
from vforlob.actions.references import read_typed
from vforlob.cli.context import context
from vforlob.cli.layout import for_you, one_line, screen_width, side_by_side
from vforlob.cli.owners import Owner, named_owner
from vforlob.cli.record_lists import PAGE
from vforlob.cli.show import emit, out
from vforlob.errors.use import NothingGiven
from vforlob.model.borger import Borger
from vforlob.store.kinds import RECORDS
from vforlob.store.store import Store


def own_for(store: Store, emne: str, typed: str, line: str, text: Callable[[Any], str]) -> Any:
    """By its number; where a borger stands on the line, or nothing, picked from a list. `line` is the command."""
    read = read_typed(typed)
    if typed and read.nr is not None and not read.emne:
        return record_of(store, emne, typed)
    records = records_of(store, emne, named_owner(store, typed))
    if not context().may_ask:
        raise NothingGiven("et nummer", f"vforlob {line} {records[0].nr if typed and records else 7}")
    from vforlob.cli.picking import pick  # a line with its number needs no list

    aliases = aliases_of(store)
    picks = [(it.nr, f"{it.nr}  {aliases[it.borger]}  {one_line(text(it))}") for it in records[:PAGE]]
    return store.door(RECORDS[emne]).get(pick("Vælg fra listen", emne, picks))


def records_of(store: Store, emne: str, owner: Owner | None) -> tuple[Any, ...]:
    """Hers, or everybody's."""
    whose = {"borger": owner.borger.nr} if owner else {}
    found: tuple[Any, ...] = store.door(RECORDS[emne]).find(**whose)
    return found


def aliases_of(store: Store) -> dict[int, str]:
    return {borger.nr: one_line(borger.alias) for borger in store.door(Borger).find()}


def show_rows(
    heading: str, rows: Sequence[Any], table: Callable[..., list[str]], steps: str, alle: bool, summed: str = ""
) -> None:
    """The heading, a screenful of lines, what they come to, and what can be typed next, always last."""
    for line in (*for_you(heading, screen_width()), ""):
        out(line)
    for line in table(rows if alle else rows[:PAGE], context().today, screen_width()):
        out(line)
    if summed:
        out(f"\n {summed}")
    out()
    for line in side_by_side(steps, screen_width()):
        out(line)
    if not alle and len(rows) > PAGE:
        out(" Der er flere. Se dem alle med --alle.")


def emit_rows(store: Store, rows: Iterable[Any]) -> None:
    from vforlob.cli.record_json import record_json  # only for machines

    aliases = aliases_of(store)
    emit({"raekker": [record_json(it) | {"alias": aliases[it.borger]} for it in rows]})
