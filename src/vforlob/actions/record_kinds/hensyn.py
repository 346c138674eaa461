"""What is asked of a hensyn, who may know it, and how it is withdrawn. Knows no prompt and no file."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from vforlob.actions.hensyn_roles import ask_first, decide, lists_in, withdraw
from vforlob.actions.record_checks import MISSING
from vforlob.actions.record_kinds.base import (
    Columns,
    Default,
    Given,
    RecordFelt,
    RecordKind,
    Suggest,
    choices,
    is_correction,
    today_of,
)
from vforlob.actions.record_kinds.owners import BORGER, FORLOB, closed_broken, owner_broken, owner_of
from vforlob.actions.references import number_of, open_forlob
from vforlob.errors.base import VforlobError
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.frase import Frase
from vforlob.model.hensyn import Hensyn
from vforlob.rules.danish import listed
from vforlob.rules.hints import health_hint
from vforlob.store.store import Store

ACTIVE, NO_LONGER, WITHDRAWN = "aktiv", "ikke_laengere", "trukket"
ROLLER = choices(leder="Lederen", mentor="Mentoren", kolleger="Kollegerne", vitas="Ansøgningen i VITAS")
STATUS = choices(
    aktiv="Gælder", ikke_laengere="Ikke længere nødvendigt", trukket="Trukket tilbage, må ikke bruges nogen steder"
)
# Belong to one forløb, or to the wish: what stands there is found by whoever asks.
ANEW = frozenset({"forlob", "hvem", "sporg_forst", "aftalt", "trukket"})
_WORDS = ("hensyn", "behov", "losning")
_TEXTS = (*_WORDS, "reformulering", "hvorfor", "betydning")


@lru_cache(maxsize=1)
def phrases(folder: str, day: str) -> tuple[Frase, ...]:
    """Read once, for they are asked for at every key. Raises FaultyFile."""
    from vforlob.rules.reformulering import in_force  # late: only at the keyboard
    from vforlob.store.fraser import load_fraser  # likewise

    return in_force(load_fraser(folder), day)


def _ready(column: str) -> Suggest:
    """Phrases of the bank that fit what is written of this hensyn."""

    def suggest(store: Store, given: Given, typed: str) -> tuple[str, ...]:
        from vforlob.rules.reformulering import suggestions  # late: only at the keyboard

        bank = phrases(store.folder, today_of(store))
        written = [str(given[name]) for name in _WORDS if given.get(name) and name != column]
        return suggestions(bank, column, " ".join((*written, typed)), written)

    return suggest


def _standing(place: int) -> Default:
    """What is decided in the forløb, or wished for where there is none."""

    def default(store: Store, given: Given, nr: int | None) -> Value | None:
        return _stands(store, given, nr)[place] or None if nr is not None else None

    return default


def _agreed(store: Store, _given: Given, nr: int | None) -> Value | None:
    return today_of(store) if nr is None else None


FELTER = (
    BORGER,
    FORLOB,
    RecordFelt(
        Felt("hensyn", "Det, der er svært", "tekst", help="Med borgerens egne ord. Virksomheden får det ikke at se.")
    ),
    RecordFelt(
        Felt("behov", "Behov", "tekst", help="Hvad er der brug for? Et bogstav tager et forslag, ellers skriv selv."),
        suggest=_ready("behov"),
    ),
    RecordFelt(
        Felt(
            "losning",
            "Løsning på arbejdspladsen",
            "tekst",
            help="Det, arbejdspladsen gør. Kun det kan virksomheden få. Et bogstav tager et forslag.",
        ),
        suggest=_ready("losning"),
    ),
    RecordFelt(
        Felt(
            "reformulering",
            "Sagt positivt",
            "tekst",
            help="Sådan kan borgeren sige det: det, der lykkes, når der tages hensyn. Enter går videre.",
        ),
        suggest=_ready("reformulering"),
    ),
    RecordFelt(
        Felt("hvem", "Hvem må få det at vide", "flervalg", choices=ROLLER, help="De får løsningen og intet andet."),
        default=_standing(0),
    ),
    RecordFelt(
        Felt(
            "sporg_forst",
            "Hvem skal borgeren spørges om først",
            "flervalg",
            choices=ROLLER,
            help="De får det ikke at vide, før borgeren har sagt ja.",
        ),
        default=_standing(1),
    ),
    RecordFelt(Felt("aftalt", "Aftalt med borgeren den", "dato"), default=_agreed, past=True),
    RecordFelt(Felt("hvorfor", "Hvorfor skal de vide det", "tekst", help="Så borgeren kan genkende sin egen grund.")),
    RecordFelt(
        Felt("betydning", "Har det betydning for sagen", "janej", help="Ved nej kommer ordene ikke med i journalen.")
    ),
    RecordFelt(Felt("status", "Gælder det endnu", "valg", choices=STATUS), when=is_correction),
    RecordFelt(
        Felt("trukket", "Trukket tilbage den", "dato", help="Fx »i dag«. Enter, hvis det ikke er trukket tilbage."),
        when=is_correction,
        past=True,
    ),
)


def _make(store: Store, columns: Columns) -> Hensyn:
    owner, today = owner_of(store, columns), today_of(store)
    said = {name: columns[name] for name in _TEXTS}
    wish = {} if owner.forlob else {name: columns[name] for name in ("hvem", "sporg_forst")}
    plain = Hensyn(0, owner.borger, **said, **wish, aftalt=columns["aftalt"], oprettet=today)
    hensyn = store.door(Hensyn).add(plain._replace(**_status(plain, columns, today)))
    ask_first(store, hensyn.nr, open_forlob(store, owner.borger))
    lists = (columns["hvem"], columns["sporg_forst"])
    if owner.forlob and any(lists):
        decide(store, hensyn.nr, owner.forlob, lists, columns["aftalt"], today)
    return hensyn


def _mend(store: Store, record: Any, columns: Columns) -> Hensyn:
    forlob, today = columns["forlob"], today_of(store)
    said: dict[str, Any] = {name: columns[name] for name in _TEXTS}
    lists = (columns["hvem"], columns["sporg_forst"])
    if forlob is None:
        said |= {"hvem": lists[0], "sporg_forst": lists[1], "aftalt": columns["aftalt"]}
        said |= _status(record, columns, today)
    else:
        said |= _status(record, columns | {"trukket": record.trukket}, today)
    after = store.door(Hensyn).change(record.nr, **said)
    if after.trukket and not record.trukket:
        withdraw(store, after.nr, None, after.trukket)
    elif forlob is not None and columns["trukket"]:
        withdraw(store, after.nr, forlob, columns["trukket"])
    elif forlob is not None:
        decide(store, after.nr, forlob, lists, columns["aftalt"], today)
    return after


def _status(record: Hensyn, columns: Columns, today: str) -> dict[str, Any]:
    """Withdrawn everywhere by either word; whoever takes one of them back begins anew, for nobody is cleared then."""
    status, trukket = columns["status"] or ACTIVE, columns["trukket"]
    if status == WITHDRAWN and record.status == WITHDRAWN and trukket is None:
        status = ACTIVE
    if status != WITHDRAWN and record.status == WITHDRAWN and trukket == record.trukket:
        trukket = None
    if trukket or status == WITHDRAWN:
        return {"status": WITHDRAWN, "trukket": trukket or today}
    return {"status": status, "trukket": None}


def _laid_over(store: Store, record: Any, stands: Columns, given: Given) -> Given:
    """A role that is named in one list leaves the other; what is not named stands as it is in that place."""
    whole = stands | dict(given)
    forlob = given.get("forlob")
    if forlob is not None:
        whole |= {"aftalt": given.get("aftalt"), "trukket": given.get("trukket")}
    try:
        may, first = _stands(store, whole, record.nr)
    except VforlobError:  # no such forløb: the rules say so
        return whole
    named_may, named_first = _named(given, "hvem"), _named(given, "sporg_forst")
    if named_may is not None:
        may, first = named_may, tuple(rolle for rolle in first if rolle not in named_may)
    if named_first is not None:
        first = named_first
        may = may if named_may is not None else tuple(rolle for rolle in may if rolle not in first)
    return whole | {"hvem": may, "sporg_forst": first}


def _stands(store: Store, given: Given, nr: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if given.get("forlob") is not None:
        return lists_in(store, nr, number_of(store, "forlob", str(given["forlob"])))
    hensyn = store.door(Hensyn).get(nr)
    return hensyn.hvem, hensyn.sporg_forst


def _named(given: Given, column: str) -> tuple[str, ...] | None:
    """None when it is not named; nobody when it is taken away."""
    return _words(given[column]) if column in given else None


def _words(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value is not None else ()


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    yield from owner_broken(store, given)
    if nr is None:
        yield from closed_broken(store, given)
        yield from (Broken(name, MISSING) for name in _WORDS if given.get(name) is None)
    elif all(given.get(name) is None for name in _WORDS):
        yield Broken("losning", "Et hensyn skal have mindst én tekst. Skriv løsningen på arbejdspladsen.")
    twice = [one.text for one in ROLLER if one.id in _words(given.get("hvem")) and one.id in _first(given)]
    if twice:
        yield Broken("sporg_forst", f"{listed(twice)} står begge steder. Ret et af dem.")
    for column in ("aftalt", "trukket"):
        if str(given.get(column) or "") > today_of(store):
            yield Broken(column, "Den dag er ikke kommet endnu. Skriv den dag, borgeren sagde det.")


def _first(given: Given) -> tuple[str, ...]:
    return _words(given.get("sporg_forst"))


def _told(_store: Store, hensyn: Any) -> tuple[str, ...]:
    hint = health_hint(" ".join(text for text in (hensyn.losning, hensyn.reformulering) if text))
    return (hint,) if hint else ()


KIND = RecordKind("hensyn", FELTER, _make, _mend, together=_together, told=_told, laid_over=_laid_over)
