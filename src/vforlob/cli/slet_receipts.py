"""The receipts of what was deleted, the newest first, as lines and as JSON. Knows nobody."""

from collections.abc import Iterator, Sequence
from typing import Any

from vforlob.cli.layout import for_you, wrap
from vforlob.cli.slet_run import receipt_line
from vforlob.model.sletning import Sletning
from vforlob.rules.danish import plain_date

PAGE = 40


def receipt_lines(receipts: Sequence[Sletning], width: int) -> Iterator[str]:
    yield from for_you("Kvitteringer for det, der er slettet", width)
    yield ""
    if not receipts:
        yield " Der er ikke slettet noget endnu."
    for it in list(reversed(receipts))[:PAGE]:
        frist = f" Frist: {it.frist}." if it.frist else ""
        first, *rest = wrap(f"{plain_date(it.dato)}: {receipt_line(it)}{frist}", width - 6)
        yield f" {it.nr:>3}  {first}"
        yield from (f"      {line}" for line in rest)
    if len(receipts) > PAGE:
        yield f" Og {len(receipts) - PAGE} ældre: vforlob slettefrister kvitteringer --json"


def receipts_json(receipts: Sequence[Sletning]) -> dict[str, Any]:
    return {
        "raekker": [
            {"id": it.nr, "dato": it.dato, "art": it.art, "antal": it.antal, "hvad": list(it.hvad), "frist": it.frist}
            for it in reversed(receipts)
        ]
    }
