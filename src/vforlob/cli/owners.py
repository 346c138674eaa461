"""Whose something is, as it stands on the line: f12, b7 or an alias; or picked from a list. Knows no kind of record."""

from typing import NamedTuple

from vforlob.actions.references import case_of
from vforlob.cli.context import context
from vforlob.cli.layout import one_line
from vforlob.cli.numbers import forlob_for
from vforlob.errors.use import NothingGiven
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store


class Owner(NamedTuple):
    """A borger, and the forløb where it is about one."""

    borger: Borger
    forlob: Forlob | None = None
    virksomhed: Virksomhed | None = None

    @property
    def preset(self) -> dict[str, str]:
        """The column that the line has settled."""
        return {"forlob": str(self.forlob.nr)} if self.forlob else {"borger": str(self.borger.nr)}

    @property
    def number(self) -> str:
        return f"f{self.forlob.nr}" if self.forlob else f"b{self.borger.nr}"

    @property
    def name(self) -> str:
        """f12 · Æ-7 hos Ørbæk & Søn"""
        where = f" hos {one_line(self.virksomhed.navn)}" if self.virksomhed else ""
        return f"{self.number} · {one_line(self.borger.alias)}{where}"


def owner_of(store: Store, borger: int, forlob: int | None) -> Owner:
    if forlob is None:
        return Owner(store.door(Borger).get(borger))
    own = store.door(Forlob).get(forlob)
    return Owner(store.door(Borger).get(own.borger), own, store.door(Virksomhed).get(own.virksomhed))


def named_owner(store: Store, typed: str) -> Owner | None:
    """None where nothing was typed."""
    if not typed:
        return None
    case = case_of(store, typed)
    return owner_of(store, case.borger, case.nr) if isinstance(case, Forlob) else owner_of(store, case.nr, None)


def owner_for(store: Store, typed: str, line: str, svar: str) -> Owner | None:
    """Picked where it was not typed; None where the file says it."""
    if typed or svar:
        return named_owner(store, typed)
    return named_owner(store, _picked(store, line))


def forlob_owner_for(store: Store, typed: str, line: str, svar: str) -> Owner | None:
    """Where only a forløb will do."""
    if svar and not typed:
        return None
    forlob = forlob_for(store, typed, line)
    return owner_of(store, forlob.borger, forlob.nr)


def _picked(store: Store, line: str) -> str:
    if not context().may_ask:
        raise NothingGiven("et forløb eller en borger", f"vforlob {line} f12")
    from vforlob.cli.picking import pick  # a line with its number needs no list

    aliases = {borger.nr: one_line(borger.alias) for borger in store.door(Borger).find()}
    names = {it.nr: one_line(it.navn) for it in store.door(Virksomhed).find()}
    running = store.door(Forlob).find(status="aben")
    # A borger's number is picked as a negative one: both kinds have a 7.
    picks = [(it.nr, f"f{it.nr}  {aliases[it.borger]} hos {names[it.virksomhed]}") for it in running]
    picks += [(-nr, f"b{nr}  {alias}") for nr, alias in aliases.items() if nr not in {it.borger for it in running}]
    nr = pick("Hvem handler det om", "borger", picks)
    return f"f{nr}" if nr > 0 else f"b{-nr}"
