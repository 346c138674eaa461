"""The sheet for the one who stands in: what a call takes, and nothing of anybody.

After a wanted change: PYTHONPATH=tests python tests/actions/test_stedfortraeder.py writes it anew; read it before you
keep it.
"""

import tempfile
from pathlib import Path

import pytest

from handed import NOW, new_store
from holidaying import SECRETS, make_caseload
from vforlob.actions.documents.made import Made
from vforlob.actions.documents.ringerunde import make_round_sheet, round_list
from vforlob.actions.documents.stedfortraeder import make_stand_in_sheet
from vforlob.actions.ringerunde import gather_round
from vforlob.model.borger import Borger
from vforlob.model.dokument import Dokument
from vforlob.model.ferie import Ferie
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.render.formats import FORMATS
from vforlob.render.render import render_dokument, render_regneark
from vforlob.rules.weeks import Week
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "dokumenter"
TODAY = NOW.date()


def sheet(store: Store) -> Made:
    return make_stand_in_sheet(store, store.door(Ferie).get(1), TODAY)


def round_sheet(store: Store) -> Made:
    return make_round_sheet(gather_round(store, Week(2026, 48), TODAY, load_rulebook(store.folder)))


DOCUMENTS = {"stedfortraeder": sheet, "ringerunde_konsulent": round_sheet}


def text_of(dokument: Dokument, format_name: str = "txt") -> str:
    text = render_dokument(dokument, format_name)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_page_is_as_it_was_read_and_approved(store: Store, name: str) -> None:
    make_caseload(store)

    text = text_of(DOCUMENTS[name](store).dokument)

    assert text == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("format_name", ["txt", "md", "html", "json"])
def test_nothing_of_anybody_stands_on_the_sheet(store: Store, format_name: str) -> None:
    make_caseload(store)

    text = text_of(sheet(store).dokument, format_name).casefold()

    assert [secret for secret in SECRETS if secret.casefold() in text] == []
    assert all(word in text for word in ("byens marked", "mona", "86 00 00 02", "12 34 56 78", "karen holm", "f3"))


def test_the_canaries_sing_where_they_may(store: Store) -> None:
    """What the sheet leaves out is there: the consultant's own page shows some of it."""
    make_caseload(store)

    text = text_of(round_sheet(store).dokument)

    assert "Æ-7" in text
    assert "Migræne i går" in text


def test_a_name_typed_as_a_contact_is_left_out(store: Store) -> None:
    make_caseload(store)
    with store.doing("virksomhed ret"):
        store.door(Virksomhed).change(2, kontakt="Mor til B-2, Pers plejemor", navn="Ada Ibsens Butik")
        store.door(Kontaktperson).add(Kontaktperson(0, 1, "Tante til Æ-7", None, "1"))
        store.door(Borger).change(2, navn="Per Hansen")

    text = text_of(sheet(store).dokument)

    assert not any(word in text for word in ("B-2", "Æ-7", "Hansen", "Pers", "Ibsen"))


def test_what_is_missing_is_said_to_the_consultant_alone(store: Store) -> None:
    make_caseload(store)
    with store.doing("ferie ret"):
        store.door(Ferie).change(1, stedfortraeder=None)

    made = sheet(store)

    assert [one.line for one in made.missing][:1] == ["ferie ret 1"]
    assert any("intet telefonnummer" in one.sentence for one in made.missing)
    assert "ferie ret" not in text_of(made.dokument)


def test_every_format_is_made(store: Store) -> None:
    make_caseload(store)

    for format_name in FORMATS:
        assert render_dokument(sheet(store).dokument, format_name)
        assert render_dokument(round_sheet(store).dokument, format_name)


def test_the_list_has_a_row_a_call(store: Store) -> None:
    make_caseload(store)

    listed = round_list(gather_round(store, Week(2026, 48), TODAY, load_rulebook(store.folder)))

    assert [row[4] for row in listed.faner[0].raekker] == [
        "Ørbæk & Søn (v1)", "Byens Marked (v2)", "Maler Jensen (v3)",
        "f3 K-1 hos Ørbæk & Søn", "b4 T-9",
    ]  # fmt: skip
    assert render_regneark(listed, "csv")


def test_an_empty_caseload_has_nobody_to_call(store: Store) -> None:
    with store.doing("ferie ny"):
        store.door(Ferie).add(Ferie(0, None, None, "2026-12-21", "2026-12-31"))

    assert "Der er ingen forløb at ringe til" in text_of(sheet(store).dokument)
    assert "Der er ingen at ringe til i den uge." in text_of(round_sheet(store).dokument)


def write() -> None:
    for name, make in DOCUMENTS.items():
        with tempfile.TemporaryDirectory() as place, new_store(Path(place)) as store:
            make_caseload(store)
            text = text_of(make(store).dokument)
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
