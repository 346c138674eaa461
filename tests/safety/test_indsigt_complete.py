"""Everything of one person and nothing of the others, in every format: each column and each answer has its mark."""

import html
import json
import re
from datetime import date
from typing import Any

import pytest

from figures import reached
from render.readers import docx_text, markdown_words, pdf_words
from sown_person import Person, index, sow, unsown
from vforlob.actions.documents.indsigt import make_indsigt
from vforlob.actions.documents.indsigt_data import as_json
from vforlob.render.render import render_dokument
from vforlob.store.indsigt import Collected, collect
from vforlob.store.store import Store

TAGS = ("alfa", "beta", "gamma", "delta", "epsilon")
FORMATS = ("txt", "md", "html", "docx", "pdf")


@pytest.fixture
def persons(store: Store) -> list[Person]:
    sown = [sow(store, tag, 10_000 * at) for at, tag in enumerate(TAGS, 1)]
    return [index(store, person) for person in sown]


def read_back(rendered: Any, format_name: str) -> str:
    if format_name == "docx":
        return docx_text(rendered)
    if format_name == "pdf":
        return pdf_words(rendered)
    if format_name == "md":
        return markdown_words(rendered)
    return html.unescape(re.sub(r"<[^>]+>", " ", rendered)) if format_name == "html" else str(rendered)


def joined(text: str) -> str:
    """A long word may be broken at the end of a line, and a sentence anywhere."""
    return re.sub(r"\s+", "", text)


def texts_of(store: Store, found: Collected, today: date) -> dict[str, str]:
    dokument = make_indsigt(found, today, store.now().tzinfo).dokument
    made = {name: read_back(render_dokument(dokument, name, ""), name) for name in FORMATS}
    return {name: joined(text) for name, text in made.items()}


def missing(person: Person, told: str) -> list[str]:
    return [f"{table}.{column} {mark}" for (table, column), mark in person.all() if joined(mark) not in told]


def strangers(tag: str, told: str) -> int:
    return sum(told.count(f"kanarie{other}") + told.count(f"sted{other}") for other in TAGS if other != tag)


@pytest.mark.safety
@pytest.mark.tal
def test_every_mark_of_hers_is_there_in_every_format_and_none_of_the_others(
    store: Store, persons: list[Person], today: date
) -> None:
    assert [unsown(person) for person in persons] == [[]] * len(TAGS)
    marks, lost, others, controls = 0, [], 0, 0

    for tag, person in zip(TAGS, persons, strict=True):
        found = collect(store, person.nr)
        data = as_json(found, today)
        json.loads(data)
        for name, told in {**texts_of(store, found, today), "json": joined(data)}.items():
            wanted = person if name != "json" else only_texts(person)
            marks += len(wanted.all())
            lost += [f"{name}: {one}" for one in missing(wanted, told)]
            others += strangers(tag, told)
        controls += bool(missing(person, joined(told_without_history(store, found, today))))

    share = 100 * (marks - len(lost)) / marks
    reached(
        16,
        "Indsigt i alt om én borger, med et kendetegn i hver kolonne og hvert svar, i seks formater",
        required="100 % af borgerens egne, 0 af andres",
        reached=f"{share:.1f} % af {marks}, {others} af andres",
        control=f"Uden det rettede: fundet i {controls} af {len(TAGS)}",
    )
    assert (lost, others, controls) == ([], 0, len(TAGS))


def only_texts(person: Person) -> Person:
    """Data has codes and numbers as they are stored, not as they are told."""
    kept = {place: [mark for mark in marks if "kanarie" in mark] for place, marks in person.marks.items()}
    return person._replace(marks=kept)


def told_without_history(store: Store, found: Collected, today: date) -> str:
    """The known-bad one: as it would be if only what stands now were given."""
    dokument = make_indsigt(found._replace(written=()), today, store.now().tzinfo).dokument
    return str(render_dokument(dokument, "txt", ""))
