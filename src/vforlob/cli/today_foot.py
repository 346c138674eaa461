"""What stands under today's list: what waits for the journal, what was put off, what was not looked at. Knows no entry.

On a screen with a menu each is one line where it can be; as text everything is named.
"""

from collections.abc import Iterator

from vforlob.actions.today import Today
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.today_commands import first_known
from vforlob.cli.today_days import until
from vforlob.model.due import PutOff
from vforlob.rules.danish import counted, listed

_NOTES = {
    "kontakt": ("kontakt", "kontakter"),
    "fravaer": ("dag med fravær", "dage med fravær"),
    "taet": ("beslutning om tæt opfølgning", "beslutninger om tæt opfølgning"),
    "hensyn": ("hensyn", "hensyn"),
}


def foot_lines(found: Today, width: int, behind: str, *, short: bool) -> list[str]:
    lines = [*_journal(found, width, behind, short), *_put_off(found, width, short), *_unseen(found, width)]
    return ["", *lines] if lines else []


def _journal(found: Today, width: int, behind: str, short: bool) -> Iterator[str]:
    """Finished in the last days and without a receipt: the newest is named, because one command is enough to begin."""
    numbers = [f"s{it.samtale}" for it in found.journal]
    named = f" ({', '.join(numbers[:6])}{' ...' if numbers[6:] else ''})" if numbers and not short else ""
    counts = [f"{counted(len(numbers), 'samtale', 'samtaler')}{named}"] if numbers else []
    if short and found.notes:
        counts.append(counted(sum(found.notes.values()), "notat", "notater"))
    elif found.notes:
        counts += [counted(count, *_NOTES[emne]) for emne, count in found.notes.items()]
    if not counts:
        return
    command = f"vforlob {first_known('journal', f'referat {numbers[0]} --til journal')}" if numbers else ""
    if short:
        yield from _labelled("Til journalen", f"{listed(counts)}{' · ' if command else ''}{command}", width)
        return
    yield from _labelled("Til journalen", f"{listed(counts)}.", width)
    if command:
        yield f"    {command}{behind}"


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
