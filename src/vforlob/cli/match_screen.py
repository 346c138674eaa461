"""The match on a screen, "Kun til dig": each wish, who was asked, where to ask, and why. Decides nothing.

Letters stand before what can be called about; they go on from wish to wish.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vforlob.cli.layout import for_you, labelled, one_line, side_by_side, wrap, wrap_told
from vforlob.cli.match_words import ENOUGH, STATUS, steps_words
from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import counted, listed, number, short_date
from vforlob.rules.match.facts import hours_words
from vforlob.rules.match.hensyn import needs, text_of
from vforlob.rules.match.suggest import ORDER
from vforlob.rules.match.values import Asked, Match, Seeker, Suggestion, WishMatch

LETTERS = "abcdefghijklmnoprstuvwxyz"  # q leaves
SHOWN = 3  # places a wish: three are what a borger and a consultant call in a week
NO_PLACE = "Ingen steder endnu."
FIND_PLACES = (
    "Til ønske {}: find tre steder sammen med borgeren, og spørg jeres netværk, hvem der kender nogen sådan et sted. "
    "Skriv dem ind: vforlob virksomhed ny"
)
NO_WISHES = "Der er ingen ønsker endnu, og et match begynder med borgerens ønsker. Tal om dem, og skriv dem op."
_TRANSPORT = {"gang": "til fods", "cykel": "på cykel", "bus": "med bus", "bil": "i bil", "andet": "på anden måde"}


class Line(NamedTuple):
    """What a letter stands for."""

    virksomhed: int
    plads: int | None


class Page(NamedTuple):
    lines: list[str]
    letters: dict[str, Line]


class View(NamedTuple):
    """`borger` is her number. `plads`: that wish alone, None for all. `alle`: every place, not the first few."""

    width: int
    borger: int
    alle: bool = False
    plads: int | None = None
    behind: str = ""


def match_page(match: Match, today: date, view: View) -> Page:
    seeker, letters = match.seeker, _Letters()
    lines = [*_head(seeker, view.width), *_known(seeker, view.width)]
    wishes = [one for one in match.wishes if view.plads is None or one.onske.rang == view.plads]
    for one in wishes:
        lines += ["", *_wish(one, letters, today, view)]
    if match.asked and view.plads is None:
        lines += ["", " Spurgt uden et bestemt ønske"]
        lines += [line for one in match.asked for line in _asked(one, None, letters, today, view.width)]
    lines += ["", *_foot(match, view)]
    return Page(lines, letters.used)


class _Letters:
    """Given out in the order of the page; when there are no more the rest have none."""

    def __init__(self) -> None:
        self.used: dict[str, Line] = {}

    def next(self, line: Line) -> str:
        letter = LETTERS[len(self.used) : len(self.used) + 1]
        if letter:
            self.used[letter] = line
        return letter


def _head(seeker: Seeker, width: int) -> list[str]:
    count = len(seeker.onsker)
    wishes = f"{count} af {ENOUGH} ønsker" if count < ENOUGH else counted(count, "ønske", "ønsker")
    return for_you(f"Match · b{seeker.borger.nr} · {one_line(seeker.borger.alias)} · {wishes}", width)


def _known(seeker: Seeker, width: int) -> Iterator[str]:
    """What places are held against; what is missing is said, for without it nothing can be left out."""
    borger = seeker.borger
    most = f"højst {counted(borger.minutter, 'minut', 'minutter')}" if borger.minutter else ""
    way = [one_line(borger.sted or ""), _TRANSPORT.get(borger.transport or "", ""), most]
    yield ""
    yield from labelled("Vej til arbejde", " · ".join(part for part in way if part) or "ikke skrevet op", width)
    yield from labelled("Timer om ugen", hours_words(seeker) or "ikke skrevet op", width)
    for place, one in enumerate(needs(seeker.hensyn)):
        yield from labelled("" if place else "Hensyn", text_of(one), width)


def _wish(one: WishMatch, letters: _Letters, today: date, view: View) -> Iterator[str]:
    yield from _wish_head(one.onske, today, view.width)
    for asked in one.asked:
        yield from _asked(asked, one.onske.rang, letters, today, view.width)
    shown = one.places if view.alle or view.plads is not None else one.places[:SHOWN]
    for found in shown:
        yield from _place(found, Line(found.place.virksomhed.nr, one.onske.rang), letters, view.width)
    if len(shown) < len(one.places):
        rest = len(one.places) - len(shown)
        more = f"vforlob match b{view.borger} --ønske {one.onske.rang}{view.behind}"
        yield f"     og {counted(rest, 'sted', 'steder')} til: {more}"
    yield from _not_now(one.not_now, view)
    yield from _also(one.also, view.width)
    if one.is_empty:
        yield f"     {NO_PLACE}"


def _wish_head(onske: Onske, today: date, width: int) -> list[str]:
    branche = f" ({one_line(onske.branche)})" if onske.branche else ""
    since = f" {short_date(onske.status_dato, today)}" if onske.status_dato else ""
    came = f": {one_line(onske.tekst)}" if onske.tekst else ""
    text = f"{one_line(onske.onske)}{branche} · {STATUS.get(onske.status, onske.status)}{since}{came}"
    first, *rest = wrap(text, width - 6)
    return [f" {onske.rang:<3} {first}", *(f"     {line}" for line in rest)]


def _asked(one: Asked, plads: int | None, letters: _Letters, today: date, width: int) -> list[str]:
    letter = letters.next(Line(one.virksomhed.nr, plads))
    return [*_name(letter, one.virksomhed, width), *_under(f"Spurgt: {steps_words(one.steps, today)}", width)]


def _place(found: Suggestion, line: Line, letters: _Letters, width: int) -> Iterator[str]:
    yield from _name(letters.next(line), found.place.virksomhed, width)
    told = found.told
    for label, facts in (("For", told.pro), ("Imod", told.con), ("Spørg om", told.ask)):
        if facts:
            yield from _under(f"{label}: {_facts(facts)}", width)


def _name(letter: str, virksomhed: Virksomhed, width: int) -> list[str]:
    about = ", ".join(one_line(text) for text in (virksomhed.branche, virksomhed.sted) if text)
    text = f"{f'v{virksomhed.nr}':<5} {one_line(virksomhed.navn)}{f' · {about}' if about else ''}"
    first, *rest = wrap(text, width - 6)
    return [f"   {letter:<1} {_kept_gap(first, virksomhed.nr)}", *(f"           {line}" for line in rest)]


def _kept_gap(first: str, nr: int) -> str:
    """Names line up under each other, whatever the number."""
    mark, _, name = first.partition(" ")
    return f"{mark:<5} {name}" if mark == f"v{nr}" else first


def _under(text: str, width: int) -> list[str]:
    return [f"           {line}" for line in wrap(text, width - 12)]


def _facts(facts: Iterable[str]) -> str:
    return " · ".join(facts)


def _not_now(found: tuple[Suggestion, ...], view: View) -> Iterator[str]:
    """Never a list that hides the places that can be called."""
    shown = found if view.alle or view.plads is not None else found[:SHOWN]
    for one in shown:
        virksomhed = one.place.virksomhed
        text = f"Ikke nu: v{virksomhed.nr} {one_line(virksomhed.navn)}: {', '.join(one.told.stop)}"
        first, *rest = wrap(text, view.width - 6)
        yield f"     {first}"
        yield from (f"       {line}" for line in rest)
    if len(shown) < len(found):
        yield f"     Ikke nu: {number(len(found) - len(shown))} til"


def _also(found: tuple[tuple[Virksomhed, int], ...], width: int) -> Iterator[str]:
    if not found:
        return
    names = [f"v{it.nr} {one_line(it.navn)} (ønske {place})" for it, place in found[:SHOWN]]
    more = len(found) - SHOWN
    for line in wrap(
        f"Står under et andet ønske: {listed([*names, f'{more} mere'] if more > 0 else names)}", width - 6
    ):
        yield f"     {line}"


def _foot(match: Match, view: View) -> list[str]:
    nr = match.seeker.borger.nr
    if not match.wishes:
        lines = [f" {line}" for line in wrap(NO_WISHES, view.width - 2)]
        return [*lines, *_next((f"ønske ny b{nr}", f"formøde b{nr}"), view)]
    missing = ENOUGH - len(match.wishes)
    more = f"{counted(missing, 'ønske', 'ønsker')} mere ville give flere steder at spørge. " if missing > 0 else ""
    texts = (*_to_find(match.wishes, view.plads), f"{more}{ORDER}")
    lines = [f" {line}" for text in texts for line in wrap_told(text, view.width - 2)]
    wish = [f"ønske ny b{nr}"] if missing > 0 else []
    steps = (f"match b{nr} --sammen", f"henvendelse b{nr}", *wish)
    return [*lines, *_next(steps, view)]


def _to_find(wishes: Iterable[WishMatch], plads: int | None) -> Iterator[str]:
    """Said once for all the wishes without anybody to call."""
    nobody = (one for one in wishes if not (one.asked or one.places or one.also))
    empty = [str(one.onske.rang) for one in nobody if plads in (None, one.onske.rang)]
    if empty:
        yield FIND_PLACES.format(listed(empty))


def _next(lines: Iterable[str], view: View) -> list[str]:
    """What can be typed next, always last."""
    return ["", *side_by_side("   ".join(f"vforlob {line}{view.behind}" for line in lines), view.width)]
