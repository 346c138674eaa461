"""The rule files: ours are whole, the user's are laid over them, and a faulty one is said with its line."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from vforlob.errors.answer import FaultyFile
from vforlob.rules.rulebook import UNITS
from vforlob.store.regler import OURS, load_rulebook, our_rules

TODAY = date(2026, 11, 20)
GOOD = '[[regel]]\nid = "kontakt_senest_dage"\nvaerdi = 21\ngyldig_fra = 2026-01-01\n'


def write(folder: Path, text: str, name: str = "vores.toml") -> None:
    (folder / "regler").mkdir(exist_ok=True)
    (folder / "regler" / name).write_text(text, encoding="utf-8")


def faults(folder: Path) -> list[tuple[int, str]]:
    with pytest.raises(FaultyFile) as caught:
        load_rulebook(str(folder))
    return [(fault.line, fault.sentence) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("name", "day", "value"),
    [
        ("kontakt_senest_dage", "2026-11-20", 30),
        ("kontakt_bagkant_dage", "2026-11-20", 90),
        ("kontakt_taet_dage", "2026-11-20", 14),
        ("kontakt_start_dage", "2026-11-20", 14),
        ("kontakt_start_uger", "2026-11-20", 4),
        ("forlob_slutter_dage", "2026-11-20", 14),
        ("ord_kommune", "2026-12-31", "jobcentret"),
        ("ord_kommune", "2027-01-01", "kommunen"),
    ],
)
def test_our_rules_on_a_day(tmp_path: Path, name: str, day: str, value: int | str) -> None:
    rules = load_rulebook(str(tmp_path))

    assert rules.at(name, date.fromisoformat(day)).value == value


def test_every_rule_of_ours_has_a_text_a_first_day_and_a_source() -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(OURS).glob("*.toml"))]

    rows = [row for text in texts for row in tomllib.loads(text).get("regel", [])]

    assert rows
    for row in rows:
        assert {"id", "tekst", "vaerdi", "enhed", "gyldig_fra", "kilde"} <= set(row)
        assert row["kilde"].startswith("Vores eget tal") or len(row["kilde"]) > 20


def test_an_own_rule_holds_from_its_first_day_and_ours_before_it(tmp_path: Path) -> None:
    write(tmp_path, GOOD)

    rules = load_rulebook(str(tmp_path))

    assert rules.at("kontakt_senest_dage", date(2025, 12, 31)).value == 30
    assert rules.at("kontakt_senest_dage", date(2026, 1, 1)).value == 21


def test_an_own_rule_with_our_first_day_replaces_only_that_one(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("2026-01-01", "2000-01-01"))

    rules = load_rulebook(str(tmp_path))

    assert rules.at("kontakt_senest_dage", TODAY).value == 21
    assert rules.at("kontakt_bagkant_dage", TODAY).value == 90


def test_what_an_own_rule_leaves_out_is_ours_but_the_source_is_its_own(tmp_path: Path) -> None:
    write(tmp_path, GOOD)

    rule = load_rulebook(str(tmp_path)).at("kontakt_senest_dage", TODAY)

    assert (rule.unit, rule.text) == ("dage", "Den næste kontakt ligger højst så mange dage efter den sidste.")
    assert rule.source == "Kommunens egen fil i regler/"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (GOOD.replace("vaerdi", "vaerdj"), 1, "Ordet »vaerdj« kendes ikke (mente du »vaerdi«?)."),
        (GOOD.replace("vaerdi = 21\n", ""), 1, "Her mangler »vaerdi«."),
        (GOOD.replace("21", '"21"'), 1, "»vaerdi« skal være et helt tal fra 1 til 1000."),
        (GOOD.replace("21", "0"), 1, "»vaerdi« skal være et helt tal fra 1 til 1000."),
        (GOOD.replace("21", "true"), 1, "»vaerdi« skal være et helt tal fra 1 til 1000."),
        (GOOD.replace("senest_dage", "senest_dag"), 1, "Der er ingen regel, der hedder »kontakt_senest_dag«"),
        (GOOD.replace("2026-01-01", '"2026-01-01"'), 1, "»gyldig_fra« skal være en dato uden anførselstegn"),
        (GOOD + "gyldig_til = 2025-01-01\n", 1, "»gyldig_til« ligger før »gyldig_fra«."),
        (GOOD + 'enhed = "uger"\n', 1, "»enhed« skal være »dage« for den regel."),
        (GOOD + GOOD.replace("21", "-1"), 5, "»vaerdi« skal være et helt tal fra 1 til 1000."),
        (GOOD + "kilde = uden\n", 5, ""),
        ("hej = 1\n", 0, "Filen består af blokke, der begynder med [[regel]]."),
        ("regel = 1\n", 0, "Hver regel begynder med [[regel]] på sin egen linje."),
        ("a" * 300_000, 0, "Filen fylder 293 KiB."),
    ],
)
def test_a_faulty_file_is_said_with_its_line(tmp_path: Path, text: str, line: int, sentence: str) -> None:
    write(tmp_path, text)

    found = faults(tmp_path)

    assert any(at == line and said.startswith(sentence) for at, said in found), found


def test_every_fault_of_a_file_is_said_at_once(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("21", "0") + GOOD.replace("gyldig_fra = 2026-01-01\n", ""))

    assert [line for line, _ in faults(tmp_path)] == [1, 5]


def test_rules_that_were_read_are_kept_until_a_file_changes(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    write(tmp_path, GOOD)
    first = load_rulebook(str(tmp_path))
    again = load_rulebook(str(tmp_path))

    write(tmp_path, GOOD.replace("21", "7"))
    changed = load_rulebook(str(tmp_path))
    (tmp_path / "regler" / "vores.toml").unlink()
    removed = load_rulebook(str(tmp_path))

    assert first == again
    assert [book.at("kontakt_senest_dage", TODAY).value for book in (first, changed, removed)] == [21, 7, 30]


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"stempel": 1}', "\x00\xff"])
def test_what_is_kept_can_be_lost_without_harm(tmp_path: Path, kept: str) -> None:
    (tmp_path / "tmp").mkdir()
    load_rulebook(str(tmp_path))
    (tmp_path / "tmp" / "regler.json").write_bytes(kept.encode("latin-1"))

    assert load_rulebook(str(tmp_path)).at("kontakt_senest_dage", TODAY).value == 30


def test_phrases_in_the_same_folder_have_a_reader_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, '[[frase]]\nid = "x"\nbehov = "ro"\n' + GOOD)

    assert load_rulebook(str(tmp_path)).at("kontakt_senest_dage", TODAY).value == 21


def test_an_own_rule_is_marked_as_the_kommunes_also_when_it_is_kept(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    write(tmp_path, GOOD)

    books = [load_rulebook(str(tmp_path)) for _ in range(2)]

    assert [book.at("kontakt_senest_dage", TODAY).own for book in books] == [True, True]
    assert [book.at("kontakt_bagkant_dage", TODAY).own for book in books] == [False, False]


@pytest.mark.parametrize(
    ("rule", "value", "sentence"),
    [
        ("lukkedage", '"24/12, 31/12"', ""),
        ("lukkedage", '"24. december"', '»vaerdi« skal være dage med komma imellem, fx "5/6, 24/12".'),
        ("lukkedage", "24", "»vaerdi« skal være tekst i anførselstegn."),
        ("eftervaern_maned_3", "4", ""),
        ("eftervaern_maned_3", '4\nenhed = "uger"', "»enhed« skal være »maneder« for den regel."),
        ("egen_frist_arbejdsdage", "0", "»vaerdi« skal være et helt tal fra 1 til 1000."),
        ("malgrupper", '"ledig, syg"', ""),
    ],
)
def test_every_unit_of_ours_can_be_given_another_value(tmp_path: Path, rule: str, value: str, sentence: str) -> None:
    write(tmp_path, f'[[regel]]\nid = "{rule}"\nvaerdi = {value}\ngyldig_fra = 2027-01-01\n')

    if sentence:
        assert faults(tmp_path) == [(1, sentence)]
    else:
        assert load_rulebook(str(tmp_path)).at(rule, date(2027, 1, 1)).own


def test_our_rules_name_only_units_that_the_program_knows() -> None:
    assert {rule.unit for rule in our_rules().rules} <= set(UNITS)


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2027, 1, 1), date(2040, 1, 1)])
def test_no_rule_of_ours_comes_to_an_end_on_the_first_of_january_2027(day: date) -> None:
    book = our_rules()

    assert {rule.id for rule in book.in_force(day)} == {rule.id for rule in book.rules}


def test_what_a_file_says_now_holds_in_a_program_that_keeps_running(tmp_path: Path) -> None:
    """A menu runs command after command, and the rules of the last time are at hand."""
    plain, own = tmp_path / "uden", tmp_path / "med"
    for folder in (plain, own):
        (folder / "tmp").mkdir(parents=True)
    write(own, GOOD)

    seen = [load_rulebook(str(folder)).at("kontakt_senest_dage", TODAY).number for folder in (plain, own, plain, own)]
    write(own, GOOD.replace("21", "14"))
    seen.append(load_rulebook(str(own)).at("kontakt_senest_dage", TODAY).number)

    assert seen == [30, 21, 30, 21, 14]
    assert all((folder / "tmp" / "regler.json").exists() for folder in (plain, own))
