"""The match of a borger's wishes and the places that are known. Open, act, show."""

from typing import TYPE_CHECKING

from vforlob.actions.match import gather_match
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.match_screen import View, match_page
from vforlob.cli.match_words import whole_number
from vforlob.cli.numbers import borger_for
from vforlob.cli.show import emit, out, raw
from vforlob.errors.use import WrongUse
from vforlob.rules.match.values import Match
from vforlob.store.store import Store

if TYPE_CHECKING:
    from vforlob.rules.match.together import SharedMatch  # its gate: only for the shared page


def match(
    borger: str = "", *, sammen: bool = False, onske: str = "", match_alle: bool = False, json: bool = False
) -> int | None:
    """The wishes in their order, and where each of them leads."""
    plads = whole_number(onske, "match") if onske else None
    with open_store() as store:
        whose = borger_for(store, borger, "match")
        found = gather_match(store, whose, context().today)
        shared = _shared(store, found) if sammen else None
    if plads is not None and plads not in {one.onske.rang for one in found.wishes}:
        raise WrongUse(f"Det ønske er ikke på listen. Se dem: vforlob ønske liste b{whose.nr}", command="match")
    if shared is not None:
        _show_together(shared, whose.nr, json)
        return None
    if json:
        from vforlob.cli.match_json import match_json  # only for machines

        emit(match_json(found, context().today))
        return None
    page = match_page(found, context().today, View(screen_width(), whose.nr, match_alle, plads, in_folder("")))
    for line in page.lines:
        out(line)
    if not context().may_ask:
        return None
    from vforlob.cli.match_walk import log_by_letter  # a page that goes to a file asks nothing

    return log_by_letter(page.letters, whose.nr)


def _shared(store: Store, found: Match) -> "SharedMatch":
    from vforlob.actions.borgere_named import has_alias  # late: the page for her alone may name them
    from vforlob.rules.match.together import together  # likewise: the gate

    return together(found, has_alias(store))


def _show_together(shared: "SharedMatch", nr: int, json: bool) -> None:
    from vforlob.cli.match_json import together_json  # the page for her alone does without
    from vforlob.cli.match_together import out_of_sight, together_lines  # likewise

    if json:
        emit(together_json(shared, nr))
        return
    raw(out_of_sight())
    for line in together_lines(shared, nr, screen_width(), in_folder("")):
        out(line)
