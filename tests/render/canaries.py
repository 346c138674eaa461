"""Put a text found nowhere else in every felt, row and note of a samtale, and find it again in a document."""

import html.parser
import json
from datetime import date, timedelta
from itertools import count
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from readers import docx_text, pdf_words

from vforlob.actions.make_referat import make_referat
from vforlob.model.agenda import Agenda, Choice, Felt, Punkt
from vforlob.model.answers import NOTE, Key, Value
from vforlob.model.case import Held
from vforlob.model.referat import Referat
from vforlob.render.render import render
from vforlob.rules.danish import clock, long_date

SETTINGS = {"konsulent": "Karen Holm", "telefon": "12 34 56 78"}
FORMATS = ("md", "html", "txt", "json")
FILES = ("docx", "pdf")


class Canary(NamedTuple):
    """`mark` is what stands in a document where the answer is given; `key` is where the answer stands."""

    mark: str
    key: Key


class Sown(NamedTuple):
    agenda: Agenda
    answers: dict[Key, Value]
    canaries: tuple[Canary, ...]


def sow(agenda: Agenda, rows: dict[str, list[dict[str, Value]]]) -> Sown:
    """`rows` fixes felter of rows (the number of a hensyn, the recipients of an aftale), one dict a row; every other
    felt gets a canary, every liste has at least one row, and every point a note.
    """
    numbers, answers, canaries = count(1), {}, []
    points = []
    for punkt in agenda.punkter:
        marked = punkt._replace(condition="", felter=tuple(_marked(felt, numbers) for felt in punkt.felter))
        points.append(marked)
        for key, felt, fixed in _places(marked, rows.get(punkt.id, [{}])):
            value, mark = (fixed, "") if fixed is not None else _value(felt, key.raekke, next(numbers))
            answers[key] = value
            if mark:
                canaries.append(Canary(mark, key))
        note = f"KANARIE{next(numbers):04}Q"
        answers[Key(punkt.id, NOTE)] = note
        canaries.append(Canary(note, Key(punkt.id, NOTE)))
    return Sown(agenda._replace(punkter=tuple(points)), answers, tuple(canaries))


def _places(punkt: Punkt, rows: list[dict[str, Value]]) -> Any:
    for felt in punkt.single_felter:
        yield Key(punkt.id, felt.id), felt, None
    for raekke, fixed in enumerate(rows, 1):
        for felt in punkt.row_felter:
            if felt.id != "modtagere" or felt.id in fixed:
                yield Key(punkt.id, felt.id, raekke), felt, fixed.get(felt.id)


def _marked(felt: Felt, numbers: Any) -> Felt:
    """Choices and anchors that nobody could write by chance; no condition, for a canary fulfils none."""
    choices = tuple(Choice(mark, mark) for mark in _marks(numbers, 9)) if _has_choices(felt) else ()
    anchors = tuple(_marks(numbers, 5)) if felt.kind == "skala" else ()
    return felt._replace(condition="", choices=choices, anchors=anchors, min=None, max=None)


def _marks(numbers: Any, how_many: int) -> list[str]:
    return [f"KANARIE{next(numbers):04}Q" for _ in range(how_many)]


def _has_choices(felt: Felt) -> bool:
    return felt.kind in {"valg", "flervalg"}


def _value(felt: Felt, raekke: int, number: int) -> tuple[Value, str]:
    """A choice and a step of its own for each row."""
    mark = f"KANARIE{number:04}Q"
    if felt.kind == "valg":
        return felt.choices[raekke].id, felt.choices[raekke].text
    if felt.kind == "flervalg":
        return (felt.choices[raekke].id,), felt.choices[raekke].text
    if felt.kind == "skala":
        return 1 + raekke, felt.anchors[raekke]
    if felt.kind == "tal":
        return 700_000 + number, str(700_000 + number)
    if felt.kind == "dato":
        day = (date(2031, 1, 1) + timedelta(days=number)).isoformat()
        return day, long_date(day)
    if felt.kind == "klokkeslaet":
        time = f"{1 + number // 50:02}:{1 + number % 50:02}"
        return time, clock(time)
    return mark, mark


def document(held: Held, recipient: str, format_name: str) -> str:
    return text_of(render(make_referat(held, recipient, SETTINGS), format_name), format_name)


def document_of(referat: Referat, format_name: str) -> str:
    return text_of(render(referat, format_name), format_name)


def text_of(rendered: str | bytes, format_name: str) -> str:
    """What a reader sees, without the marks of the format."""
    readers = {"md": markdown_text, "html": html_text, "json": json_text, "docx": docx_text, "pdf": page_text}
    return readers.get(format_name, str)(rendered)


def page_text(content: bytes) -> str:
    """A line on a page ends where there is no more room."""
    return " ".join(pdf_words(content).split())


def markdown_text(rendered: str) -> str:
    parts = []
    for block in MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").parse(rendered):
        assert not block.type.startswith(("html", "code", "fence", "table")), block.type
        for child in block.children or ():
            assert child.type in {"text", "softbreak", "hardbreak", "strong_open", "strong_close"}, child.type
            parts.append("\n" if child.type.endswith("break") else child.content)
        if block.type == "inline":
            parts.append("\n")
    return "".join(parts)


class Reader(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join([tag, *(name for name, _ in attrs)]))
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")


def html_text(rendered: str) -> str:
    return "".join(html_reader(rendered).texts)


def html_reader(rendered: str) -> Reader:
    reader = Reader()
    reader.feed(rendered)
    reader.close()
    return reader


def json_text(rendered: str) -> str:
    texts: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)
        else:
            texts.append(str(value))

    walk(json.loads(rendered))
    return "\n".join(texts)
