"""What is asked about tæt opfølgning, and what a yes cannot do without. Knows no sign, no prompt and no file."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, choices, today_of
from vforlob.actions.record_kinds.owners import BORGER, FORLOB, closed_broken, owner_broken, owner_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.kontakt import Taet
from vforlob.store.store import Store

YES, NO = "ja", "nej"
SVAR = choices(ja="Ja, følg tæt", obs="Hold øje", nej="Nej")


def is_not_lifted(given: Given) -> bool:
    return given.get("svar") != NO


FELTER = (
    BORGER,
    FORLOB,
    RecordFelt(
        Felt(
            "svar",
            "Skal det følges tæt",
            "valg",
            choices=SVAR,
            help="Vurder det, når du sidder alene. Ja giver tættere kontakt; nej løfter det igen.",
        ),
        required=True,
    ),
    RecordFelt(
        Felt(
            "grund",
            "Grunden, som borgeren må læse",
            "tekst",
            help="Det, du har set eller hørt. Borgeren kan bede om at læse det: Skriv det, som du ville sige det.",
        )
    ),
    RecordFelt(
        Felt("vi_gor", "Hvad gør I", "tekst", help="Fx »Ringer hver mandag til begge«. Det kan borgeren også læse."),
        when=is_not_lifted,
    ),
)


def _make(store: Store, columns: Columns) -> Taet:
    """A new word each time, so that the history stands; the very same word again is none."""
    owner = owner_of(store, columns)
    said = {name: columns[name] for name in ("svar", "grund", "vi_gor")}
    earlier = [it for it in store.door(Taet).find(borger=owner.borger) if it.forlob in {None, owner.forlob}]
    if earlier and all(getattr(earlier[-1], name) == value for name, value in said.items()):
        return earlier[-1]
    return store.door(Taet).add(Taet(0, *owner, dato=today_of(store), **said))


def _mend(store: Store, record: Any, columns: Columns) -> Taet:
    return store.door(Taet).change(record.nr, **{name: columns[name] for name in ("svar", "grund", "vi_gor")})


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    yield from owner_broken(store, given)
    if nr is None:
        yield from closed_broken(store, given)
    if given.get("svar") == YES:
        if not given.get("grund"):
            yield Broken("grund", "Skriv en grund. Borgeren kan bede om at læse den.")
        if not given.get("vi_gor"):
            yield Broken("vi_gor", "Skriv, hvad I gør, fx »Ringer hver mandag til begge«.")


KIND = RecordKind("taet", FELTER, _make, _mend, together=_together, name="tæt")
