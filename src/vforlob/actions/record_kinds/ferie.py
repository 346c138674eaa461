"""What is asked of days away, whose they are, and which days they can be. Knows no prompt and no file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, choices, is_correction, never
from vforlob.actions.references import number_of
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.ferie import Ferie
from vforlob.rules.danish import short_date
from vforlob.store.store import Store

YES = "ja"
LONGEST = 366
# What is kept; that a holiday is called off is no column of it.
COLUMNS = ("borger", "virksomhed", "fra", "til", "stedfortraeder", "telefon")


def is_own(given: Given) -> bool:
    """The consultant's."""
    return given.get("borger") is None and given.get("virksomhed") is None


FELTER = (
    RecordFelt(Felt("borger", "Borger", "kort"), reference="borger", when=never),
    RecordFelt(Felt("virksomhed", "Virksomhed", "kort"), reference="virksomhed", when=never),
    RecordFelt(Felt("fra", "Første dag væk", "dato", help="Fx 13/7, mandag eller uge 29."), required=True),
    RecordFelt(
        Felt("til", "Sidste dag væk", "dato", help="Dagen er regnet med. Er det kun én dag, så skriv den samme dag."),
        required=True,
    ),
    RecordFelt(
        Felt("stedfortraeder", "Stedfortræder", "kort", help="Hvem der ringes til imens. Kan stå tomt."), when=is_own
    ),
    RecordFelt(Felt("telefon", "Stedfortræderens telefon", "kort", help="Kan stå tomt."), when=is_own),
    RecordFelt(
        Felt(
            "aflyst",
            "Er ferien aflyst",
            "valg",
            choices=choices(nej="Nej", ja="Ja, tag den af listen"),
            help="Så holder du ikke fri, eller der er ikke lukket. Det kan fortrydes.",
        ),
        when=is_correction,
    ),
)


def _make(store: Store, columns: Columns) -> Ferie:
    return store.door(Ferie).add(Ferie(0, **{name: columns[name] for name in COLUMNS}))


def _mend(store: Store, record: Any, columns: Columns) -> Ferie:
    door = store.door(Ferie)
    if columns["aflyst"] == YES:
        before: Ferie = door.get(record.nr)
        door.remove(record.nr)
        return before
    return door.change(record.nr, **{name: columns[name] for name in COLUMNS})


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    if given.get("borger") is not None and given.get("virksomhed") is not None:
        yield Broken("virksomhed", "En ferie er enten en borgers eller en virksomheds. Skriv kun den ene.")
    if not is_own(given):
        for column in ("stedfortraeder", "telefon"):
            if given.get(column):
                yield Broken(column, "En stedfortræder hører til din egen ferie. Lad det stå tomt.")
    if given.get("fra") is not None and given.get("til") is not None:
        yield from _days_broken(store, given, nr)


def _days_broken(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    fra, til = str(given["fra"]), str(given["til"])
    if til < fra:
        yield Broken("til", "Den sidste dag ligger før den første. Ret en af dem.")
    elif (date.fromisoformat(til) - date.fromisoformat(fra)).days >= LONGEST:
        yield Broken("til", "Det er mere end et år. Ret en af dagene.")
    else:
        same = [it for it in _of_the_same(store, given, nr) if (it.fra, it.til) == (fra, til)]
        if same:
            yield Broken("fra", f"De dage står der allerede. Ret dem i stedet: vforlob ferie ret {same[0].nr}")


def _of_the_same(store: Store, given: Given, nr: int | None) -> Iterator[Ferie]:
    whose = {
        name: number_of(store, name, str(given[name])) if given.get(name) is not None else None
        for name in ("borger", "virksomhed")
    }
    yield from (it for it in store.door(Ferie).find(**whose) if it.nr != nr)


def _told(store: Store, ferie: Any) -> tuple[str, ...]:
    """Days that are written twice are only counted once. Of one that was called off there is nothing to tell."""
    if not store.door(Ferie).find(nr=ferie.nr):
        return ()
    others = store.door(Ferie).find(borger=ferie.borger, virksomhed=ferie.virksomhed)
    told = [
        f"Dagene falder sammen med ferie {it.nr}, {short_date(it.fra)} til {short_date(it.til)}. De tæller kun én gang."
        for it in others
        if it.nr != ferie.nr and it.fra <= ferie.til and ferie.fra <= it.til
    ]
    if ferie.borger is None and ferie.virksomhed is None and not ferie.stedfortraeder:
        told.append(f"Der er ingen stedfortræder. Skriv en, når du har aftalt det: vforlob ferie ret {ferie.nr}")
    return tuple(told)


KIND = RecordKind("ferie", FELTER, _make, _mend, together=_together, told=_told)
