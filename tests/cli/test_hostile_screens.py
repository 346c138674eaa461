"""What people paste comes out on every screen and in every document whole, and steers nothing.

One case has a text in every field of every record and of every samtale. The quick ring deals all texts out over
the fields of one case; the long ring gives each text all fields of a case of its own.
"""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from running import Ran, run
from safety.hostile import HOSTILE, harmful, in_toml, is_shown
from safety.hostile_case import COMMANDS as HELD
from safety.hostile_case import Given, make_hostile_case, places
from vforlob.cli.table import COMMANDS
from vforlob.model.agenda import RECIPIENTS
from vforlob.model.text import fold

TALKS = tuple(f"s{nr}" for nr in range(1, len(HELD) + 1))
FORMATS = ("md", "html", "txt", "json")
# Every line that shows what is stored, by the name of its command.
SHOWING: dict[str, tuple[tuple[str, ...], ...]] = {
    "": ((),),
    "i-dag": (("i-dag",), ("i-dag", "--json")),
    "borger vis": (("borger", "vis", "b1"), ("borger", "vis", "b1", "--json")),
    "borger liste": (("borger", "liste"), ("borger", "liste", "--alle"), ("borger", "liste", "--json")),
    "virksomhed vis": (("virksomhed", "vis", "v1"), ("virksomhed", "vis", "v1", "--json")),
    "virksomhed liste": (("virksomhed", "liste"), ("virksomhed", "liste", "--json")),
    "forløb vis": (("forløb", "vis", "f1"), ("forløb", "vis", "f1", "--json")),
    "forløb liste": (("forløb", "liste"), ("forløb", "liste", "--json")),
    "aftale liste": (("aftale",), ("aftale", "liste", "--alle"), ("aftale", "--json")),
    "aftale vis": (("aftale", "vis", "1"), ("aftale", "vis", "1", "--json")),
    "aftale ret": (("aftale", "ret", "1"),),
    "delmål liste": (("delmål",), ("delmål", "liste", "f1", "--alle"), ("delmål", "--json")),
    "delmål vis": (("delmål", "vis", "1"), ("delmål", "vis", "1", "--json")),
    "delmål ret": (("delmål", "ret", "1"),),
    "timer liste": (("timer",), ("timer", "--json")),
    "timer vis": (("timer", "vis", "f1"), ("timer", "vis", "f1", "--json")),
    "opgave liste": (("opgave",), ("opgave", "--json")),
    "opgave vis": (("opgave", "vis", "1"), ("opgave", "vis", "1", "--json")),
    "opgave ret": (("opgave", "ret", "1"),),
    "hensyn liste": (("hensyn",), ("hensyn", "f1"), ("hensyn", "b1", "--alle"), ("hensyn", "--json")),
    "hensyn vis": (("hensyn", "vis", "1"), ("hensyn", "vis", "1", "--json"), ("hensyn", "vis", "f1", "--json")),
    "hensyn ret": (("hensyn", "ret", "1"),),
    "kontakt": (("kontakt", "f1"),),
    "kontakt liste": (("kontakt", "liste"), ("kontakt", "liste", "f1"), ("kontakt", "liste", "--json")),
    "kontakt ret": (("kontakt", "ret", "1"),),
    "fravær": (("fravær", "f1"),),
    "fravær liste": (("fravær", "liste"), ("fravær", "liste", "f1"), ("fravær", "liste", "--json")),
    "fravær ret": (("fravær", "ret", "1"),),
    "ønske liste": (("ønske",), ("ønske", "b1"), ("ønske", "--json")),
    "ønske ret": (("ønske", "ret", "1"),),
    "koordinering liste": (("koordinering",), ("koordinering", "b1"), ("koordinering", "--json")),
    "koordinering ret": (("koordinering", "ret", "1"),),
    "besked": tuple(
        ("besked", "f1", *to, *how) for to in ((), ("--til", "virksomhed")) for how in ((), ("--mail",), ("--json",))
    ),
    "vitas": (("vitas", "f1"), ("vitas", "f1", "--json")),
    "samtale liste": (("samtale", "liste"), ("samtale", "liste", "--json")),
    "samtale vis": tuple(("samtale", "vis", talk, *more) for talk in TALKS for more in ((), ("--json",))),
    "referat": tuple(
        ("referat", talk, "--til", to, "--format", how) for talk in TALKS for to in RECIPIENTS for how in FORMATS
    ),
    "agenda liste": (("agenda", "liste"), ("agenda", "liste", "--json")),
    "agenda vis": (("agenda", "vis", "opfølgning"), ("agenda", "vis", "opfølgning", "--json")),
    "agenda tjek": (("agenda", "tjek", "opfølgning"),),
    "borger ret": (("borger", "ret", "b1"),),
    "virksomhed ret": (("virksomhed", "ret", "v1"),),
    "forløb ret": (("forløb", "ret", "f1"),),
    "samtale ret": (("samtale", "ret", "s3"),),
    "fortsæt": (("fortsæt",),),
    "formøde": (("formøde", "b1"),),
    "startmøde": (("startmøde", "f1"),),
    "opfølgning": (("opfølgning", "f1"),),
    "midtvejs": (("midtvejs", "f1"),),
    "opkald": (("opkald", "f1"),),
    "afslutning": (("afslutning", "f1"), ("samtale", "ret", "s6")),
    "efterværn": (("efterværn", "f2"),),
}
# What these say is about a new record, a folder or the day, and of what is stored only what they were just given.
SHOWING_NOTHING = {"borger ny", "virksomhed ny", "forløb ny", "agenda ny", "opsæt", "demo", "fortryd"}
MOST_UNDONE = 45
WITHOUT_A_TEXT = {("s1", "virksomhed"), ("s1", "mentor")}


def lines(*names: str) -> Iterator[tuple[str, ...]]:
    """As they are typed; those of one command, or all that the program has today."""
    known = {fold(command.name) for command in COMMANDS} | {""}
    for name in names or SHOWING:
        if fold(name) in known:
            yield from SHOWING[name]


def all_of(text: str) -> Any:
    return lambda place: text


def dealt(texts: Sequence[str]) -> Any:
    """The next text at every new place, and the same one when the place comes again."""
    given: dict[str, str] = {}
    rest = cycle(texts)
    return lambda place: given.setdefault(place, next(rest)) if place not in given else given[place]


def check_screens(given: Given) -> list[str]:
    """What is wrong, screen by screen; nothing when all is well."""
    wrong = []
    for line in lines():
        for plain in ((), ("--enkel",)):
            if plain and ("--json" in line or line[:1] == ("referat",)):
                continue
            ran = run(*line, *plain, folder=given.folder)
            wrong += [f"{' '.join((*line, *plain))}: {fault}" for fault in faults(line, ran)]
    return wrong


def faults(line: tuple[str, ...], ran: Ran) -> Iterator[str]:
    said = ran.out + ran.err
    found = harmful(said.replace("\t", " ") if line[:1] == ("referat",) else said)  # a document keeps its tabs
    if found:
        yield f"shows {found[:5]}"
    if "Traceback" in said or "ikke er forberedt på" in said:
        yield "fails"
    if ran.code not in ({3} if line == ("fortsæt",) else {0, 2}):
        yield f"ends with {ran.code}"
    if "--json" in line and ran.code == 0:
        json.loads(ran.out)


# --- the texts, whole ---


def check_records(given: Given) -> list[str]:
    """Each column as it was written, on the screen and as JSON."""
    wrong = []
    for emne, number, hidden in (("borger", "b1", ()), ("virksomhed", "v1", ()), ("forlob", "f1", ())):
        screen = run(emne, "vis", number, folder=given.folder).out
        table = json.loads(run(emne, "vis", number, "--json", folder=given.folder).out)
        for column, text in given.records[emne].items():
            if table[column] != text:
                wrong.append(f"{emne}.{column}: {table[column]!r}")
            if column not in hidden and not is_shown(text, screen):
                wrong.append(f"{emne}.{column} is not on its screen")
    return wrong


def check_samtaler(given: Given) -> list[str]:
    wrong = []
    for nr, svar in given.svar.items():
        screen = run("samtale", "vis", f"s{nr}", folder=given.folder).out
        table = json.loads(run("samtale", "vis", f"s{nr}", "--json", folder=given.folder).out)
        wrong += [
            f"s{nr} {punkt}: {table['svar'].get(punkt)!r}" for punkt in svar if table["svar"].get(punkt) != svar[punkt]
        ]
        name = table["agenda"]
        texts = {place: text for place, text in given.texts.items() if place.startswith(f"{name}.")}
        wrong += [
            f"{place} is not on the screen of s{nr}" for place, text in texts.items() if not is_shown(text, screen)
        ]
    return wrong


class Page(HTMLParser):
    """The text of a page, and every element with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.elements = "", []
        self._is_style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(attrs))))
        self._is_style = tag == "style"
        self.text += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        self._is_style = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self._is_style else data


def check_documents(given: Given, elements: set[Any]) -> list[str]:
    """The notes, which only sagsbehandler and journal get, and the words of a party, which the other may have too."""
    wrong = []
    if "referat" not in {command.name for command in COMMANDS}:
        return ["there is no referat yet"]
    for nr, name in enumerate(HELD, 1):
        for to in ("journal", "sagsbehandler", "virksomhed", "borger"):
            if (f"s{nr}", to) in WITHOUT_A_TEXT:
                continue
            wanted = wanted_in(given, name, to)
            for how in FORMATS:
                made = run("referat", f"s{nr}", "--til", to, "--format", how, folder=given.folder)
                if made.code != 0:
                    wrong.append(f"s{nr} to {to} as {how} ends with {made.code}")
                    continue
                text = READ[how](made.out)
                wrong += [f"{place} to {to} as {how}" for place, said in wanted.items() if not is_shown(said, text)]
                if how == "html":
                    foreign = set(Page(made.out).elements) - elements
                    wrong += [f"s{nr} to {to} has {foreign}"] if foreign else []
    return wrong


def wanted_in(given: Given, name: str, to: str) -> dict[str, str]:
    if to in {"journal", "sagsbehandler"}:
        ends: tuple[str, ...] = (".note", ".borger_tekst", ".virksomhed_tekst", ".anmaerkning", "indsats.svar")
    else:
        ends = (
            *("opfolgning.socialt.virksomhed_tekst", "opfolgning.lonkroner.tekst"),
            *("midtvejs.det_gode.borger_tekst", "midtvejs.det_gode.virksomhed_tekst"),
            *("afslutning.gik_skidt.borger_tekst", "afslutning.gik_skidt.virksomhed_tekst"),
        )
    return {place: text for place, text in given.texts.items() if place.startswith(f"{name}.") and place.endswith(ends)}


def _of_json(text: str) -> str:
    """Every text in it, whatever it is called."""
    found: list[str] = []

    def gather(value: Any) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                gather(part)

    gather(json.loads(text))
    return "\n".join(found)


def _of_markdown(text: str) -> str:
    """Read as a renderer would: what is escaped is itself, and so is a character written as a number."""
    return re.sub(r"\\([!-/:-@\[-`{-~\n])|&#(\d+);", lambda found: found[1] or chr(int(found[2])), text)


READ = {"txt": str, "json": _of_json, "md": _of_markdown, "html": lambda page: Page(page).text}


def elements_of_a_plain_case(where: Path) -> set[Any]:
    """What our own templates are made of."""
    given = make_hostile_case(where, all_of("almindelig tekst"))
    found: set[Any] = set()
    for talk in TALKS:
        for to in RECIPIENTS:
            ran = run("referat", talk, "--til", to, "--format", "html", folder=given.folder)
            found |= set(Page(ran.out).elements)
    return found


def whole_check(where: Path, text_for: Any) -> list[str]:
    given = make_hostile_case(where / "case", text_for)
    plain = elements_of_a_plain_case(where / "plain")
    wrong = [*check_screens(given), *check_records(given), *check_samtaler(given)]
    return [*wrong, *check_documents(given, plain), *check_undoing(given)]


def check_undoing(given: Given) -> list[str]:
    """Everything is taken back, one thing after another, each shown first; until there is nothing left."""
    copy = Path(given.folder).parent / "kopi"
    shutil.copytree(given.folder, copy)
    wrong = []
    for _ in range(MOST_UNDONE):
        ran = run("fortryd", folder=copy)
        if ran.code == 3:
            return wrong
        wrong += [f"fortryd: {fault}" for fault in faults(("fortryd",), ran)]
    return [*wrong, "fortryd never ends"]


@pytest.mark.parametrize("name", [name for name, text in HOSTILE.items() if harmful(text)])
def test_a_screen_that_showed_the_raw_text_would_be_seen(name: str) -> None:
    ran = Ran(0, f" Kun til dig · {HOSTILE[name]}\n", "")

    assert list(faults(("borger", "vis", "b1"), ran)) != []


@pytest.mark.parametrize("name", ["long", "lines", "html", "formula", "rich-note", "backslash"])
def test_a_screen_that_lost_a_part_of_the_text_would_be_seen(name: str) -> None:
    text = HOSTILE[name]

    assert not is_shown(text, text.strip()[:-1])
    assert not is_shown(text, f"{text[:3]}…")


def test_a_page_that_took_the_text_for_markup_would_be_seen() -> None:
    ours = set(Page("<p>tekst</p>").elements)

    assert set(Page(f"<p>{HOSTILE['html']}</p>").elements) - ours != set()


def test_an_agenda_of_somebody_elses_words_is_taken_or_refused_and_harmless(tmp_path: Path) -> None:
    """A colleague's file: every text in it is data too."""
    given = make_hostile_case(tmp_path, all_of("x"))
    own = Path(given.folder, "agendas")
    own.mkdir(mode=0o700, exist_ok=True)
    codes = {}
    for nr, (name, text) in enumerate(HOSTILE.items()):
        (own / f"prove{nr}.toml").write_text(agenda_with(f"prove{nr}", text), encoding="utf-8")
        for line in (
            ("agenda", "vis", f"prove{nr}"),
            ("agenda", "vis", f"prove{nr}", "--json"),
            ("agenda", "tjek", f"prove{nr}"),
        ):
            ran = run(*line, folder=given.folder)
            assert harmful(ran.out + ran.err) == [], (name, line)
            assert ran.code in {0, 4}, (name, ran.err)
            codes[name] = ran.code
    assert harmful(run("agenda", "liste", folder=given.folder).out) == []
    assert {name for name, code in codes.items() if code == 0} >= {
        "html",
        "jinja-expression",
        "rich-note",
        "sql",
        "rtl",
    }


def agenda_with(name: str, text: str) -> str:
    said = in_toml(text)
    return (
        f'id = "{name}"\ntitel = {said}\nversion = {said}\nkilde = {said}\ngaelder = "forlob"\n'
        f'deltagere = ["borger", "konsulent"]\n[[punkt]]\nid = "p"\ntekst = {said}\ntype = "gruppe"\n'
        f"hjaelp = {said}\nhvorfor = {said}\nafsnit = {said}\n"
        f'[[punkt.felt]]\nid = "a"\ntekst = {said}\ntype = "tal"\nenhed = {said}\nhjaelp = {said}\n'
        f'[[punkt.felt]]\nid = "b"\ntekst = {said}\ntype = "skala"\nmin = 1\nmax = 2\nanker = [{said}, {said}]\n'
    )


@pytest.mark.safety
def test_every_text_in_some_field_and_on_every_screen(tmp_path: Path) -> None:
    assert len(places()) >= len(HOSTILE)

    assert whole_check(tmp_path, dealt(list(HOSTILE.values()))) == []


@pytest.mark.safety
@pytest.mark.parametrize("name", HOSTILE)
def test_each_text_in_every_field_and_on_every_screen(tmp_path: Path, name: str) -> None:
    assert whole_check(tmp_path, all_of(HOSTILE[name])) == []
