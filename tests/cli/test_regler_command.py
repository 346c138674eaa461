"""`regler vis`: every rule of a day with its number, since when and from where; own ones are marked."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from english import english_in

from running import run
from vforlob.store.regler import our_rules

OWN = '[[regel]]\nid = "kontakt_senest_dage"\nvaerdi = 21\ngyldig_fra = 2026-06-01\nkilde = "Teammøde"\n'


def with_own(folder: str, text: str = OWN) -> None:
    (Path(folder) / "regler").mkdir()
    (Path(folder) / "regler" / "vores.toml").write_text(text, encoding="utf-8")


def rows(folder: str, *day: str) -> dict[str, dict[str, object]]:
    shown = json.loads(run("regler", "vis", *day, "--json", folder=folder).out)
    assert next(iter(shown)) == "skema"
    return {row["id"]: row for row in shown["raekker"]}


def test_every_rule_stands_on_a_screen_of_eighty_columns_in_danish(folder: str) -> None:
    ran = run("regler", "vis", folder=folder)
    shown = " ".join(ran.out.split())

    assert (ran.code, ran.err, english_in(ran.out)) == (0, "", [])
    assert max(len(line) for line in ran.out.splitlines() if folder not in line) <= 80
    assert shown.startswith("Regler, der gælder den 20. november 2026 ·")
    for rule in our_rules().in_force(date(2026, 11, 20)):
        assert rule.id in shown
        assert " ".join(rule.source.split()) in shown
    assert "Andet" not in ran.out


def test_a_rule_is_told_with_its_number_its_first_day_and_its_source(folder: str) -> None:
    shown = run("regler", "vis", folder=folder).out

    assert re.search(r"\n   Egen bagkant: .* \.{3,} 90 dage\n", shown)
    assert "     kontakt_bagkant_dage · fra 1. marts 2006\n     Kilde: 2006-regel:" in shown


@pytest.mark.parametrize("day", ["1/1-2027", "1. januar 2027", "2027-01-01", "fredag den 1. januar 2027"])
def test_another_day_is_read_in_any_form(folder: str, day: str) -> None:
    found = rows(folder, day)

    assert found["ord_kommune"]["vaerdi"] == "kommunen"
    assert rows(folder)["ord_kommune"]["vaerdi"] == "jobcentret"
    assert "1. januar 2027" in str(found["praktik_kort_uger"]["kilde"])


def test_what_is_no_day_is_said_and_nothing_shown(folder: str) -> None:
    ran = run("regler", "vis", "32/11", folder=folder)

    assert (ran.code, ran.out) == (2, "")
    assert "»32/11« er ikke en dato." in ran.err


def test_json_has_all_that_is_known_of_a_rule(folder: str) -> None:
    assert rows(folder)["kontakt_senest_dage"] == {
        "id": "kontakt_senest_dage",
        "tekst": "Den næste kontakt ligger højst så mange dage efter den sidste.",
        "vaerdi": 30,
        "enhed": "dage",
        "gyldig_fra": "2000-01-01",
        "gyldig_til": None,
        "kilde": next(rule.source for rule in our_rules().rules if rule.id == "kontakt_senest_dage"),
        "egen": "nej",
    }


def test_an_own_rule_is_marked_as_the_kommunes(folder: str) -> None:
    with_own(folder)

    shown = run("regler", "vis", folder=folder).out

    assert "heraf 1 kommunens egen\n" in shown
    assert "kontakt_senest_dage · fra 1. juni 2026 · kommunens egen\n     Kilde: Teammøde\n" in shown
    assert rows(folder)["kontakt_senest_dage"]["egen"] == "ja"
    assert rows(folder, "31/5-2026")["kontakt_senest_dage"]["egen"] == "nej"


def test_a_faulty_own_file_is_said_with_its_line(folder: str) -> None:
    with_own(folder, OWN.replace("21", "0"))

    ran = run("regler", "vis", folder=folder)

    assert (ran.code, ran.out) == (4, "")
    assert "»vaerdi« skal være et helt tal fra 1 til 1000." in ran.err


def test_rules_can_be_seen_before_there_is_a_database(tmp_path: Path) -> None:
    ran = run("regler", "vis", folder=tmp_path / "tom")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out
