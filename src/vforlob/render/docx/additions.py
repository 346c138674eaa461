"""What a Word template cannot work out of a Dokument itself: flat lists, figures as tables, names of boxes. Knows no
Word file.
"""

from collections.abc import Iterator
from typing import Any

from vforlob.model.dokument import Dokument
from vforlob.render.blocks import Block, with_additions
from vforlob.rules.danish import number, plain_date

LONGEST_NAME = 64  # Word does not open a file where a box has a longer one
# How many signs there is room for: on the line of a question, before a line to write on, beside such a line, in a box
# that does not have a line to itself, before a text.
ON_THE_LINE, BEFORE_A_LINE, SHORT_QUESTION, SHORT_CHOICE, SHORT_NUMBER = 66, 56, 40, 26, 5


def as_word_data(dokument: Dokument) -> dict[str, Any]:
    data = with_additions(dokument, ADDITIONS)
    data["blokke"] = list(_captioned(data["blokke"]))
    return {**data, "dokument": data}


def _captioned(blocks: list[Block]) -> Iterator[Block]:
    """A heading that says it already is caption enough."""
    heading = ""
    for block in blocks:
        if block["blok"] in ("tabel", "figur"):
            caption = _caption(block)
            yield {**block, "billedtekst": "" if caption == heading else caption}
        else:
            yield block
        heading = block["tekst"] if block["blok"] == "overskrift" else ""


def _caption(block: Block) -> str:
    title, unit = block["titel"], block.get("enhed", "")
    return title if unit.casefold() in title.casefold() else f"{title} ({unit})"


def _list(block: Block) -> Block:
    return {"punkter": list(_items(block["led"], 1))}


def _items(items: list[Block], level: int) -> Iterator[Block]:
    for item in items:
        yield {**item, "navn": _with_colon(item["navn"]), "niveau": level}
        yield from _items(item["under"], level + 1)


def _with_colon(name: str) -> str:
    return f"{name}:" if name and name[-1] not in "?:." else name


def _table(block: Block) -> Block:
    return {"bredder": " ".join(str(column["bredde"]) for column in block["kolonner"])}


def _figure(block: Block) -> Block:
    """One row for each place on the axis, one column for each series."""
    places = list(dict.fromkeys(point["hvor"] for series in block["serier"] for point in series["malinger"]))
    heights = [{point["hvor"]: point["tal"] for point in series["malinger"]} for series in block["serier"]]
    rows = [[_place(place), *(_figure_of(line.get(place)) for line in heights)] for place in places]
    has_days = all(row[0] != place for row, place in zip(rows, places, strict=True))
    columns = [{"navn": "Dato" if has_days else "", "art": "tekst", "bredde": 2}]
    columns += [{"navn": series["navn"], "art": "tal", "bredde": 1} for series in block["serier"]]
    return {"kolonner": columns if rows else [], "raekker": rows, "bredder": " ".join(["2", *["1"] * len(heights)])}


def _place(place: str) -> str:
    try:
        return plain_date(place)
    except ValueError:
        return place


def _figure_of(height: float | None) -> str:
    return "" if height is None else number(height)


def _question(block: Block) -> Block:
    """`maerke` names a box or a line for machines, `navn` for those who have it read aloud."""
    choices = [
        {
            **choice,
            "maerke": f"{block['felt']}:{choice['id']}"[:LONGEST_NAME],
            "navn": _name(block["nr"], choice["tekst"]),
        }
        for choice in block["muligheder"]
    ]
    boxes = sum(len(choice["tekst"]) + 4 for choice in choices)
    last = len("Sidst: " + block["sidst"]) if block["sidst"] and "\n" not in block["sidst"] else 0
    has_last = 0 < last <= ON_THE_LINE - len(block["tekst"]) - len(block["enhed"])
    signs = len(block["tekst"]) + boxes + (last if has_last else 0)
    return {
        "muligheder": choices,
        "sidst_ved": "ja" if has_last else "",
        "maerke": block["felt"][:LONGEST_NAME],
        "navn": _name(block["nr"], block["tekst"]),
        "mellem": "\t" if len(block["nr"]) <= SHORT_NUMBER else "\u2003",
        **_room(block, _boxes(block, boxes, signs)),
    }


def _boxes(block: Block, boxes: int, signs: int) -> str:
    """Where they stand: beside the question, under it and before the line that explains them, under it, a line each."""
    texts = [choice["tekst"] for choice in block["muligheder"]]
    if not texts:
        return ""
    if any(len(text) > SHORT_CHOICE or "\n" in text for text in texts):
        return "hver"
    if block["linjer"] == 1 and not block["enhed"] and boxes <= BEFORE_A_LINE:
        return "linje"
    return "ved" if signs <= ON_THE_LINE else "under"


def _room(block: Block, boxes: str) -> Block:
    """One line stands beside its question where there is room for both, several below it."""
    is_beside = (
        block["linjer"] == 1
        and block["niveau"] > 1
        and not block["muligheder"]
        and len(block["tekst"]) <= SHORT_QUESTION
    )
    has_lines = not block["enhed"] and not is_beside and boxes != "linje"
    return {
        "bokse": boxes,
        "har_linje": is_beside and not block["enhed"],
        "skrivelinjer": [""] * block["linjer"] if has_lines else [],
    }


def _name(number: str, text: str) -> str:
    return " ".join(f"{number} {text}".split())[:LONGEST_NAME]


ADDITIONS = {"liste": _list, "tabel": _table, "figur": _figure, "sporgsmal": _question}
