"""Two windows on one folder, each with the whole program: nothing fails, nothing is written twice, nothing is lost."""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from building import make_borger, make_case
from conftest import KEY, NOW
from running import run
from vforlob.errors.store import SomethingNewer
from vforlob.model.borger import Borger
from vforlob.model.samtale import Samtale
from vforlob.store.chain import verify
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.samtale_lock import hold as hold_samtale
from vforlob.store.store import Store
from vforlob.store.undo import last_done, undo_last

pytestmark = pytest.mark.safety

INTERLEAVINGS = 200
SEED = 20261120


class Line(NamedTuple):
    argv: tuple[str, ...]
    stdin: str = ""


class Window:
    """A process that runs lines one after another, as they are sent to it."""

    def __init__(self, folder: str) -> None:
        script = str(Path(__file__).parent / "window.py")
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([sys.executable, script, folder], stdin=pipe, stdout=pipe, text=True)
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        self._out, self._in = self._process.stdout, self._process.stdin
        assert self._out.readline() == "READY\n"
        self._sent = 0

    def send(self, line: Line) -> None:
        self._sent += 1
        self._in.write(json.dumps({"id": self._sent, "argv": line.argv, "stdin": line.stdin}) + "\n")
        self._in.flush()

    def said(self) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(self._out.readline())
        assert said["id"] == self._sent
        return said

    def close(self) -> None:
        self._in.close()
        self._process.wait(20)
        self._out.close()


@contextmanager
def two_windows(folder: str) -> Iterator[tuple[Window, Window]]:
    first, second = Window(folder), Window(folder)
    try:
        yield first, second
    finally:
        first.close()
        second.close()


@pytest.fixture
def case(store: Store, folder: str) -> str:
    """Two forløb of two borgere, and a borger without one."""
    make_case(store, borger={"alias": "A-1", "malgruppe": "x"})
    make_case(store, borger={"alias": "A-2", "malgruppe": "x"})
    make_borger(store, alias="A-3")
    store.close()
    return folder


def both(windows: tuple[Window, Window], lines: tuple[Line, Line], order: random.Random) -> list[dict[str, Any]]:
    """At the same moment; who is sent first is chance."""
    ways = [(window, line) for window, line in zip(windows, lines, strict=True)]
    order.shuffle(ways)
    for window, line in ways:
        window.send(line)
    return [window.said() for window in windows]


def new_borger(alias: str) -> Line:
    return Line(("borger", "ny", "--svar", "-", "--json"), f'alias = "{alias}"\nmalgruppe = "x"\nparathed = "klar"\n')


def whole(folder: str) -> Store:
    store = open_store(folder, KEY, lambda: NOW)
    assert (verify(store).breaks, differences(store)) == ((), [])
    return store


def test_records_are_written_side_by_side(case: str) -> None:
    order, expected = random.Random(SEED), {"A": 0, "B": 0}

    with two_windows(case) as windows:
        for number in range(INTERLEAVINGS // 2):
            said = both(windows, (new_borger(f"A-x{number}"), new_borger(f"B-x{number}")), order)
            assert [one["code"] for one in said] == [0, 0], said
            assert json.loads(said[0]["out"])["id"] != json.loads(said[1]["out"])["id"]
            expected["A"] += 1
            expected["B"] += 1

    with whole(case) as store:
        aliases = Counter(borger.alias for borger in store.door(Borger).find())
    assert {who: sum(1 for alias in aliases if alias.startswith(f"{who}-x")) for who in "AB"} == expected
    assert max(aliases.values()) == 1


def test_the_same_alias_is_given_to_one_of_them(case: str) -> None:
    order, codes = random.Random(SEED), Counter[Any]()

    with two_windows(case) as windows:
        for number in range(40):
            line = new_borger(f"Ens-{number}")
            codes[tuple(sorted(one["code"] for one in both(windows, (line, line), order)))] += 1

    assert set(codes) == {(0, 4)}
    with whole(case) as store:
        assert max(Counter(borger.alias for borger in store.door(Borger).find()).values()) == 1


def test_the_same_record_corrected_in_both_is_what_one_of_them_said(case: str) -> None:
    order = random.Random(SEED)

    with two_windows(case) as windows:
        for number in range(40):
            said = {f"{who}{number}" for who in "AB"}
            first, second = (
                Line(("borger", "ret", "b1", "--svar", "-"), f'skal_til = "{who}{number}"\n') for who in "AB"
            )
            assert [one["code"] for one in both(windows, (first, second), order)] == [0, 0]
            assert json.loads(run("borger", "vis", "b1", "--json", folder=case).out)["skal_til"] in said

    whole(case).close()


def answered(who: str, number: int, punkt: str = "socialt") -> str:
    return f'[samtale]\nafslut = false\n[{punkt}]\nborger_tekst = "{who} {number}"\n'


def test_two_samtaler_are_held_side_by_side(case: str) -> None:
    """One in each window, answer by answer."""
    order = random.Random(SEED)

    with two_windows(case) as windows:
        for number in range(INTERLEAVINGS // 2):
            lines = (
                Line(("opfølgning", "f1", "--svar", "-", "--json"), answered("A", number)),
                Line(("opfølgning", "f2", "--svar", "-", "--json"), answered("B", number)),
            )
            said = both(windows, lines, order)
            assert [one["code"] for one in said] == [0, 0], said
            if number % 10 == 9:
                done = both(windows, tuple(line._replace(stdin="") for line in lines), order)  # type: ignore[arg-type]
                assert [json.loads(one["out"])["status"] for one in done] == ["faerdig", "faerdig"]

    with whole(case) as store:
        samtaler = store.door(Samtale).find()
        assert len(samtaler) == 2 * INTERLEAVINGS // 20
        assert {samtale.status for samtale in samtaler} == {"faerdig"}
        assert answer_events(store) == INTERLEAVINGS
    for samtale in samtaler:
        shown = json.loads(run("samtale", "vis", f"s{samtale.nr}", "--json", folder=case).out)
        assert shown["svar"]["socialt"]["borger_tekst"][:1] == ("A" if samtale.forlob == 1 else "B")


def test_one_samtale_in_two_windows_has_each_answer_once(case: str) -> None:
    """The same forløb from both: whoever comes second goes on with the draft, or is told that it is open."""
    order, codes = random.Random(SEED), Counter[Any]()
    saved: list[str] = []

    with two_windows(case) as windows:
        for number in range(INTERLEAVINGS):
            lines = (
                Line(("opfølgning", "f1", "--svar", "-", "--json"), answered("A", number)),
                Line(("opfølgning", "f1", "--svar", "-", "--json"), answered("B", number)),
            )
            said = both(windows, lines, order)
            for who, one in zip("AB", said, strict=True):
                assert one["code"] in {0, 11}, one
                codes[one["code"]] += 1
                saved += [f"{who} {number}"] if one["code"] == 0 else []
            if number % 20 == 19:
                assert run("opfølgning", "f1", "--svar", "-", folder=case).code == 0

    assert codes[0] + codes[11] == 2 * INTERLEAVINGS
    with whole(case) as store:
        assert len(store.door(Samtale).find()) == INTERLEAVINGS // 20
        assert answer_events(store) == len(saved)


def answer_events(store: Store) -> int:
    found = store.rows("SELECT count(*) FROM haendelse WHERE emne = 'svar' AND sted LIKE '%/socialt/borger_tekst/%'")
    return int(found[0][0])


def test_a_samtale_begun_in_both_at_once_is_one_samtale(case: str) -> None:
    """Neither has a draft when both begin."""
    order = random.Random(SEED)

    with two_windows(case) as windows:
        for number in range(40):
            lines = (
                Line(("opfølgning", "f2", "--svar", "-", "--json"), answered("A", number)),
                Line(("opfølgning", "f2", "--svar", "-", "--json"), answered("B", number)),
            )
            said = both(windows, lines, order)
            numbers = {json.loads(one["out"])["samtale"] for one in said if one["code"] == 0}
            assert {one["code"] for one in said} <= {0, 11}
            assert len(numbers) == 1
            assert run("opfølgning", "f2", "--svar", "-", folder=case).code == 0

    with whole(case) as store:
        assert {samtale.status for samtale in store.door(Samtale).find()} == {"faerdig"}


def test_what_is_being_asked_in_one_window_is_not_taken_back_in_the_other(case: str) -> None:
    assert run("opfølgning", "f1", "--svar", "-", folder=case, stdin=answered("A", 1)).code == 0

    with hold_samtale(case, 1):
        refused = run("fortryd", folder=case)
    afterwards = run("fortryd", folder=case)

    assert (refused.code, afterwards.code) == (11, 0)
    assert "i et andet vindue" in refused.err


def test_only_what_was_shown_is_taken_back(case: str) -> None:
    with open_store(case, KEY, lambda: NOW) as mine, open_store(case, KEY, lambda: NOW) as other:
        _art, shown = last_done(mine)
        with other.doing("borger ret"):
            other.door(Borger).change(1, skal_til="nyt")

        with pytest.raises(SomethingNewer):
            undo_last(mine, shown)

        assert other.door(Borger).get(1).skal_til == "nyt"
