"""What a template cannot work out of a Dokument itself: levels of headings, depth of lists. Knows no format."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from vforlob.render.plain import as_data

if TYPE_CHECKING:
    from vforlob.model.dokument import Dokument, Figur  # its many blocks: a Referat has none

Block = dict[str, Any]
Additions = Mapping[str, Callable[[Block], Block]]

FIRST_HEADING = 2
WIDEST_LINE = 80


def with_additions(dokument: "Dokument", additions: Additions, draw: "Callable[[Figur], str] | None" = None) -> Block:
    """The Dokument as data; a kind of block named in `additions` gets those names beside its own, and what can be
    drawn its picture as `svg`.
    """
    data = as_data(dokument)
    blocks = [_added(block, additions) for block in _levelled(data["blokke"])]
    if draw is not None:
        from vforlob.model.dokument import Figur  # late: only some formats draw

        for block, figur in zip(blocks, dokument.blokke, strict=True):
            if isinstance(figur, Figur):
                block["svg"] = Markup(draw(figur))  # noqa: S704  # escaped where it was drawn
    return {**data, "blokke": blocks}


def _added(block: Block, additions: Additions) -> Block:
    add = additions.get(block["blok"])
    return {**block, **(add(block) if add else {})}


def _levelled(blocks: list[Block]) -> Iterator[Block]:
    """`trin` is the level of the heading that a block begins with; none is skipped on the way down. `er_sagt`: the
    heading before has said the title already.
    """
    below, said = FIRST_HEADING, ""
    for block in blocks:
        if block["blok"] == "overskrift" and block["niveau"] <= FIRST_HEADING:
            below = FIRST_HEADING + 1
            yield {**block, "trin": FIRST_HEADING}
        elif block["blok"] in {"overskrift", "sporgsmal"}:
            yield {**block, "trin": below}
        elif block["blok"] in {"tabel", "figur"}:
            yield {**block, "er_sagt": block["titel"] == said}
        else:
            yield block
        said = block["tekst"] if block["blok"] == "overskrift" else ""


def as_lines(block: Block) -> Block:
    """A list as lines in their order: `foran` is the indent and the mark of each."""
    return {"linjer": list(_lines(block["led"], "", block["nummereret"]))}


def _lines(items: list[Block], indent: str, is_numbered: bool) -> Iterator[Block]:
    for number, item in enumerate(items, 1):
        mark = f"{number}. " if is_numbered else "- "
        yield {**item, "foran": Markup(indent + mark)}  # noqa: S704  # spaces, a number or a dash
        yield from _lines(item["under"], indent + " " * len(mark), False)


def fits_on_line(block: Block) -> bool:
    """Whether the boxes of a question have room on the line of the question itself."""
    boxes = sum(len(choice["tekst"]) + len("  [ ] ") for choice in block["muligheder"])
    return len(block["nr"]) + len(block["tekst"]) + len(block["enhed"]) + boxes <= WIDEST_LINE
