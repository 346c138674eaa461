"""A henvendelse on its way in: for whom, where, for which wish, and what is said when it stands. Decides nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from vforlob.actions.record_kinds.henvendelse import place_of
from vforlob.actions.records import columns_of
from vforlob.cli.context import context
from vforlob.cli.layout import one_line, screen_width, wrap
from vforlob.cli.line_entry import given_on_line
from vforlob.cli.match_words import STATUS, step_words, whole_number
from vforlob.cli.numbers import borger_for, virksomhed_for
from vforlob.cli.record_commands import enter, save
from vforlob.cli.record_entry import Entry
from vforlob.errors.use import WrongUse
from vforlob.model.borger import Borger
from vforlob.model.jobabning import Henvendelse
from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

WORD = "henvendelse"
_NOT_BOTH = "Skriv enten --svar eller de andre tilvalg, ikke begge dele."
_NO_WISH = 0


def new_entry(store: Store, borger: str, virksomhed: str, onske: str, svar: str, asks: bool) -> Entry:
    """Picked where it was not typed; a file may say it instead. `asks`: nothing else stands on the line, so the wish is
    asked for too.
    """
    if svar and not borger:
        return Entry(WORD, WORD, "Henvendelse")
    whose = borger_for(store, borger, WORD)
    line = f"{WORD} b{whose.nr}"
    preset: dict[str, Any] = {"borger": str(whose.nr)}
    if virksomhed or not svar:
        where = virksomhed_for(store, virksomhed, line)
        preset["virksomhed"] = str(where.nr)
        line = f"{line} v{where.nr}"
    if not svar and not onske and asks and context().may_ask:
        onske = _picked_wish(store, whose, _names(store, preset))
    if onske:
        preset["onske"] = whole_number(onske, WORD)
    return Entry(WORD, line, f"Henvendelse · {_names(store, preset)}", preset=preset)


def log(store: Store, entry: Entry, said: Mapping[str, str], svar: str, json: bool) -> None:
    """With a step or a text on the line nobody is asked; else a question or two, or a file."""
    if said and svar:
        raise WrongUse(_NOT_BOTH, command=WORD)
    if said or (not svar and not context().may_ask):
        given = given_on_line(store, WORD, said, entry.preset, WORD)
        save(store, entry, given, json, lambda it: saved_lines(store, it), _also(store))
    else:
        enter(store, entry, svar, json, lambda it: saved_lines(store, it), _also(store))


def correct(store: Store, found: Henvendelse, svar: str, json: bool) -> None:
    current = columns_of(found, WORD) | {"onske": place_of(store, found.onske)}
    names = _names(store, {"borger": str(found.borger), "virksomhed": str(found.virksomhed)})
    preset = {"borger": str(found.borger)}
    entry = Entry(WORD, f"{WORD} ret {found.nr}", f"Henvendelse {found.nr} · {names}", found.nr, current, preset)
    enter(store, entry, svar, json, lambda it: saved_lines(store, it), _also(store))


def saved_lines(store: Store, made: Henvendelse) -> list[str]:
    """What stands, what it did to the wish, and what comes next."""
    names = _names(store, {"borger": str(made.borger), "virksomhed": str(made.virksomhed)})
    first = f"Henvendelse {made.nr} er gemt. {names}"
    below = [step_words(made, context().today), *_wish_now(store, made), *_next(made)]
    room = screen_width() - 4
    return [*wrap(first, room), *(f"  {line}" for text in below for line in wrap(text, room))]


def henvendelse_json(store: Store, made: Henvendelse) -> dict[str, Any]:
    """`onske` is the number of the wish, `plads` its place on the borger's list, `onske_status` how far it is now."""
    onske = store.door(Onske).get(made.onske) if made.onske is not None else None
    return {
        **{name: value for name, value in made._asdict().items() if name != "nr"},
        "plads": onske.rang if onske else None,
        "onske_status": onske.status if onske else None,
    }


def _also(store: Store) -> Any:
    return lambda made: henvendelse_json(store, made)


def _wish_now(store: Store, made: Henvendelse) -> Iterator[str]:
    if made.onske is None:
        yield "Uden et bestemt ønske."
        return
    onske = store.door(Onske).get(made.onske)
    status = STATUS.get(onske.status, onske.status)
    yield f"Ønske {onske.rang}, {one_line(onske.onske)}: {status}."


def _next(made: Henvendelse) -> Iterator[str]:
    if made.trin == "aftale":
        yield f"Næste: vforlob forløb ny (b{made.borger} hos v{made.virksomhed})"
    elif made.trin == "afslag":
        yield f"Næste sted: vforlob match b{made.borger}"


def _picked_wish(store: Store, borger: Borger, names: str) -> str:
    """Which wish led there; none is an answer too, and no wishes are no question."""
    found = sorted(store.door(Onske).find(borger=borger.nr), key=lambda one: (one.rang, one.nr))
    if not found:
        return ""
    from vforlob.cli.picking import pick  # a line with its wish needs no list

    picks = [(one.rang, f"{one.rang}  {one_line(one.onske)}") for one in found]
    place = pick(f"{names}: for hvilket ønske", "onske", [*picks, (_NO_WISH, "-  Intet bestemt")], _NO_WISH)
    return str(place) if place else ""


def _names(store: Store, preset: Mapping[str, Any]) -> str:
    """b7 · Æ-7 hos v4 Ørbæk & Søn"""
    borger = store.door(Borger).get(int(preset["borger"]))
    where = ""
    if "virksomhed" in preset:
        virksomhed = store.door(Virksomhed).get(int(preset["virksomhed"]))
        where = f" til v{virksomhed.nr} {one_line(virksomhed.navn)}"
    return f"b{borger.nr} · {one_line(borger.alias)}{where}"
