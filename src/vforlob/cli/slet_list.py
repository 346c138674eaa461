"""What is due, since when, and what keeps the rest back: as lines and as JSON. Decides nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from vforlob.actions.slettefrister import CASE, DRAFT, LOG, PLACE, TEXT, Due
from vforlob.cli.context import in_folder
from vforlob.cli.layout import for_you, one_line, wrap, wrap_told
from vforlob.cli.slet_words import CLASSES, DEADLINES, counts_of, deadline_name, kinds_counted, number_of
from vforlob.rules.danish import counted, listed, long_date, short_date
from vforlob.rules.sletning import CORRECTED, IN_USE, JOURNAL, NEXT, NOT_YET, OPEN, STOP, Verdict
from vforlob.rules.sletning import DRAFT as DRAFTING

SHOWN = 5  # of each class; the rest by --alle
NAMED = 6
FOOTER = "Hjælp, ikke juridisk rådgivning. Kommunens retningslinjer, DPO og fagsystem går forud."
Names = Mapping[int, str]


def due_lines(due: Due, names: Names, today: date, width: int, everything: bool) -> Iterator[str]:
    """`names` are the aliases by number."""
    yield from for_you(f"Slettefrister · {long_date(today)}", width)
    yield ""
    if due.is_empty:
        yield " Intet har nået sin frist."
    for navn in CLASSES.values():
        yield from _class(due, navn, names, today, width, everything)
    kept = list(_kept(due.kept, today))
    if kept:
        yield ""
        yield " Venter"
        for text in kept:
            yield from _under(text, width)


def foot_lines(due: Due, width: int) -> Iterator[str]:
    yield ""
    told = [f"{word} {due.days[navn]}" for word, navn in DEADLINES.items()]
    yield from (f" {line}" for line in wrap(f"Frister i dage: {', '.join(told)}.", width - 2))
    for text in (f"Jeres egne frister: {in_folder('vforlob slettefrister ret')}", FOOTER):
        yield from (f" {line}" for line in wrap_told(text, width - 2))


def class_words(due: Due, navn: str) -> str:
    """ "4 samtaler og 1 aftale": how much of a class is due; empty for nothing."""
    if navn == LOG:
        return counted(due.log.many, "opslag", "opslag") if due.log.many else ""
    return kinds_counted(counts_of(it.emne for it in of_class(due, navn)))


def of_class(due: Due, navn: str) -> tuple[Verdict, ...]:
    found = {TEXT: due.words, CASE: due.persons, DRAFT: due.drafts, PLACE: due.places}
    return found.get(navn, ())


def _class(due: Due, navn: str, names: Names, today: date, width: int, everything: bool) -> Iterator[str]:
    words = class_words(due, navn)
    if not words:
        return
    yield from (f" {line}" for line in wrap(f"{deadline_name(navn)}: {words}", width - 2))
    if navn == LOG:
        yield from _under(f"det ældste fra {short_date(due.log.oldest[:10], today)}", width)
        return
    found = of_class(due, navn)
    for it in found if everything else found[:SHOWN]:
        yield from _under(_one(it, names, today), width)
    if len(found) > SHOWN and not everything:
        yield from _under(f"og {len(found) - SHOWN} mere: {in_folder('vforlob slettefrister --alle')}", width)


def _one(it: Verdict, names: Names, today: date) -> str:
    whose = f"  {one_line(names[it.borger])}" if it.borger is not None and it.borger in names else ""
    place = f"  {one_line(names[-it.nr])}" if it.emne == "virksomhed" and -it.nr in names else ""
    day = f", {short_date(it.dato, today)}" if it.dato and it.emne not in {"borger", "virksomhed"} else ""
    return f"{number_of(it.emne, it.nr)}{whose}{place}{day}: fristen var {short_date(it.since, today)}"


def _kept(kept: Sequence[Verdict], today: date) -> Iterator[str]:
    """One sentence a reason, the strongest first."""
    by_why: dict[str, list[Verdict]] = defaultdict(list)
    for it in kept:
        by_why[it.why].append(it)
    stopped = sorted({it.borger for it in by_why[STOP] if it.borger is not None})
    if stopped:
        yield f"{_some([f'b{nr}' for nr in stopped])} har slettestop. Der bliver intet slettet, før det er hævet."
    for why, words in (
        (JOURNAL, f"mangler i journalen, så fristen er ikke begyndt: {in_folder('vforlob journal')}"),
        (CORRECTED, "bliver rettet og er ikke færdig"),
        (NEXT, "er i brug, til den næste samtale er færdig"),
        (DRAFTING, f"har en samtale, der ikke er færdig: {in_folder('vforlob samtale liste')}"),
        (IN_USE, "er ikke afsluttet og er i brug endnu"),
    ):
        found = [it for it in by_why[why] if it.emne != "borger" or why == DRAFTING]
        if found:
            yield f"{_named(found)} {words}"
    lacking = [f"b{it.nr}" for it in by_why[JOURNAL] if it.emne == "borger"]
    if lacking:
        yield f"{_some(lacking)} kan ikke slettes helt, før alt er i journalen."
    later = sorted(it.since for it in by_why[NOT_YET])
    if later:
        yield f"{kinds_counted(counts_of(it.emne for it in by_why[NOT_YET]))} har ikke nået fristen." + (
            f" Den første er {short_date(later[0], today)}."
        )


def _named(found: Sequence[Verdict]) -> str:
    if len(found) <= NAMED:
        return _some([number_of(it.emne, it.nr) for it in found])
    return kinds_counted(counts_of(it.emne for it in found))


def _some(numbers: Sequence[str]) -> str:
    return f"{', '.join(numbers[:NAMED])} og {len(numbers) - NAMED} mere" if len(numbers) > NAMED else listed(numbers)


def _under(text: str, width: int) -> Iterator[str]:
    first, *rest = wrap_told(text, width - 6)
    yield f"   {first}"
    yield from (f"     {line}" for line in rest)


def due_json(due: Due, is_sane: bool) -> dict[str, Any]:
    rows = [_row(it, word) for word, navn in CLASSES.items() for it in of_class(due, navn)]
    return {
        "raekker": [*rows, *(_row(it, "") for it in _told(due.kept))],
        "log": due.log.many,
        "frister": {word: due.days[navn] for word, navn in DEADLINES.items()},
        "ur": "ja" if is_sane else "nej",
    }


def _told(kept: Iterable[Verdict]) -> Iterator[Verdict]:
    return (it for it in kept if it.why != OPEN)


def _row(it: Verdict, word: str) -> dict[str, Any]:
    """`venter_pa` is why it is kept back, null when it is due."""
    return {
        "id": it.nr,
        "slags": it.emne,
        "borger": it.borger,
        "dato": it.dato or None,
        "frist": it.since or None,
        "kan_slettes": word or None,
        "venter_pa": it.why or None,
    }
