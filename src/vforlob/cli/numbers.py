"""The number that should stand on the line: read, picked from a list, or asked for. Knows no command."""

from collections.abc import Callable, Iterable

from vforlob.actions.references import borger_of, forlob_of, samtale_of, virksomhed_of
from vforlob.cli.context import context
from vforlob.errors.use import NothingGiven
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

# What can be picked: a number, and the line that shows it.
Picks = Iterable[tuple[int, str]]


def borger_for(store: Store, typed: str, line: str) -> Borger:
    """`line` is the command as it is printed, for the sentence that says what to write."""
    return borger_of(store, typed or _picked(("borger", _borgere), store, "en borger", f"vforlob {line} b7"))


def virksomhed_for(store: Store, typed: str, line: str) -> Virksomhed:
    return virksomhed_of(
        store, typed or _picked(("virksomhed", _virksomheder), store, "en virksomhed", f"vforlob {line} v4")
    )


def forlob_for(store: Store, typed: str, line: str, *, after_the_job: bool = False) -> Forlob:
    """`after_the_job`: those with efterværn are picked from, open or closed."""
    listed = _with_eftervaern if after_the_job else _forlobene
    return forlob_of(store, typed or _picked(("forlob", listed), store, "et forløb", f"vforlob {line} f12"))


def samtale_for(store: Store, typed: str, line: str) -> Samtale:
    return samtale_of(store, typed or _picked(("samtale", _samtaler), store, "en samtale", f"vforlob {line} s31"))


def _picked(picks: tuple[str, Callable[[Store], Picks]], store: Store, what: str, example: str) -> str:
    if not context().may_ask:
        raise NothingGiven(what, example)
    from vforlob.cli.picking import pick  # a line with its number needs no list

    emne, listed = picks
    return str(pick(f"Vælg {what}", emne, listed(store)))


def _borgere(store: Store) -> Picks:
    return [(borger.nr, f"b{borger.nr}  {borger.alias}") for borger in store.door(Borger).find()]


def _virksomheder(store: Store) -> Picks:
    return [(it.nr, f"v{it.nr}  {it.navn}") for it in store.door(Virksomhed).find()]


def _forlobene(store: Store) -> Picks:
    return _named(store, store.door(Forlob).find(status="aben"))


def _with_eftervaern(store: Store) -> Picks:
    return _named(store, (it for it in store.door(Forlob).find() if it.eftervaern))


def _named(store: Store, forlobene: Iterable[Forlob]) -> Picks:
    aliases = {borger.nr: borger.alias for borger in store.door(Borger).find()}
    names = {virksomhed.nr: virksomhed.navn for virksomhed in store.door(Virksomhed).find()}
    return [(it.nr, f"f{it.nr}  {aliases[it.borger]} hos {names[it.virksomhed]}") for it in forlobene]


def _samtaler(store: Store) -> Picks:
    aliases = {borger.nr: borger.alias for borger in store.door(Borger).find()}
    newest_first = reversed(store.door(Samtale).find())
    return [(it.nr, f"s{it.nr}  {it.dato}  {it.agenda}  {aliases[it.borger]}") for it in newest_first]
