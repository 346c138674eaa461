"""What stands on the line of the ferie commands: whose it is, which days, which one. Knows no gap."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.ferie import default_period
from vforlob.actions.references import borger_of, read_typed, virksomhed_of
from vforlob.cli.context import context
from vforlob.cli.layout import one_line
from vforlob.errors.answer import BadAnswer
from vforlob.errors.records import RecordNotFound
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.model.borger import Borger
from vforlob.model.ferie import Ferie
from vforlob.model.text import fold
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.ferie_periode import Period, read_period
from vforlob.rules.rulebook import RuleBook
from vforlob.store.store import Store

MINE = ("min", "mig", "egen", "mine")
_OWN = 0


class Whose(NamedTuple):
    """`preset` are the columns that the line has settled."""

    name: str
    number: str
    preset: dict[str, str]


def period_for(typed: Sequence[str], today: date, rules: RuleBook, line: str) -> Period:
    """The next weeks where nothing was typed."""
    text = " ".join(typed).strip()
    if not text:
        return default_period(today, rules)
    try:
        return read_period(text, today, rules)
    except BadAnswer as bad:
        raise WrongUse(bad.sentence, command=line) from None


def whose_for(store: Store, typed: str) -> Whose:
    """Picked from a list where it was not typed."""
    wanted = fold(typed.strip())
    if not wanted:
        return _picked(store)
    if wanted in MINE:
        return Whose("Din ferie", "min", {})
    read = read_typed(typed)
    if read.emne == "virksomhed":
        return _of_virksomhed(virksomhed_of(store, typed))
    if read.emne in {"", "borger"}:
        return _of_borger(borger_of(store, typed))
    raise WrongUse("Skriv, hvis ferie det er: min, en borger eller en virksomhed.", command="ferie ny")


def _picked(store: Store) -> Whose:
    if not context().may_ask:
        raise NothingGiven("hvem der har ferie", "vforlob ferie ny min uge 29-31")
    from vforlob.cli.picking import pick  # a line that says it needs no list

    borgere, places = store.door(Borger).find(), store.door(Virksomhed).find()
    picks = [(_OWN, "min  Din egen ferie")]
    picks += [(-it.nr, f"v{it.nr}  {one_line(it.navn)}") for it in places]
    picks += [(it.nr, f"b{it.nr}  {one_line(it.alias)}") for it in borgere]
    nr = pick("Hvem har ferie", "borger", picks)
    if nr == _OWN:
        return Whose("Din ferie", "min", {})
    return _of_borger(store.door(Borger).get(nr)) if nr > 0 else _of_virksomhed(store.door(Virksomhed).get(-nr))


def _of_borger(it: Borger) -> Whose:
    return Whose(f"Ferie · b{it.nr} · {one_line(it.alias)}", f"b{it.nr}", {"borger": str(it.nr)})


def _of_virksomhed(it: Virksomhed) -> Whose:
    return Whose(f"Lukket · v{it.nr} · {one_line(it.navn)}", f"v{it.nr}", {"virksomhed": str(it.nr)})


def whose_is(store: Store, ferie: Ferie) -> Whose:
    if ferie.borger is not None:
        return _of_borger(store.door(Borger).get(ferie.borger))
    if ferie.virksomhed is not None:
        return _of_virksomhed(store.door(Virksomhed).get(ferie.virksomhed))
    return Whose("Din ferie", "min", {})


def names_of(store: Store, ferier: Sequence[Ferie]) -> dict[str, str]:
    """What those who are away are called, by b7 and v4."""
    names = {}
    for it in ferier:
        if it.borger is not None:
            names[f"b{it.borger}"] = store.door(Borger).get(it.borger).alias
        if it.virksomhed is not None:
            names[f"v{it.virksomhed}"] = store.door(Virksomhed).get(it.virksomhed).navn
    return names


def ferie_for(store: Store, typed: str, line: str) -> Ferie:
    """By its number, or picked among those that are not over."""
    if typed.strip():
        read = read_typed(typed)
        if read.nr is None or read.emne:
            raise WrongUse("En ferie har et nummer uden bogstav. Se dem alle: vforlob ferie liste", command=line)
        found: tuple[Ferie, ...] = store.door(Ferie).find(nr=read.nr)
        if not found:
            raise RecordNotFound("ferie", read.nr)
        return found[0]
    if not context().may_ask:
        raise NothingGiven("en ferie", f"vforlob {line} 7")
    from vforlob.actions.ferie_words import ferie_days  # only for the list that is picked from
    from vforlob.cli.ferie_screens import whose_text  # likewise
    from vforlob.cli.picking import pick  # likewise

    today, ahead = context().today, ferier_ahead(store, context().today)
    names = names_of(store, ahead)
    picks = [(it.nr, f"{it.nr}  {whose_text(it, names)}  {ferie_days(it, today)}") for it in ahead]
    return store.door(Ferie).get(pick("Vælg en ferie", "ferie", picks))


def ferier_ahead(store: Store, today: date) -> tuple[Ferie, ...]:
    """Those that are not over, by day."""
    ahead = (it for it in store.door(Ferie).find() if it.til >= today.isoformat())
    return tuple(sorted(ahead, key=lambda it: (it.fra, it.nr)))


def own_for(store: Store, typed: str, today: date) -> Ferie:
    """The consultant's own: by its number, else the next one that is not over."""
    if typed.strip():
        found = ferie_for(store, typed, "ferie ark")
        if found.borger is not None or found.virksomhed is not None:
            raise WrongUse("Arket er til din stedfortræder. Vælg en af dine egne ferier: vforlob ferie liste")
        return found
    own = [it for it in ferier_ahead(store, today) if it.borger is None and it.virksomhed is None]
    if not own:
        raise WrongUse(
            "Der mangler en ferie at lave arket til. Skriv din egen ind: vforlob ferie ny min uge 29-31",
            command="ferie ark",
        )
    return own[0]


def preset_days(typed: Sequence[str], today: date, rules: RuleBook) -> dict[str, Any]:
    """The two columns, where the line has them."""
    if not any(word.strip() for word in typed):
        return {}
    period = period_for(typed, today, rules, "ferie ny")
    return {"fra": period.first.isoformat(), "til": period.last.isoformat()}
