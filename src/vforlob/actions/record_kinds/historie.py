"""What is asked of a good story: the text, and the day the borger said yes. Knows no prompt and no document."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.laering_identity import identity_of
from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, is_correction, today_of
from vforlob.actions.record_kinds.owners import FORLOB, NO_FORLOB
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.sparring import Historie
from vforlob.rules.danish import quoted
from vforlob.rules.hints import find_health_words
from vforlob.rules.laering.identity import spotted
from vforlob.rules.language import softer
from vforlob.rules.reformulering import in_force
from vforlob.store.fraser import load_fraser
from vforlob.store.store import Store

# What the form is told beside the answers: the draft, made once.
DRAFTED = "udkast_tekst"


def _draft(_store: Store, given: Given, _nr: int | None) -> Value | None:
    return given.get(DRAFTED)


FELTER = (
    FORLOB,
    RecordFelt(
        Felt("tekst", "Historien", "tekst", help="Uden navne, en halv side. Udkastet er sagens egne tal; ret det."),
        default=_draft,
    ),
    RecordFelt(
        Felt(
            "ja",
            "Hvilken dag sagde borgeren ja til, at den bliver fortalt",
            "dato",
            help="Læs den op for borgeren først. Enter, hvis du ikke har spurgt endnu.",
        ),
        past=True,
    ),
    RecordFelt(
        Felt("trukket", "Hvilken dag blev det trukket tilbage", "dato", help="Enter, hvis det ikke er det."),
        when=is_correction,
        past=True,
    ),
)


def _make(store: Store, columns: Columns) -> Historie:
    forlob = store.door(Forlob).get(columns["forlob"])
    told = Historie(0, forlob.borger, forlob.nr, columns["ja"], columns["tekst"], columns["trukket"])
    return store.door(Historie).add(told)


def _mend(store: Store, record: Any, columns: Columns) -> Historie:
    """Whose it is stands. A new yes after one that was taken back counts again."""
    said = {name: columns[name] for name in ("ja", "tekst", "trukket")}
    if columns["trukket"] == record.trukket and record.trukket and (columns["ja"] or "") > record.trukket:
        said["trukket"] = None
    return store.door(Historie).change(record.nr, **said)


def _together(store: Store, given: Given, _nr: int | None) -> Iterator[Broken]:
    if given.get("forlob") is None:
        yield Broken("forlob", NO_FORLOB)
    today = today_of(store)
    for column, what in (("ja", "Borgerens ja"), ("trukket", "Det, der er trukket tilbage,")):
        if given.get(column) is not None and str(given[column]) > today:
            yield Broken(column, f"{what} kan ikke være fra en dag, der ikke er kommet endnu.")
    if given.get("trukket") is not None and given.get("ja") is None:
        yield Broken("trukket", "Et ja kan først trækkes tilbage, når der står, hvilken dag borgeren sagde ja.")


def _told(store: Store, historie: Any) -> tuple[str, ...]:
    """A warning stops nobody; without a yes the story stays here."""
    text = historie.tekst or ""
    return (*_yes(historie), *_names(store, historie, text), *_health(text), *_deficits(store, text))


def _yes(historie: Historie) -> Iterator[str]:
    if historie.trukket:
        yield "Borgeren har trukket sit ja tilbage. Historien kan ikke gives videre."
    elif not historie.ja:
        yield f"Den kan ikke gives videre, før borgeren har sagt ja: vforlob historie ret {historie.nr}"


def _names(store: Store, historie: Historie, text: str) -> Iterator[str]:
    borger, forlob = store.door(Borger).get(historie.borger), store.door(Forlob).get(historie.forlob)
    if spotted(text, identity_of(store, borger, forlob)):
        yield "Der står noget, som kan vise, hvem det er. Det bliver skiftet ud, når historien bliver givet videre."


def _health(text: str) -> Iterator[str]:
    words = find_health_words(text)
    if words:
        yield f"{quoted(words[0])} kan ligne en oplysning om helbred. Skriv hellere, hvad der hjalp."


def _deficits(store: Store, text: str) -> Iterator[str]:
    for one in softer(text, in_force(load_fraser(store.folder), today_of(store))):
        yield f"{quoted(one.word)} fortæller, hvad der mangler. {one.suggestion}"


KIND = RecordKind("historie", FELTER, _make, _mend, together=_together, told=_told)
