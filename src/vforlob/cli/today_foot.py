"""What stands under today's list: what waits for the journal, what was put off, what was not looked at. Knows no entry.

On a screen with a menu each is one line where it can be; as text everything is named.
"""

from collections.abc import Iterator, Mapping

from vforlob.actions.today import Today
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.today_days import until
from vforlob.model.due import PutOff
from vforlob.rules.danish import counted, listed, plain_date, weekday_date

_NOTES = {
    "samtale": ("samtale", "samtaler"),
    "kontakt": ("kontakt", "kontakter"),
    "fravaer": ("dag med fravær", "dage med fravær"),
    "taet": ("beslutning om tæt opfølgning", "beslutninger om tæt opfølgning"),
    "hensyn": ("hensyn", "hensyn"),
    "aftale": ("aftale", "aftaler"),
    "delmal": ("delmål", "delmål"),
}
NAMED = 6
COMMAND = "vforlob journal"


def foot_lines(found: Today, width: int, behind: str, *, short: bool) -> list[str]:
    lines = [*_journal(found, width, behind, short), *_put_off(found, width, short), *_unseen(found, width)]
    return ["", *lines] if lines else []


def _journal(found: Today, width: int, behind: str, short: bool) -> Iterator[str]:
    """Everything without a receipt. What should be there by now is said, with its day."""
    waits = found.to_journal
    if not waits.counts:
        return
    counted_up = f"{'mindst ' if waits.more else ''}{listed(_short(waits.counts) if short else _whole(found))}"
    if short:
        now = f", {waits.late} skal ind i dag" if waits.late else ""
        yield from _labelled("Til journalen", f"{counted_up}{now}", width)  # with a key of the menu
        return
    yield from _labelled("Til journalen", f"{counted_up}.{_now(found)}", width)
    yield f"    {COMMAND}{behind}"


def _short(counts: Mapping[str, int]) -> list[str]:
    samtaler = counts.get("samtale", 0)
    notes = sum(counts.values()) - samtaler
    told = ((samtaler, "samtale", "samtaler"), (notes, "notat", "notater"))
    return [counted(count, one, many) for count, one, many in told if count]


def _whole(found: Today) -> list[str]:
    """The newest samtaler are named."""
    numbers = [f"s{it.samtale}" for it in found.journal]
    named = f" ({', '.join(numbers[:NAMED])}{' ...' if numbers[NAMED:] else ''})"
    counts = found.to_journal.counts
    return [
        f"{counted(counts[emne], *words)}{named if emne == 'samtale' else ''}"
        for emne, words in _NOTES.items()
        if emne in counts
    ]


def _now(found: Today) -> str:
    waits, total = found.to_journal, sum(found.to_journal.counts.values())
    if not waits.late:
        return ""
    which = "det" if total == 1 else "alt" if waits.late == total else f"{waits.late} af dem"
    day = weekday_date if waits.oldest[:4] == str(found.today.year) else plain_date
    return f" Sæt {which} ind i dag: {'Det' if waits.late == 1 else 'Det ældste'} er fra {day(waits.oldest)}."


def _put_off(found: Today, width: int, short: bool) -> Iterator[str]:
    told = list(dict.fromkeys(_until(it, found) for it in found.put_off))  # once a person and day
    if not told:
        return
    if not short:
        for text in told:
            yield from _labelled("Udsat", text, width)
        return
    rest = f" Og {len(told) - 1} mere: vforlob i-dag" if told[1:] else ""
    room = max(20, width - len(" Udsat: ") - len(rest) - 1)
    first = told[0] if len(told[0]) <= room else f"{told[0][: room - 1]}…"
    yield from (f" {line}" for line in wrap(f"Udsat: {first}{rest}", width - 2))


def _until(it: PutOff, found: Today) -> str:
    number = f"f{it.whose.forlob}" if it.whose.forlob else f"b{it.whose.borger}"
    grund = f" ({one_line(it.grund)})" if it.grund else ""
    return f"{number} til {until(it.til, found.today)}{grund}"


def _unseen(found: Today, width: int) -> Iterator[str]:
    """Said honestly: a caseload this large is not looked through."""
    if found.unseen > 0:
        seen = found.forlobene - found.unseen
        text = f"Der er {found.forlobene} åbne forløb. Listen er lavet af de {seen}, der haster mest."
        yield from (f" {line}" for line in wrap(text, width - 2))


def _labelled(label: str, text: str, width: int) -> Iterator[str]:
    first, *rest = wrap(f"{label}: {text}", width - 2)
    yield f" {first}"
    yield from (f"    {line}" for part in rest for line in wrap(part, width - 5))
