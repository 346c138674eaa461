"""Find henvendelser: of a borger, of a virksomhed, one by its number or picked. Paints nothing."""

from vforlob.actions.numbered import record_of
from vforlob.actions.references import borger_of, forlob_of, read_typed, virksomhed_of
from vforlob.cli.context import context
from vforlob.cli.layout import one_line
from vforlob.cli.match_asked import Around
from vforlob.cli.match_words import STEPS
from vforlob.cli.own_lists import aliases_of
from vforlob.cli.record_lists import PAGE
from vforlob.errors.use import NothingGiven
from vforlob.model.borger import Borger
from vforlob.model.jobabning import Henvendelse
from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

EMNE = "henvendelse"


def listed_for(store: Store, typed: str) -> tuple[str, tuple[str, ...], tuple[Henvendelse, ...]]:
    """Whose they are, what can be typed next, and they, the newest first. A bare number or an alias is a borger."""
    door = store.door(Henvendelse)
    if not typed:
        return "", ("vforlob henvendelse b7 v4", "vforlob henvendelse ret NR"), _newest(door.find())
    if read_typed(typed).emne == "virksomhed":
        where = virksomhed_of(store, typed)
        name = f"v{where.nr} · {one_line(where.navn)}"
        return name, (f"vforlob virksomhed vis v{where.nr}",), _newest(door.find(virksomhed=where.nr))
    whose = _borger(store, typed)
    steps = (f"vforlob match b{whose.nr}", f"vforlob henvendelse b{whose.nr}", "vforlob henvendelse ret NR")
    return f"b{whose.nr} · {one_line(whose.alias)}", steps, _newest(door.find(borger=whose.nr))


def one_of(store: Store, typed: str, line: str) -> Henvendelse:
    """By its number; else picked."""
    if typed:
        found: Henvendelse = record_of(store, EMNE, typed)
        return found
    if not context().may_ask:
        raise NothingGiven("et nummer", f"vforlob {line} 7")
    from vforlob.cli.picking import pick  # a line with its number needs no list

    aliases, names = aliases_of(store), around(store).names
    newest = _newest(store.door(Henvendelse).find())[:PAGE]
    picks = [
        (it.nr, f"{it.nr}  {aliases[it.borger]}  {one_line(names[it.virksomhed])}, {STEPS.get(it.trin, it.trin)}")
        for it in newest
    ]
    return store.door(Henvendelse).get(pick("Vælg en henvendelse", EMNE, picks))


def around(store: Store) -> Around:
    return Around(
        aliases_of(store),
        {it.nr: it.navn for it in store.door(Virksomhed).find()},
        {it.nr: it.rang for it in store.door(Onske).find()},
    )


def _borger(store: Store, typed: str) -> Borger:
    if read_typed(typed).emne == "forlob":
        return store.door(Borger).get(forlob_of(store, typed).borger)
    return borger_of(store, typed)


def _newest(found: tuple[Henvendelse, ...]) -> tuple[Henvendelse, ...]:
    return tuple(sorted(found, key=lambda one: (one.dato, one.nr), reverse=True))
