"""Today's list as lines of plain text and as JSON, "Kun til dig". Decides nothing and waits for nobody."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from vforlob.actions.today import Line, Today
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.today_words import words_of
from vforlob.model.due import Unjournalised
from vforlob.rules.danish import clock, counted, long_date, weekday_date

LETTERS = "abcdefghij"
NAME = 16


def today_lines(found: Today, width: int, lettered: bool, behind: str = "") -> list[str]:
    """The whole list; `lettered` in the menu, with the commands where there is none, and `behind` after each."""
    if found.borgere == 0:
        return [*_heading(found, width), "", *nobody_yet(width)]
    return [*_heading(found, width), *_sections(found, width, lettered, behind), *_journal(found, width, behind)]


def nobody_yet(width: int) -> list[str]:
    lines = (
        "Her er ingen borgere endnu.",
        "Opret den første med: vforlob borger ny",
        "Se først, hvordan det virker, med: vforlob demo",
    )
    return [f" {part}" for line in lines for part in wrap(line, width - 2)]


def _heading(found: Today, width: int) -> list[str]:
    """Kun til dig · fredag den 20. november 2026 (uge 47), and the caseload at the right where it fits."""
    left = f" Kun til dig · {long_date(found.today)}"
    right = f"{counted(found.borgere, 'borger', 'borgere')}, {found.forlobene} i forløb" if found.borgere else ""
    if not right or len(left) + len(right) + 3 > width:
        return [f" {line}" for part in (left, right) if part for line in wrap(part, width - 2)]
    return [left + " " * (width - len(left) - len(right) - 1) + right]


def _sections(found: Today, width: int, lettered: bool, behind: str) -> Iterator[str]:
    if not found.now:
        yield ""
        yield from (f" {line}" for line in wrap(nobody_waits(found), width - 2))
    most = len(LETTERS) if lettered else len(found.now) + len(found.soon)
    now, soon = found.now[:most], found.soon[: max(0, most - len(found.now))]
    letters = iter(LETTERS if lettered else "")
    for title, lines in (("Nu", now), ("Snart", soon)):
        if lines:
            yield from ("", f" {title}")
            yield from _section(lines, found.today, width, None if lettered else behind, letters)
    left = len(found.now) + len(found.soon) - len(now) - len(soon)
    if left:
        yield from ("", f"    Der er {left} til. Se dem alle med: vforlob i-dag")


def _section(
    lines: Sequence[Line], today: date, width: int, behind: str | None, letters: Iterator[str]
) -> Iterator[str]:
    alias = max(4, *(min(NAME, len(line.whose.alias)) for line in lines))
    for line in lines:
        yield from _entry(line, next(letters, ""), today, width, alias, behind)


def _entry(line: Line, letter: str, today: date, width: int, alias: int, behind: str | None) -> list[str]:
    """`behind` is what follows the command; None where a letter stands for it."""
    words = words_of(line, today)
    text = f"{words.why} {words.do}"
    command = [] if behind is None else [f"vforlob {words.command}{behind}"]
    number = f"f{line.whose.forlob}" if line.whose.forlob else f"b{line.whose.borger}"
    who, where = _cut(line.whose.alias, alias), _cut(line.whose.virksomhed or "", NAME)
    if width < 60:
        name, *more = wrap(f"{number} {who} {where}", width - 5)
        return [f" {letter:1}  {name}", *(f"    {part}" for part in (*more, *wrap(text, width - 5), *command))]
    head = f" {letter:1}  {number:<5}{who:<{alias}}  {where:<{NAME}}  "
    first, *rest = wrap(text, width - len(head) - 1)
    # A command is copied as it stands: it is moved to the left before it is broken.
    at = len(head) if all(len(head) + len(part) < width for part in command) else 4
    return [head + first, *(" " * len(head) + part for part in rest), *(" " * at + part for part in command)]


def _journal(found: Today, width: int, behind: str) -> list[str]:
    """Finished in the last days and without a receipt: the newest is named, because one command is enough to begin."""
    if not found.journal:
        return []
    numbers = [f"s{it.samtale}" for it in found.journal]
    count = counted(len(numbers), "samtale", "samtaler")
    text = f"{count} fra de seneste to uger skal i journalen: {', '.join(numbers[:6])}. Teksten:"
    command = f"vforlob referat {numbers[0]} --til journal"
    lines = [*wrap(text, width - 5), command + behind] if behind else wrap(f"{text} {command}", width - 5)
    return ["", " Til journalen", *(f"    {line}" for line in lines)]


def nobody_waits(found: Today) -> str:
    """Nothing to do is a sentence too."""
    if found.first is None:
        return "Ingen venter på dig i dag, og der er ikke aftalt flere kontakter."
    first = found.first
    at = f" {clock(first.kl)}" if first.kl else ""
    where = f"f{first.whose.forlob} hos {one_line(first.whose.virksomhed or '')}"
    return f"Ingen venter på dig i dag. Næste kontakt er {weekday_date(first.dato or '')}{at}: {where}."


def today_json(found: Today) -> dict[str, Any]:
    rows = [
        _row(section, line, found.today)
        for section, lines in (("nu", found.now), ("snart", found.soon))
        for line in lines
    ]
    rows += [_unjournalised(it) for it in found.journal]
    dato = found.today.isoformat()
    return {"dato": dato, "borgere": found.borgere, "forlob": found.forlobene, "raekker": rows}


def _unjournalised(it: Unjournalised) -> dict[str, Any]:
    return {
        "id": it.samtale,
        "afsnit": "journal",
        "slags": "journal",
        "borger": it.whose.borger,
        "alias": it.whose.alias,
        "forlob": it.whose.forlob,
        "virksomhed": it.whose.virksomhed,
        "dato": it.dato,
        "hvorfor": "Samtalen har ingen kvittering fra journalen.",
        "gor": "Sæt teksten ind i journalen.",
        "kommando": f"vforlob referat s{it.samtale} --til journal",
    }


def _row(section: str, line: Line, today: date) -> dict[str, Any]:
    words = words_of(line, today)
    return {
        "id": line.nr or line.whose.forlob or line.whose.borger,
        "afsnit": section,
        "slags": line.kind,
        "borger": line.whose.borger,
        "alias": line.whose.alias,
        "forlob": line.whose.forlob,
        "virksomhed": line.whose.virksomhed,
        "dato": line.dato,
        "hvorfor": words.why,
        "gor": words.do,
        "kommando": f"vforlob {words.command}",
    }


def _cut(text: str, width: int) -> str:
    said = one_line(text)
    return said if len(said) <= width else f"{said[: width - 1]}…"
