"""The phrase bank as files: ours and the kommune's own, read strictly, with every fault and its line."""

from pathlib import Path

import pytest

from vforlob.errors.answer import FaultyFile
from vforlob.store.fraser import OWN_SOURCE, load_fraser
from vforlob.store.regler import load_rulebook

WHOLE = """
[[frase]]
id = "ryg"
ord = ["ryg"]
behov = "Behov"
losning = "Løsning"
reformulering = "Godt"
gyldig_fra = 2027-01-01
"""


def write(folder: str, text: str, name: str = "egne.toml") -> None:
    own = Path(folder, "regler")
    own.mkdir(exist_ok=True)
    (own / name).write_text(text, encoding="utf-8")


def faults_of(folder: str, text: str) -> list[tuple[int, str]]:
    write(folder, text)
    with pytest.raises(FaultyFile) as refused:
        load_fraser(folder)
    assert refused.value.file.endswith("egne.toml")
    return [(fault.line, fault.sentence) for fault in refused.value.faults]


def test_own_phrases_are_added_beside_ours_and_replace_the_same_id_and_day(folder: str) -> None:
    ours = load_fraser(folder)
    same_day = WHOLE.replace("2027-01-01", "2000-01-01")
    write(folder, WHOLE + same_day + WHOLE.replace('"ryg"\n', '"egen"\n', 1))

    found = load_fraser(folder)

    assert len(found) == len(ours) + 2
    assert {(one.valid_from, one.losning) for one in found if one.id == "ryg"} == {
        ("2027-01-01", "Løsning"),
        ("2000-01-01", "Løsning"),
    }
    assert next(one for one in found if one.id == "egen").source == OWN_SOURCE


def test_rules_and_phrases_may_share_a_file_and_each_reader_takes_its_own(folder: str) -> None:
    rule = '[[regel]]\nid = "kontakt_senest_dage"\nvaerdi = 20\ngyldig_fra = 2026-01-01\n'
    write(folder, rule + WHOLE)

    assert "Løsning" in {one.losning for one in load_fraser(folder)}
    assert any(one.value == 20 for one in load_rulebook(folder).rules)


@pytest.mark.parametrize(
    ("changed", "line", "told"),
    [
        (("losning =", "losninng ="), 6, "Ordet »losninng« kendes ikke (mente du »losning«?)."),
        (("losning =", "losninng ="), 2, "Her mangler »losning«."),
        (('ord = ["ryg"]', 'ord = "ryg"'), 4, "»ord« skal være en liste"),
        (('ord = ["ryg"]', "ord = []"), 4, "»ord« skal være en liste"),
        (('ord = ["ryg"]', 'ord = ["ryg", 3]'), 4, "»ord« skal være en liste"),
        (('"Behov"', "3"), 5, "»behov« skal være tekst"),
        (('"Behov"', '"  "'), 5, "»behov« skal være tekst"),
        (('"Behov"', f'"{"x" * 201}"'), 5, "»behov« skal være tekst"),
        (("2027-01-01", '"2027-01-01"'), 8, "»gyldig_fra« skal være en dato"),
        (("2027-01-01", "2027-01-01T10:00:00"), 8, "»gyldig_fra« skal være en dato"),
        (("[[frase]]", "[frase]"), 2, "Hver frase begynder med [[frase]]"),
    ],
)
def test_a_fault_has_its_line(folder: str, changed: tuple[str, str], line: int, told: str) -> None:
    faults = faults_of(folder, WHOLE.replace(*changed))

    assert any(found == line and sentence.startswith(told) for found, sentence in faults), faults


def test_every_fault_is_told_at_once_in_the_order_of_the_file(folder: str) -> None:
    faults = faults_of(folder, WHOLE.replace('"Behov"', "3") + '\n[[frase]]\nid = "b"\n')

    lines = [line for line, _ in faults]
    assert len(faults) == 6
    assert lines == sorted(lines)


def test_a_file_that_is_no_toml_is_told_with_its_line(folder: str) -> None:
    assert faults_of(folder, "[[frase]]\nid = ryg\n")[0][0] == 2
