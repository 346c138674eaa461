"""What is asked of a forløb, its rules, and what it takes over from its borger. Knows no prompt and no file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.adoption import adopt, open_delmal
from vforlob.actions.record_kinds.base import (
    DAYS,
    Columns,
    Given,
    RecordFelt,
    RecordKind,
    choices,
    is_correction,
    today_of,
)
from vforlob.actions.record_kinds.delmal import asked_anew
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.onske import Koordinering
from vforlob.model.samtale import Samtale
from vforlob.model.timer import HOURS_OF, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.clash import named_clashes
from vforlob.rules.danish import listed, number, quoted
from vforlob.rules.graenser import limit_warnings
from vforlob.rules.smart import title
from vforlob.rules.timetrappe import FULL_TIME
from vforlob.store.history import newest_change
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

ART = choices(
    virksomhedspraktik="Virksomhedspraktik",
    lontilskud="Løntilskud",
    lonnede_timer="Lønnede timer",
    smajob="Småjob",
    fleksjob="Fleksjob",
    kombination="Kombination af praktik og løn",
    andet="Andet",
)
VITAS = choices(
    ikke_oprettet="Ikke oprettet endnu",
    oprettet="Oprettet",
    underskrevet_arbejdsgiver="Underskrevet af arbejdsgiveren",
    underskrevet_medarbejderrepraesentant="Underskrevet af medarbejderrepræsentanten",
    sendt="Sendt",
    bevilget="Bevilget",
    afslag="Afslag",
)


def _is_over_full_time(given: Given) -> bool:
    hours = given.get("timer")
    return isinstance(hours, int | float) and hours > FULL_TIME


FELTER = (
    RecordFelt(Felt("borger", "Borger", "kort"), required=True, reference="borger"),
    RecordFelt(Felt("virksomhed", "Virksomhed", "kort"), required=True, reference="virksomhed"),
    RecordFelt(Felt("art", "Slags forløb", "valg", choices=ART), required=True),
    RecordFelt(Felt("start", "Første dag", "dato"), required=True),
    RecordFelt(Felt("slut", "Sidste dag", "dato"), required=True),
    RecordFelt(Felt("timer", "Timer om ugen", "tal", min=0, max=60, unit="timer"), required=True),
    RecordFelt(Felt("timer_grund", "Hvorfor mere end 37 timer", "kort", help="Én linje."), when=_is_over_full_time),
    RecordFelt(Felt("hensigt", "Formål", "tekst", help="Hvad skal forløbet føre til?")),
    RecordFelt(Felt("interval", "Dage mellem opfølgninger", "tal", min=1, max=365, unit="dage")),
    RecordFelt(
        Felt("uden_formode", "Uden formøde, fordi", "kort", help="Kun hvis der ikke holdes formøde. Det tælles med.")
    ),
    # A new forløb is asked for what it cannot do without; the rest comes up at the startmøde, or here.
    RecordFelt(
        Felt("kontakt_virksomhed", "Kontaktperson i virksomheden", "kort", help="Den, du ringer til om dette forløb."),
        when=is_correction,
    ),
    RecordFelt(
        Felt("mentor", "Mentor", "kort", help="Den, borgeren kan spørge i hverdagen."),
        when=is_correction,
    ),
    RecordFelt(
        Felt("rejse", "Vejen derhen", "kort", help="Linje og afgang, fx linje 42 kl. 7.55."), when=is_correction
    ),
    RecordFelt(
        Felt("ud_ad_doren", "Ud ad døren kl.", "klokkeslaet", help="Så borgeren er der til tiden."), when=is_correction
    ),
    RecordFelt(
        Felt("dage", "Dage", "flervalg", choices=DAYS, help="Dem, borgeren møder på. Sæt kryds ved alle."),
        when=is_correction,
    ),
    RecordFelt(Felt("vitas", "VITAS", "valg", choices=VITAS, help="Hvor langt er bevillingen?"), when=is_correction),
    RecordFelt(
        Felt("eftervaern", "Efterværn til og med", "dato", help="Den sidste dag. Kun når forløbet er slut."),
        when=is_correction,
    ),
)


def _make(store: Store, columns: Columns) -> Forlob:
    """The forløb takes over what the borger owned and is still open; nobody is cleared for anything in it yet."""
    forlob = store.door(Forlob).add(Forlob(nr=0, **columns, oprettet=today_of(store)))
    adopt(store, forlob)
    store.door(Timer).add(_hours(forlob))
    return forlob


def _mend(store: Store, record: Any, columns: Columns) -> Forlob:
    after = store.door(Forlob).change(record.nr, **columns)
    _move_hours(store, record, after)
    return after


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    start, slut = given.get("start"), given.get("slut")
    if start and slut and str(slut) < str(start):
        yield Broken("slut", "Sidste dag ligger før første dag. Ret en af dem.")
    before = store.door(Forlob).get(nr) if nr is not None else None
    is_new = before is None or before.timer != given.get("timer")
    if is_new and _is_over_full_time(given) and given.get("timer_grund") is None:
        hours = number(float(str(given["timer"])))
        yield Broken("timer_grund", f"Det er {hours} timer om ugen, mere end {FULL_TIME}. Skriv hvorfor.")
    yield from _eftervaern(given, before)


def _eftervaern(given: Given, before: Forlob | None) -> Iterator[Broken]:
    """It follows the forløb, so it has to be over."""
    last = given.get("eftervaern")
    if last is None or (before is not None and before.eftervaern == last):
        return
    if before is None or before.status != "lukket":
        yield Broken("eftervaern", "Efterværn begynder, når forløbet er slut. Afslut det først: vforlob afslutning")
    elif before.lukket is not None and str(last) < before.lukket:
        yield Broken("eftervaern", "Efterværn kan ikke slutte, før forløbet er lukket. Skriv en senere dato.")


def _told(store: Store, forlob: Any) -> tuple[str, ...]:
    """Warnings: they stop nobody."""
    borger = store.door(Borger).get(forlob.borger)
    rules, today = load_rulebook(store.folder), date.fromisoformat(today_of(store))
    newest = newest_change(store, "forlob", forlob.nr)
    just_made = newest is not None and newest.before is None
    limits = limit_warnings(forlob, borger.malgruppe, rules, today)
    moved = newest is not None and bool((newest.after or {}).get("dage"))
    return (*(_beside(store, forlob) if just_made else ()), *limits, *(_on_days(store, forlob) if moved else ()))


def _on_days(store: Store, forlob: Forlob) -> Iterator[str]:
    for one in named_clashes(store.door(Koordinering).find(borger=forlob.borger), forlob.dage):
        yield f"{one} falder på en mødedag i f{forlob.nr}. Aftal mødetiden, så den går fri."


def _beside(store: Store, forlob: Forlob) -> Iterator[str]:
    """What is only worth saying when a forløb is new."""
    others = [one for one in store.door(Forlob).find(borger=forlob.borger, status="aben") if one.nr != forlob.nr]
    if others:
        where = [f"f{one.nr} hos {store.door(Virksomhed).get(one.virksomhed).navn}" for one in others]
        yield f"Borgeren har allerede {'et forløb' if len(others) == 1 else 'forløb'} i gang: {listed(where)}."
    yield from _delmal(store, forlob)
    held = store.door(Samtale).find(borger=forlob.borger, agenda="formode", status="faerdig")
    if not held and forlob.uden_formode is None:
        yield f"Der er ikke holdt formøde. Hold det, før forløbet begynder: vforlob formøde b{forlob.borger}"


def _delmal(store: Store, forlob: Forlob) -> Iterator[str]:
    """Which of the borger's goals this virksomhed may know, and which only an earlier one may."""
    for one in open_delmal(store, forlob.borger):
        if one.delt == "ja" and one.forlob == forlob.nr:
            yield (
                f"Virksomheden må kende delmål {one.nr}, {quoted(title(one))}. Gælder det ikke her, så ret det:"
                f" vforlob delmål ret {one.nr}"
            )
        elif one.delt == "ja":
            mend = f"ret {one.nr}" if asked_anew(store, one) else f"ny f{forlob.nr}"
            yield (
                f"Delmål {one.nr}, {quoted(title(one))}, må en anden virksomhed kende. Virksomheden her får det"
                f" ikke at se, før borgeren siger ja: vforlob delmål {mend}"
            )


def _interval(_store: Store, value: Value, _nr: int | None) -> str:
    days = float(str(value))
    return "" if days.is_integer() and 1 <= days <= 365 else "Skriv et helt antal dage fra 1 til 365, fx 14."


def _hours(forlob: Forlob) -> Timer:
    timer = Timer(nr=0, borger=forlob.borger, forlob=forlob.nr, fra=forlob.start or "")
    hours: dict[str, Any] = {HOURS_OF[forlob.art]: forlob.timer}
    return timer._replace(**hours)


def _move_hours(store: Store, before: Forlob, after: Forlob) -> None:
    """The hours agreed at the start follow the record, as long as no samtale has agreed on others."""
    if (before.start, before.timer, before.art) == (after.start, after.timer, after.art):
        return
    rows = store.door(Timer).find(forlob=after.nr, art="aftalt")
    first = [row for row in rows if row.samtale is None and row.fra == before.start]
    if first:
        hours = dict.fromkeys(("praktik", "lontilskud", "ordinaer")) | {HOURS_OF[after.art]: after.timer}
        store.door(Timer).change(first[0].nr, fra=after.start, **hours)
    elif before.timer != after.timer:
        store.door(Timer).add(_hours(after)._replace(fra=today_of(store)))


KIND = RecordKind(
    "forlob",
    FELTER,
    _make,
    _mend,
    columns={"interval": _interval},
    together=_together,
    told=_told,
    stored={"interval": lambda _store, value: int(float(str(value)))},
    name="forløb",
)
