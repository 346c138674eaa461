"""The files that were made, on a screen and as JSON, and the question before they go. Decides nothing."""

from collections.abc import Iterator, Sequence
from typing import Any

from vforlob.actions.asking import ALONE, Answered, Pause, Question
from vforlob.actions.kept_exports import AWAY, CHANGED, GONE, HERE, OTHER, Found
from vforlob.agenda.kinds import KINDS
from vforlob.cli.ask import asker
from vforlob.cli.context import context, in_folder
from vforlob.cli.layout import for_you, screen_width, side_by_side, wrap
from vforlob.errors.use import WrongUse
from vforlob.model.agenda import Felt
from vforlob.model.eksport import Eksport
from vforlob.rules.danish import counted, short_date
from vforlob.rules.voices import DOCUMENTS, RECIPIENTS

PAGE = 40
_NEXT = ("vforlob eksporter ryd", "vforlob eksporter ryd --alder 14")
_STATES = {
    HERE: "",
    CHANGED: "ændret, siden den blev lavet",
    OTHER: "der ligger noget andet på dens plads, eller den kan ikke læses",
    AWAY: "mappen er her ikke lige nu",
    GONE: "findes ikke mere",
}
_MOST_DAYS = 100_000


def list_lines(found: Sequence[Found], everything: bool) -> Iterator[str]:
    """Those that are there first; what can be typed next, last."""
    width = screen_width()
    there = sum(it.state != GONE for it in found)
    yield from for_you(f"Filer, der er lavet: {there}" if there else "Filer, der er lavet", width)
    yield ""
    if not found:
        yield " Der er ikke lavet filer, eller de er slettet igen."
        return
    for it in found if everything else found[:PAGE]:
        yield from _entry(it, width)
    yield ""
    if len(found) > PAGE and not everything:
        yield f" Der er {len(found) - PAGE} mere. Se dem alle: {in_folder('vforlob eksporter liste --alle')}"
    yield from side_by_side("   ".join(map(in_folder, _NEXT)), width)


def to_clear_lines(found: Sequence[Found]) -> Iterator[str]:
    width = screen_width()
    yield from for_you(f"Filer, der kan slettes: {len(found)}", width)
    yield ""
    for it in found:
        yield from _entry(it, width)
    yield ""


def held_lines(held: Sequence[Found]) -> Iterator[str]:
    """Whose files stay, and how many, by number."""
    for borger in sorted({it.eksport.borger for it in held if it.eksport.borger is not None}):
        many = counted(sum(it.eksport.borger == borger for it in held), "fil", "filer")
        yield from wrap(f"b{borger} har slettestop: {many} bliver liggende.", screen_width())
        yield f"Er det ovre, så hæv det: {in_folder(f'vforlob slettestop b{borger} af')}"


def nothing_to_clear(least: int) -> str:
    if least:
        return f"Der er ingen filer, som er mindst {counted(least, 'dag', 'dage')} gamle."
    return "Der er ingen filer at rydde op i."


def said_of_cleared(count: int) -> str:
    if not count:
        return "Intet er slettet."
    return f"{counted(count, 'fil', 'filer')} er slettet."


def days_of(typed: str) -> int:
    """What stands after --alder; 0 for nothing."""
    if not typed:
        return 0
    if typed.isascii() and typed.isdigit() and int(typed) <= _MOST_DAYS:
        return int(typed)
    raise WrongUse("--alder tager et antal dage, fx --alder 14.", command="eksporter ryd")


def is_wanted(text: str) -> bool:
    """Ja or nej; Enter alone is neither, and then nothing happens."""
    felt = Felt("slet", text, "janej")
    reply = asker(context(), ALONE)(
        Question(
            kind="janej",
            text=text,
            read=lambda typed: KINDS["janej"].read(typed, felt, context().today),
            page=ALONE,
            saves=False,
        )
    )
    if isinstance(reply, Pause) and reply.interrupted:
        raise KeyboardInterrupt
    return isinstance(reply, Answered) and reply.value == "ja"


def rows_json(found: Sequence[Found]) -> dict[str, Any]:
    return {"raekker": [_row(it) for it in found]}


def _row(it: Found) -> dict[str, Any]:
    own = it.eksport
    return {
        "id": own.nr,
        "hvad": own.hvad,
        "modtager": own.modtager,
        "format": own.format,
        "sti": own.sti,
        "lavet": own.tid,
        "dage": it.days,
        "tilstand": it.state,
        "borger": own.borger,
        "forlob": own.forlob,
        "samtale": own.samtale,
        "fjernet": own.fjernet,
    }


def _entry(it: Found, width: int) -> Iterator[str]:
    """The path on a line of its own and never broken: it is there to be copied."""
    state = f" · {_STATES[it.state]}" if _STATES[it.state] else ""
    for line in wrap(f"{_what(it.eksport)} · {_age(it)}{state}", width - 2):
        yield f" {line}"
    yield f"   {it.eksport.sti}"


def _what(own: Eksport) -> str:
    to = f" til {RECIPIENTS.get(own.modtager, own.modtager)}" if own.modtager else ""
    whose = f" · f{own.forlob}" if own.forlob else f" · b{own.borger}" if own.borger else ""
    held = f" · s{own.samtale}" if own.samtale else ""
    hvad = DOCUMENTS.get(own.hvad, own.hvad)
    return f"{hvad[:1].upper()}{hvad[1:]}{to} ({own.format}){whose}{held}"


def _age(it: Found) -> str:
    if it.state == GONE and it.eksport.fjernet:
        return f"væk {short_date(it.eksport.fjernet, context().today)}"
    if not it.days:
        return "i dag"
    return f"{counted(it.days, 'dag', 'dage')} siden"
