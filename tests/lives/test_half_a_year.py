"""Half a year with 40 borgere: the figures of every month are those of a plain ledger, and stay what they were.

Write the pages anew with: PYTHONPATH=tests python tests/lives/test_half_a_year.py
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from caseload import BROKEN, FIRST, LAST, PEOPLE, Drawn, Placement, draw
from playing import do

from running import KEY, Ran, run
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store

GOLDEN = Path(__file__).parent.parent / "golden" / "liv" / "halvt_aar.txt"
MONTHS = ("2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11")
PAGES = (("overblik",), ("måltal", "udvikling"), ("rapport", "2026-10"), ("spejl", "2026-3"), ("læring",))
ALIAS = "P-"


class Played:
    """The folder, and what the report of each month said on the first day after it."""

    def __init__(self, place: str) -> None:
        self.folder = os.path.join(place, "vforlob")
        self.drawn: Drawn = draw()
        self.reports: dict[str, Any] = {}
        os.mkdir(self.folder, 0o700)
        os.mkdir(os.path.join(self.folder, "tmp"), 0o700)  # as opsæt does: rules and holidays are kept there
        create_with_raw_key(self.folder, KEY)
        create_store(self.folder, KEY, lambda: datetime.fromisoformat(f"{FIRST}T08:00+02:00")).close()
        day = FIRST
        while day <= LAST:
            for done in (one for one in self.drawn.done if one.day == day):
                ran = do(self.folder, done)
                assert ran.code == 0, f"{day} {' '.join(done.words)}: {ran.code}\n{ran.err}\n{done.given}"
            day += timedelta(days=1)
            if day.day == 1:
                self._look_back(day)

    def ask(self, day: date, *words: str) -> Ran:
        return run(*words, folder=self.folder, env={"VFORLOB_NU": f"{day}T08:00"})

    def _look_back(self, day: date) -> None:
        ended = (day - timedelta(days=1)).isoformat()[:7]
        self.reports[ended] = self.report(day, ended)

    def report(self, day: date, maned: str) -> Any:
        ran = self.ask(day, "rapport", maned, "--format", "json")
        assert ran.code == 0, ran.err
        return json.loads(ran.out)

    def figures(self) -> dict[str, dict[str, float]]:
        """By month and name of the figure, as they stand the day after the half year."""
        found = json.loads(self.ask(LAST + timedelta(days=1), "måltal", "udvikling", "--json").out)
        return {
            maned: {row["id"]: tal["tal"] for row in found["raekker"] for tal in row["tal"] if tal["maned"] == maned}
            for maned in MONTHS
        }


@pytest.fixture(scope="module")
def played() -> Iterator[Played]:
    with tempfile.TemporaryDirectory() as place:
        yield Played(place)


def last_day(maned: str) -> str:
    first = date.fromisoformat(f"{maned}-01")
    return ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).isoformat()


def in_ledger(placements: tuple[Placement, ...], maned: str) -> dict[str, int]:
    """Counted from what was drawn alone."""
    last = last_day(maned)
    going = [one for one in placements if str(one.start) <= last and (one.stays_open or str(one.end) > last)]
    begun = [one for one in placements if str(one.start)[:7] == maned]
    ended = [one for one in placements if not one.stays_open and str(one.end)[:7] == maned]
    return {
        "igang": len({one.borger for one in going}),
        "i_praktik": len({one.borger for one in going}),
        "fastholdt": sum((date.fromisoformat(last) - one.start).days >= 28 for one in going),
        "startet": len(begun),
        "formode": sum(one.formode for one in begun),
        "lukket": len(ended),
        "afsluttende_samtale": sum(one.closing_talk for one in ended),
        "afbrudt": sum(one.code in BROKEN for one in ended),
        "afbrudt_tidligt": sum(one.code in BROKEN and (one.end - one.start).days < 28 for one in ended),
    }


@pytest.mark.safety
@pytest.mark.parametrize("maned", MONTHS)
def test_the_figures_of_every_month_are_those_of_the_ledger(played: Played, maned: str) -> None:
    expected = in_ledger(played.drawn.placements, maned)

    found = played.figures()[maned]

    assert {name: found[name] for name in expected} == expected


@pytest.mark.safety
def test_all_who_were_referred_are_on_the_list_at_the_end(played: Played) -> None:
    found = played.figures()[MONTHS[-1]]

    assert (found["borgere"], found["klar"] + found["taet_pa"] + found["laengere_fra"]) == (PEOPLE, PEOPLE)


@pytest.mark.safety
@pytest.mark.parametrize("maned", MONTHS)
def test_the_report_of_a_month_says_later_what_it_said_then(played: Played, maned: str) -> None:
    later = played.report(LAST + timedelta(days=1), maned)

    assert figures_of(later) == figures_of(played.reports[maned])


def figures_of(report: Any) -> list[list[str]]:
    """The table of targets and months; the words of its head are another when the month has ended."""
    assert ALIAS not in json.dumps(report, ensure_ascii=False)
    table = next(block for block in report["blokke"] if block["blok"] == "tabel")
    assert len(table["raekker"]) > 5
    return [[str(celle) for celle in row] for row in table["raekker"]]


@pytest.mark.safety
def test_the_pages_at_the_end_are_those_a_dane_has_read(played: Played) -> None:
    assert pages(played) == GOLDEN.read_text(encoding="utf-8")


def pages(played: Played) -> str:
    shown = [(words, played.ask(LAST, *words)) for words in PAGES]
    assert [ran.code for _, ran in shown] == [0] * len(PAGES)
    return "\n".join(f"== vforlob {' '.join(words)}\n{ran.out}" for words, ran in shown)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        GOLDEN.write_text(pages(Played(scratch)), encoding="utf-8")
    sys.stdout.write(f"{GOLDEN}\n")
