"""The five texts of one meeting after each agenda, as a Dane reads them in a diff.

After a wanted change: PYTHONPATH=tests python tests/render/test_golden.py writes them anew; read them before you keep
them.
"""

from pathlib import Path

import pytest

import scenes
import scenes_later
from vforlob.actions.make_referat import make_referat
from vforlob.model.agenda import RECIPIENTS
from vforlob.render.render import render

GOLDEN = Path(__file__).parents[1] / "golden" / "referat"
SAMTALER = {
    "opfolgning": scenes.opfolgning,
    "startmode": scenes.startmode,
    "formode": scenes.formode,
    "midtvejs": scenes_later.midtvejs,
    "afslutning": scenes_later.afslutning,
    "stoppet": scenes_later.stopped_early,
    "eftervaern": scenes_later.eftervaern,
    "opkald": scenes_later.opkald,
}
FORMATS = ("md", "txt", "html")
TEXTS = [
    (name, recipient, format_name)
    for name in SAMTALER
    for recipient in RECIPIENTS
    for format_name in FORMATS
    if not (name == "formode" and recipient in ("virksomhed", "mentor"))
]


def made(name: str, recipient: str, format_name: str) -> str:
    return render(make_referat(SAMTALER[name](), recipient, scenes.SETTINGS), format_name)


def golden(name: str, recipient: str, format_name: str) -> Path:
    return GOLDEN / f"{name}_{recipient}.{format_name}"


@pytest.mark.parametrize(("name", "recipient", "format_name"), TEXTS)
def test_a_text_is_as_it_was_read_and_approved(name: str, recipient: str, format_name: str) -> None:
    approved = golden(name, recipient, format_name).read_text(encoding="utf-8")

    assert made(name, recipient, format_name) == approved


def test_no_approved_text_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {golden(*text).name for text in TEXTS}


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for text in TEXTS:
        golden(*text).write_text(made(*text), encoding="utf-8", newline="\n")
