"""What is learned from how forløb ended: gathered from rows that outlive people, and told without a name.

The whole texts stand in tests/golden/dokumenter. After a wanted change: PYTHONPATH=tests python
tests/actions/test_laering.py writes them anew; read them before you keep them.
"""

import re
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from building import make_case
from handed import NOW, handed_case, hold, new_store
from vforlob.actions.documents.historie import make_historie
from vforlob.actions.documents.sparring import hidden_kinds, make_sparring, told_of
from vforlob.actions.historie import draft_story
from vforlob.actions.laering import gather_laering, gather_notes, names_of
from vforlob.actions.laering_document import laering_book, laering_document
from vforlob.actions.laering_identity import identity_of
from vforlob.actions.laering_words import DEFINITIONS, OUTCOMES, SIGNS
from vforlob.actions.records import change_record, new_record
from vforlob.actions.sparring import draft_for
from vforlob.errors.laering import StoryEmpty, StoryWithdrawn, StoryWithoutYes
from vforlob.errors.record_rules import RecordRefused
from vforlob.model.accounts import Indstilling, Statistik
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.dokument import Dokument
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.model.sparring import Historie, Sparring
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.render.render import render_dokument, render_regneark
from vforlob.rules import tegn
from vforlob.rules.laering.endings import CODES
from vforlob.rules.laering.identity import masked
from vforlob.store.answers import save_answers
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "dokumenter"
TODAY = NOW.date()
ROWS = (
    *(("2026-02", "lager", "gennemfort", 13, "ja", "ja", ("ny_vaert",)) for _ in range(6)),
    *(("2026-04", "Lager", "lontimer", 18, "ja", "ja", ()) for _ in range(5)),
    *(("2026-05", "køkken", "job", 9, "ja", "ja", ("tavshed",)) for _ in range(3)),
    *(("2026-06", "køkken", "afbrudt_borger", 2, "nej", "nej", ("tavshed", "tidligt_fravaer")) for _ in range(4)),
    ("2026-07", "butik", "afbrudt_virksomhed", 4, "nej", "ja", ("forventning",)),
    ("2026-08", None, "udeblevet", 1, "nej", "nej", ()),
    ("2026-09", "butik", "stoppet_afklaret", 6, "ja", "ja", ("forventning",)),
    ("2026-10", "lager", "aldrig_startet", 0, "nej", "nej", ()),
)
HERS = "Jeg ringede til Æ-7 på 54 00 00 01, og Bo hos Ørbæk & Søn på Havnevej sagde ja. Det hjalp."


def with_rows(store: Store) -> None:
    with store.doing("test"):
        for maned, branche, udfald, uge, formode, talk, signs in ROWS:
            row = Statistik(0, maned, "virksomhedspraktik", branche, udfald, uge, formode, talk, None, signs)
            store.door(Statistik).add(row)


def forlob_of(case: Case) -> Forlob:
    assert case.forlob is not None
    return case.forlob


def text_of(dokument: Dokument) -> str:
    text = render_dokument(dokument, "txt")
    assert isinstance(text, str)
    return text


def test_a_page_that_counts_single_forlob_says_whose_it_is(store: Store) -> None:
    assert laering(store).sidehoved == "Kun til dig"


def laering(store: Store) -> Dokument:
    handed_case(store)
    with_rows(store)
    return laering_document(gather_laering(store, TODAY))


def sparring(store: Store) -> Dokument:
    forlob = forlob_of(handed_case(store))
    drafted = draft_for(store, forlob.borger, forlob.nr)
    asked = {**drafted._asdict(), "sporgsmal": "Hvordan får vi talt om mødetiden?", "forlob": str(forlob.nr)}
    first = new_record(store, "sparring", asked)
    second = new_record(
        store, "sparring", {**asked, "situation": HERS, "rad": "Spørg virksomheden, hvad der er bedst."}
    )
    return make_sparring((told_of(store, first), told_of(store, second)), TODAY)


def historie(store: Store) -> Dokument:
    forlob = forlob_of(handed_case(store))
    text = f"{draft_story(store, forlob.nr)}\n\n{HERS}"
    told = new_record(store, "historie", {"forlob": str(forlob.nr), "tekst": text, "ja": "2026-11-18"})
    return make_historie(store, told, TODAY).dokument


DOCUMENTS: dict[str, Callable[[Store], Dokument]] = {
    "laering_konsulent": laering,
    "sparring_kolleger": sparring,
    "historie_kolleger": historie,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_as_it_was_read_and_approved(store: Store, name: str) -> None:
    approved = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")

    assert text_of(DOCUMENTS[name](store)) == approved


# --- the figures --------------------------------------------------------------------------------------------------


def test_an_empty_caseload_has_nothing_to_learn_from(store: Store) -> None:
    found = gather_laering(store, TODAY)

    assert found.is_empty
    assert laering_document(found).titel


def test_rows_count_when_the_people_are_gone(store: Store) -> None:
    with_rows(store)

    found = gather_laering(store, TODAY)

    assert found.lukket == len(ROWS)
    assert {one.navn: (one.endings.afbrudt, one.endings.alle) for one in found.tegn}["tavshed"] == (4, 7)
    assert [(one.navn, one.endings.alle) for one in found.brancher][-2:] == [("lager", 12), ("", 1)]
    assert found.steder == ()


@pytest.mark.parametrize(("fra", "count"), [("", 22), ("2026-07", 4), ("2026-10", 1), ("2026-11", 0)])
def test_a_period_begins_with_its_month(store: Store, fra: str, count: int) -> None:
    with_rows(store)

    assert gather_laering(store, TODAY, fra).lukket == count


def test_what_is_agreed_for_later_has_not_happened(store: Store) -> None:
    case = handed_case(store)
    with store.doing("test"):
        store.door(Statistik).add(Statistik(0, "2026-12", udfald="job", uge=5))
        store.door(Forlob).change(forlob_of(case).nr, status="lukket", lukket="2026-12-01", udfald="job")

    found = gather_laering(store, TODAY)

    assert (found.lukket, found.steder) == (0, ())


def test_one_that_is_agreed_to_end_in_a_month_to_come_goes_on_until_then(store: Store) -> None:
    case = handed_case(store)
    before = gather_laering(store, TODAY).i_gang
    with store.doing("prøve"):
        store.door(Forlob).change(forlob_of(case).nr, status="lukket", lukket="2027-03-31", udfald="gennemfort")

    found = gather_laering(store, TODAY)

    assert (found.lukket, found.i_gang, before) == (0, 1, 1)


def test_a_virksomhed_is_counted_from_its_forlob_and_named_only_for_her(store: Store) -> None:
    case = handed_case(store)
    with store.doing("test"):
        store.door(Forlob).change(forlob_of(case).nr, status="lukket", lukket="2026-11-19", udfald="stoppet_afklaret")

    found = gather_laering(store, TODAY)

    assert [(one.virksomhed, one.endings.stoppet, one.endings.afbrudt) for one in found.steder] == [(1, 1, 0)]
    assert names_of(store, found.steder) == {1: "Ørbæk & Søn"}


def test_every_sign_and_every_outcome_has_a_name() -> None:
    folder = Path(str(tegn.__file__)).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    ids = set(re.findall(r'\bTegn\(\s*"([a-z_]+)"', source)) | {"intet_svar_borger", "intet_svar_virksomhed"}

    assert len(ids) > 40
    assert ids <= set(SIGNS)
    assert set(CODES) <= set(OUTCOMES)


def test_every_definition_has_a_source_and_no_percentage_stands_where_there_are_few(store: Store) -> None:
    text = text_of(laering(store))

    assert all(one.tekst.endswith(".") and one.kilde for one in DEFINITIONS)
    for part, whole in re.findall(r"(\d+) af (\d+) \(\d+ %\)", text):
        assert int(whole) >= 20, f"{part} af {whole}"


def test_a_note_is_that_of_the_newest_version(store: Store) -> None:
    case = handed_case(store)
    said = {Key("laering", "virkede"): "At ringe først", Key("laering", "maerker"): "telefon, bus"}
    held = hold(store, "afslutning", said, forlob_of(case), "2026-11-19")
    save_answers(store, held.nr, 2, {Key("laering", "maerker"): "Telefon"})
    with store.doing("samtale faerdig"):
        store.door(Samtale).change(held.nr, udgave=2)

    assert [tag.navn for tag in gather_notes(store, "").maerker] == ["Telefon"]
    assert gather_notes(store, "").hits == ()
    assert gather_notes(store, "bus").hits == ()
    assert [(hit.note.samtale, hit.note.said) for hit in gather_notes(store, "TELEFON").hits] == [
        (held.nr, {"maerker": "Telefon"})
    ]


def test_a_draft_has_no_notes_yet(store: Store) -> None:
    case = handed_case(store)
    with store.doing("test"):
        sha = store.door(Samtale).find()[0].agenda_sha
        draft = store.door(Samtale).add(Samtale(0, "afslutning", sha, case.borger.nr, forlob_of(case).nr, "2026-11-20"))
    save_answers(store, draft.nr, 1, {Key("laering", "maerker"): "telefon"})

    assert gather_notes(store, "telefon").maerker == ()


# --- what leaves names nobody -------------------------------------------------------------------------------------


def names_in(store: Store) -> set[str]:
    """Every alias, name, place, number and free text of the caseload that nobody else may see."""
    people = [value for one in store.door(Borger).find() for value in one[1:] if isinstance(value, str)]
    places = [one for it in store.door(Virksomhed).find() for one in (it.navn, it.sted, it.kontakt, it.telefon) if one]
    said = [one.tekst for one in store.door(Kontakt).find() if one.tekst]
    goals = [one.specifikt for one in store.door(Delmal).find() if one.specifikt and one.delt != "ja"]
    own = ["Karen Holm", "12 34 56 78"]
    return {one for one in (*people, *places, *said, *goals, *own) if len(one) > 4 or one in {"Æ-7", "Bo"}} - {
        "taet_pa"
    }


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("format_name", ["txt", "md", "html", "json"])
def test_no_document_names_anybody(store: Store, name: str, format_name: str) -> None:
    with store.doing("test"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja"))
        store.door(Borger).add(Borger(0, "Kobolt-9", navn="Sixten Frost", telefon="60 60 60 60"))
    made = DOCUMENTS[name](store)

    text = str(render_dokument(made, format_name)).casefold()

    assert [one for one in names_in(store) if re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", text)] == []


def test_the_workbook_names_nobody(store: Store) -> None:
    made = handed_case(store)
    with store.doing("test"):
        store.door(Forlob).change(forlob_of(made).nr, status="lukket", lukket="2026-11-19", udfald="job")
    with_rows(store)

    text = str(render_regneark(laering_book(gather_laering(store, TODAY)), "csv"))

    assert [one for one in names_in(store) if one in text] == []
    assert "tavshed fra virksomheden;7;4" in text


def test_other_borgere_and_other_places_are_taken_out_as_well(store: Store) -> None:
    case = handed_case(store)
    with store.doing("test"):
        store.door(Borger).add(Borger(0, "Q-4"))
        store.door(Virksomhed).add(Virksomhed(0, "Nordbo Cykler ApS"))
        store.door(Kontaktperson).add(Kontaktperson(0, 1, "Ulla Rask", rolle="mester"))
    made = new_record(
        store,
        "sparring",
        {"forlob": str(forlob_of(case).nr), "sporgsmal": "Som q-4 hos Nordbo Cykler. Skal Ulla spørges? cvr 12345678"},
    )

    told = told_of(store, made)

    assert told.texts["sporgsmal"] == (
        "Som en anden borger hos en anden virksomhed. Skal kontaktpersonen spørges? cvr [telefonnummer]"
    )
    assert hidden_kinds((told,)) == ((1, "sporgsmal", ("andres_alias", "anden_virksomhed", "navn", "telefon")),)


def test_a_branche_that_is_in_the_name_of_the_place_stays_a_branche(store: Store) -> None:
    forlob = forlob_of(handed_case(store, virksomhed={"navn": "Genbrug Syd", "branche": "Genbrug"}))

    assert "branche genbrug." in draft_for(store, forlob.borger, forlob.nr).situation


# --- the records --------------------------------------------------------------------------------------------------


def test_the_advice_has_the_day_it_was_written_and_keeps_it(store: Store) -> None:
    forlob = forlob_of(handed_case(store))
    made = new_record(store, "sparring", {"forlob": str(forlob.nr), "sporgsmal": "Hvad nu?"})

    after = change_record(store, "sparring", made.nr, {"rad": "Ring i morgen", "rad_dato": "2026-11-18"})
    again = change_record(store, "sparring", made.nr, {"sporgsmal": "Hvad så nu?"})

    assert (made.rad_dato, after.rad_dato, again.rad_dato) == (None, "2026-11-18", "2026-11-18")
    assert (again.borger, again.forlob, again.rad) == (forlob.borger, forlob.nr, "Ring i morgen")
    assert change_record(store, "sparring", made.nr, {"rad": None}).rad_dato is None


def test_a_borger_with_one_forlob_is_asked_about_in_it(store: Store) -> None:
    forlob = forlob_of(handed_case(store))

    made = new_record(store, "sparring", {"borger": str(forlob.borger), "sporgsmal": "Hvad nu?"})

    assert made.forlob == forlob.nr


@pytest.mark.parametrize(
    "given", [{}, {"sporgsmal": "Hvad?"}, {"forlob": "1"}, {"forlob": "1", "sporgsmal": "010190-1234"}]
)
def test_a_case_that_is_no_case_is_refused(store: Store, given: dict[str, str]) -> None:
    handed_case(store)

    with pytest.raises(RecordRefused):
        new_record(store, "sparring", given)
    assert store.door(Sparring).find() == ()


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        ({"tekst": "Det gik"}, StoryWithoutYes),
        ({"tekst": "Det gik", "ja": "2026-11-18", "trukket": "2026-11-19"}, StoryWithdrawn),
        ({"ja": "2026-11-18"}, StoryEmpty),
    ],
)
def test_a_story_is_told_only_with_a_yes_that_stands(store: Store, columns: dict[str, str], error: type) -> None:
    forlob = forlob_of(handed_case(store))
    with store.doing("test"):
        made = store.door(Historie).add(Historie(0, forlob.borger, forlob.nr, **columns))

    with pytest.raises(error):
        make_historie(store, made, TODAY)


def test_a_new_yes_counts_after_one_that_was_taken_back(store: Store) -> None:
    forlob = forlob_of(handed_case(store))
    made = new_record(store, "historie", {"forlob": str(forlob.nr), "tekst": "Det gik", "ja": "2026-11-10"})
    change_record(store, "historie", made.nr, {"trukket": "2026-11-12"})

    after = change_record(store, "historie", made.nr, {"ja": "2026-11-20"})

    assert after.trukket is None
    assert make_historie(store, after, TODAY).dokument.titel == "En god historie"


@pytest.mark.parametrize("column", ["ja", "trukket"])
def test_a_yes_of_tomorrow_is_refused(store: Store, column: str) -> None:
    forlob = forlob_of(handed_case(store))

    with pytest.raises(RecordRefused):
        new_record(
            store, "historie", {"forlob": str(forlob.nr), "tekst": "x", "ja": "2026-11-20", column: "2026-11-21"}
        )


def test_a_delmal_nobody_else_may_know_is_only_counted(store: Store) -> None:
    forlob = forlob_of(handed_case(store))
    with store.doing("test"):
        store.door(Delmal).add(Delmal(0, forlob.borger, forlob.nr, specifikt="Gå til psykolog", status="naet"))

    assert "psykolog" not in draft_story(store, forlob.nr)
    assert "delmål er nået" in draft_story(store, forlob.nr)


def test_the_draft_says_how_many_and_never_what_was_said(store: Store) -> None:
    forlob = forlob_of(handed_case(store))
    with store.doing("test"):
        plain = Kontakt(0, forlob.borger, forlob.nr, "2026-11-17", "telefon", ("virksomhed",), tekst="Hemmelig sætning")
        store.door(Kontakt).add(plain)
        store.door(Kontakt).add(plain._replace(dato="2026-11-18", naet="nej"))

    drafted = draft_for(store, forlob.borger, forlob.nr)

    assert "Kontakter imellem:" in drafted.provet
    assert "uden svar" in drafted.provet
    assert "Hemmelig" not in " ".join(drafted)
    assert date.fromisoformat(forlob.start or "") < TODAY


def write() -> None:
    for name, make in DOCUMENTS.items():
        with tempfile.TemporaryDirectory() as place, new_store(Path(place)) as store:
            (GOLDEN / f"{name}.txt").write_text(text_of(make(store)), encoding="utf-8", newline="\n")


def test_a_long_name_is_known_by_the_part_that_people_say(store: Store) -> None:
    case = make_case(store, virksomhed={"navn": "Ørbæk & Søn, æsker og kasser", "sted": "Havnevej, Nykøbing F."})

    found = masked("Ringet til Ørbæk & Søn i Nykøbing F.", identity_of(store, case.borger, case.forlob))

    assert found.text == "Ringet til virksomheden i [sted]"


if __name__ == "__main__":
    write()
