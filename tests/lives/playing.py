"""A whole life of a forløb as the lines a consultant types, day by day, and what her list says every morning."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from running import Ran, run
from vforlob.actions.today import gather_today
from vforlob.cli.today_screen import View, today_lines
from vforlob.rules.danish import long_date
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

LIVES = Path(__file__).parent / "liv"
HEADER = "## "
LIST = "i-dag"
WIDTH = 80


class Done(NamedTuple):
    """`words` are what is typed after "vforlob", `code` how it should end, `given` what is sent in."""

    day: date
    words: tuple[str, ...]
    code: int
    given: str


def life_named(name: str) -> tuple[Done, ...]:
    blocks = (LIVES / f"{name}.txt").read_text(encoding="utf-8").split(f"\n{HEADER}")
    return tuple(map(_done, blocks[1:]))


def _done(block: str) -> Done:
    header, _, given = block.partition("\n")
    day, *words = header.split()
    code = int(words.pop()[1:]) if words[-1].startswith("!") else 0
    return Done(date.fromisoformat(day), tuple(words), code, given)


def days_of(life: tuple[Done, ...], after: int = 0) -> Iterator[tuple[date, tuple[Done, ...]]]:
    """Every day from the first to the last, with what is done on it."""
    day = life[0].day
    while day <= life[-1].day + timedelta(days=after):
        yield day, tuple(done for done in life if done.day == day)
        day += timedelta(days=1)


def do(folder: str, done: Done) -> Ran:
    return run(*done.words, "--svar", "-", folder=folder, stdin=done.given, env={"VFORLOB_NU": f"{done.day}T12:00"})


def morning(store: Store, day: date) -> str:
    """The list without its heading."""
    found = gather_today(store, day, load_rulebook(store.folder))
    return "\n".join(today_lines(found, View(WIDTH, lettered=False))[1:]).strip("\n")


def said(text: str) -> str:
    """As it is read, whatever the width."""
    return " ".join(text.split())


def transcript(mornings: list[tuple[date, str, tuple[Done, ...]]]) -> str:
    """One block for every run of mornings that say the same; what was done stands under its day."""
    parts: list[str] = []
    first = 0
    for place, (day, text, dones) in enumerate(mornings):
        last = place + 1 == len(mornings)
        if not (dones or last or mornings[place + 1][1] != text):
            continue
        since = mornings[first][0]
        head = long_date(day) if since == day else f"{long_date(since)} - {long_date(day)}"
        parts.append(f"== {head}\n{text}\n")
        parts += [f"   >> vforlob {' '.join(done.words)}\n" for done in dones if done.words[0] != LIST]
        first = place + 1
    return "\n".join(parts)
