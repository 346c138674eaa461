"""A samtale in a real terminal when everything that was said last time was meant to do harm."""

import json
import re
import time
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="there are no pseudo terminals here")
pytest.importorskip("pyte")

from meeting_window import Window

from running import run
from safety.hostile import HOSTILE, harmful
from safety.hostile_case import kept, make_hostile_case
from vforlob.model.text import REPLACED

pytestmark = pytest.mark.terminal

# What our own screens are drawn with: colours, the pointer, lines wiped, paste told apart from typing.
_OURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]|\x1b\(B")
STEERING = [name for name, text in HOSTILE.items() if harmful(text)]
# What a paste could also break: our own commands, lines, quotes, letters of several parts, length.
PASTED = [
    *STEERING,
    "colon-command",
    "toml",
    "quotes",
    "tabs",
    "lines",
    "blank-lines",
    "long",
    "emoji-zwj",
    "nfd",
    "html",
]
TURNS = 150


def raw_pieces(text: str) -> list[str]:
    """Each harmful character with a few letters around it, as only the raw text would show it."""
    around = [text[max(0, at - 5) : at + 7] for at, ch in enumerate(text) if harmful(ch)]
    return [piece for piece in around if re.search(r"[a-zæøå]{2}", _OURS.sub("", piece))]


def check(everything: str, texts: list[str]) -> None:
    left = _OURS.sub("", everything).replace("\r", "").replace("\b", "")
    assert harmful(left) == []
    assert [piece for text in texts for piece in raw_pieces(text) if piece in everything] == []
    assert "ikke er forberedt på" not in everything


def quiet(window: Window) -> None:
    """Read until nothing more comes."""
    last, still = -1, 0
    end = time.monotonic() + 20
    while still < 3 and time.monotonic() < end:
        still = still + 1 if len(window.everything) == last else 0
        last = len(window.everything)
        window._read()


def through(window: Window, turns: int) -> str:
    """Enter at every question, up to the summary or so many of them; then a pause."""
    for _ in range(turns):
        quiet(window)
        if "Nummer retter et punkt" in window.shown():
            break
        window.type("\r")
    quiet(window)
    window.type(":o\r")
    quiet(window)
    window.type(":p\r")
    assert window.ended() == 0
    return window.everything


def dealt_steering() -> object:
    given: dict[str, str] = {}
    texts = [HOSTILE[name] for name in STEERING]
    return lambda place: given.setdefault(place, texts[len(given) % len(texts)])


@pytest.mark.safety
@pytest.mark.parametrize("more", [(), ("--enkel",)], ids=["normal", "enkel"])
def test_the_briefing_and_the_first_questions_are_harmless(tmp_path: Path, more: tuple[str, ...]) -> None:
    given = make_hostile_case(tmp_path, dealt_steering())

    everything = through(Window(given.folder, "opfølgning", "f1", *more), 6)

    check(everything, [HOSTILE[name] for name in STEERING])
    assert REPLACED in everything


@pytest.mark.safety
@pytest.mark.parametrize("more", [(), ("--enkel",)], ids=["normal", "enkel"])
@pytest.mark.parametrize(
    "line", [("opfølgning", "f1"), ("startmøde", "f1"), ("formøde", "b1")], ids=lambda line: line[0]
)
@pytest.mark.parametrize("columns", [80, 40])
def test_a_whole_samtale_is_harmless(
    tmp_path: Path, line: tuple[str, ...], more: tuple[str, ...], columns: int
) -> None:
    given = make_hostile_case(tmp_path, dealt_steering())

    everything = through(Window(given.folder, *line, *more, columns=columns), TURNS)

    check(everything, [HOSTILE[name] for name in STEERING])
    assert REPLACED in everything


@pytest.mark.safety
@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_is_taken_whole_and_shown_harmless(tmp_path: Path, name: str) -> None:
    """Into one field, as a terminal sends what is pasted. Its end mark inside the text ends the paste, as it must."""
    given = make_hostile_case(tmp_path, lambda _place: "x")
    text = HOSTILE[name]
    window = Window(given.folder, "formøde", "b1", "--med", "borger")
    window.answer(("Enter begynder", "\r"))
    for _ in range(12):
        quiet(window)
        if "Formålet med den jobrettede indsats" in window.shown():
            break
        window.type("\r")
    window.type(f"\x1b[200~{text}\x1b[201~")
    quiet(window)
    window.type("\r")
    quiet(window)
    window.type(":p\r")
    window.ended()

    check(window.everything.replace("\t", " "), [text.replace("\t", " ")])  # her own tabs are hers
    newest = max(row["id"] for row in json.loads(run("samtale", "liste", "--json", folder=given.folder).out)["raekker"])
    shown = run("samtale", "vis", f"s{newest}", "--json", folder=given.folder).out
    assert json.loads(shown)["svar"]["indsats"]["svar"] == kept(text, "tekst")


def test_a_window_that_showed_the_raw_text_would_be_seen() -> None:
    for name in STEERING:
        if raw_pieces(HOSTILE[name]):
            with pytest.raises(AssertionError):
                check(f"\x1b[1m Sidst: {HOSTILE[name]}\x1b[0m", [HOSTILE[name]])
