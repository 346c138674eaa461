"""The matrix of who may be given what, checked against a table written by hand from the contract."""

import pytest

from matrix import EVERY_FELT, LETTERS, TABLES, agenda, rows_of, widest
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import RECIPIENTS, Choice, Felt, Punkt
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.rules.gate import (
    Scene,
    aftale_recipients,
    cleared,
    delmal_recipients,
    hensyn_on_shared_screen,
    may,
    may_show_earlier,
    on_shared_screen,
    page_of,
    with_decisions,
)

ALL_THREE = ("borger", "leder", "konsulent")

HENSYN = (Hensyn(1, 7, "Ryg", "Kan ikke stå", "Pause"), Hensyn(2, 7, "Uro", "Ro", "Møder kl. 9"))
CLEARED = (Clearance(1, 1, 12, "leder", "ma"), Clearance(2, 1, 12, "mentor", "ma"))
SCENE = Scene(True, ALL_THREE, frozenset(), CLEARED, None, HENSYN)


def told(scene: Scene, punkt: Punkt, felt: Felt, row: dict[str, object] | None = None) -> str:
    return "".join(letter for letter, who in LETTERS.items() if may(who, punkt, felt, scene, row))


@pytest.mark.parametrize("name", TABLES)
def test_the_table_names_every_felt_of_the_shipped_agenda(name: str) -> None:
    asked = [(punkt.id, felt.id) for punkt in agenda(name).punkter for felt in punkt.felter]

    assert sorted(asked) == sorted((punkt, felt) for punkt, felt, _ in rows_of(TABLES[name]))


@pytest.mark.parametrize(("name", "punkt_id", "felt_id", "expected"), EVERY_FELT)
def test_each_felt_goes_to_those_the_matrix_clears_it_for(
    name: str, punkt_id: str, felt_id: str, expected: str
) -> None:
    punkt = agenda(name).punkt(punkt_id)
    assert punkt is not None
    felt = punkt.felt(felt_id)
    assert felt is not None

    assert told(SCENE, punkt, felt, {"nr": 1}) == expected


@pytest.mark.parametrize(("name", "punkt_id", "felt_id", "expected"), EVERY_FELT)
def test_without_a_forlob_nothing_goes_to_virksomhed_or_mentor(
    name: str, punkt_id: str, felt_id: str, expected: str
) -> None:
    punkt = agenda(name).punkt(punkt_id)
    assert punkt is not None
    felt = punkt.felt(felt_id)
    assert felt is not None

    found = told(SCENE._replace(has_forlob=False), punkt, felt, {"nr": 1})

    assert found == expected.replace("V", "").replace("M", "")


@pytest.mark.parametrize(("name", "punkt_id", "felt_id", "expected"), EVERY_FELT)
def test_a_file_cannot_widen_and_the_case_cannot_be_left_out(
    name: str, punkt_id: str, felt_id: str, expected: str
) -> None:
    punkt = agenda(name).punkt(punkt_id)
    assert punkt is not None
    felt = punkt.felt(felt_id)
    assert felt is not None

    widened = told(SCENE, punkt._replace(modtagere=RECIPIENTS), felt._replace(modtagere=RECIPIENTS), {"nr": 1})
    narrowed = told(SCENE, punkt, felt._replace(modtagere=()), {"nr": 1})

    assert widened == widest(TABLES[name])[punkt_id, felt_id]
    assert narrowed == "SJ"


def felt(felt_id: str = "svar", kind: str = "tekst", **over: object) -> Felt:
    return Felt(felt_id, "Spørgsmål", kind, **over)  # type: ignore[arg-type]


def punkt(punkt_id: str = "eget", kind: str = "gruppe", *felter: Felt, **over: object) -> Punkt:
    return Punkt(punkt_id, "Punkt", kind, "1", felter=felter or (felt(),), **over)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on_punkt", "on_felt", "expected"),
    [
        (None, None, "BSJ"),
        (("virksomhed",), None, "VSJ"),
        (("virksomhed",), ("mentor",), "MSJ"),
        (("borger", "virksomhed", "mentor"), (), "SJ"),
        ((), None, "SJ"),
        (None, ("virksomhed", "mentor"), "VMSJ"),
    ],
)
def test_any_other_point_goes_where_the_file_says(
    on_punkt: tuple[str, ...] | None, on_felt: tuple[str, ...] | None, expected: str
) -> None:
    asked = felt("noget", modtagere=on_felt)

    assert told(SCENE, punkt("eget", "gruppe", asked, modtagere=on_punkt), asked) == expected


@pytest.mark.parametrize("point", ["indsats", "bidrag", "erfaringer", "onsker", "onskeliste", "koordinering"])
def test_a_blocked_point_is_blocked_wherever_it_stands(point: str) -> None:
    asked = felt("svar", modtagere=RECIPIENTS)

    assert told(SCENE, punkt(point, "tekst", asked, modtagere=RECIPIENTS), asked) == "BSJ"


@pytest.mark.parametrize(
    "name", ["syg", "fri", "udeblevet", "uafklaret", "for_sent", "diagnose", "ydelse", "parathed", "sanktion", "taet"]
)
def test_a_blocked_felt_is_blocked_wherever_it_stands(name: str) -> None:
    asked = felt(name, "tal", modtagere=RECIPIENTS)

    assert told(SCENE, punkt("eget", "gruppe", asked), asked) == "BSJ"


@pytest.mark.parametrize("name", ["arsag", "klogere", "rejse", "ud_ad_doren", "udfald", "pa_vej", "hvem_ringer"])
def test_a_word_of_the_new_agendas_is_blocked_wherever_it_stands(name: str) -> None:
    asked = felt(name, modtagere=RECIPIENTS)

    assert told(SCENE, punkt("eget", "gruppe", asked), asked) == "BSJ"


@pytest.mark.parametrize("writes", ["onsker", "koordinering", "udfald", "laering"])
def test_what_a_point_writes_can_block_it_too(writes: str) -> None:
    asked = felt("noget", modtagere=RECIPIENTS)

    assert told(SCENE, punkt("eget", "gruppe", asked, writes=(writes,)), asked) == "BSJ"


@pytest.mark.parametrize(
    ("felt_id", "expected"), [("losning", "BVMSJ"), ("virker", "BVMSJ"), ("hensyn", "BSJ"), ("arbejdsplan", "BSJ")]
)
@pytest.mark.parametrize("found_by", ["writes", "id", "known", "column"])
def test_hensyn_are_found_however_a_file_asks_about_them(found_by: str, felt_id: str, expected: str) -> None:
    asked = felt(felt_id, modtagere=RECIPIENTS)
    columns = (felt("nr", "tal", known="hensyn" if found_by == "column" else ""), asked)
    name = "hensyn" if found_by == "id" else "skaanehensyn"
    known, writes = "hensyn" if found_by == "known" else "", ("hensyn",) if found_by == "writes" else ()

    assert told(SCENE, punkt(name, "liste", *columns, known=known, writes=writes), asked, {"nr": 1}) == expected


def test_ticks_among_the_hensyn_stay_with_the_borger_and_the_case() -> None:
    asked = felt("hvilke", "flervalg", known="hensyn", modtagere=RECIPIENTS)

    assert told(SCENE, punkt("eget", "gruppe", asked), asked) == "BSJ"


def test_a_hensyn_without_importance_to_the_case_is_kept_from_the_case() -> None:
    asked = felt("hensyn")
    point = punkt("hensyn", "liste", asked, writes=("hensyn",))

    assert told(SCENE, point, asked, {"betydning": "nej"}) == "B"
    assert told(SCENE, point, asked, {"betydning": "ja"}) == "BSJ"
    assert told(SCENE, point, felt("behov"), {"betydning": "nej"}) == "BSJ"


LOSNING = felt("losning")
HENSYN_POINT = punkt("hensyn", "liste", LOSNING, writes=("hensyn",))


@pytest.mark.parametrize(
    ("clearances", "expected"),
    [
        ((), "BSJ"),
        ((Clearance(1, 1, 12, "leder", "ma"),), "BVSJ"),
        ((Clearance(1, 1, 12, "mentor", "ma"),), "BMSJ"),
        ((Clearance(1, 1, 12, "leder", "sporg"),), "BSJ"),
        ((Clearance(1, 1, 12, "leder", "ma_ikke"),), "BSJ"),
        ((Clearance(1, 1, 12, "kolleger", "ma"), Clearance(2, 1, 12, "vitas", "ma")), "BSJ"),
        ((Clearance(1, 1, 12, "leder", "ma", trukket="2026-11-10"),), "BSJ"),
        ((Clearance(1, 2, 12, "leder", "ma"),), "BSJ"),
        ((Clearance(1, 1, 12, "leder", "ma"), Clearance(2, 1, 12, "leder", "sporg")), "BSJ"),
    ],
)
def test_a_hensyn_needs_a_clearance_of_its_own(clearances: tuple[Clearance, ...], expected: str) -> None:
    assert told(SCENE._replace(clearances=clearances), HENSYN_POINT, LOSNING, {"nr": 1}) == expected


@pytest.mark.parametrize(
    "hensyn",
    [(), (HENSYN[0]._replace(trukket="2026-11-10"),), (HENSYN[0]._replace(status="trukket"),), (HENSYN[1],)],
    ids=["gone", "withdrawn everywhere", "status withdrawn", "another one"],
)
def test_a_withdrawn_or_missing_hensyn_is_cleared_for_nobody(hensyn: tuple[Hensyn, ...]) -> None:
    assert not cleared(1, "leder", SCENE._replace(hensyn=hensyn))


@pytest.mark.parametrize("row", [{}, {"nr": ""}, {"nr": "1.0"}, {"losning": "Pause"}])
def test_a_row_that_names_no_hensyn_is_a_wish_and_cleared_for_nobody_outside(row: dict[str, object]) -> None:
    assert told(SCENE, HENSYN_POINT, LOSNING, row) == "BSJ"


def test_a_document_made_again_obeys_the_stricter_of_then_and_now() -> None:
    asked_first = (Clearance(1, 1, 12, "leder", "sporg"),)

    assert cleared(1, "leder", SCENE._replace(then=CLEARED))
    assert not cleared(1, "leder", SCENE._replace(then=asked_first))
    assert not cleared(1, "leder", SCENE._replace(clearances=asked_first, then=CLEARED))
    assert not cleared(1, "leder", SCENE._replace(then=()))


def test_decisions_of_a_draft_replace_the_clearances_of_their_hensyn_only() -> None:
    before = (*CLEARED, Clearance(3, 2, 12, "leder", "ma"))

    after = with_decisions(before, [{"nr": 1, "hvem": ("kolleger",), "sporg_forst": ("leder", "kolleger")}, {}], 12)

    scene = SCENE._replace(clearances=after)
    assert not cleared(1, "leder", scene)
    assert not cleared(1, "mentor", scene)
    assert not cleared(1, "kolleger", scene)
    assert cleared(2, "leder", scene)


WORDS = {part: felt(f"{part}_tekst", part=part) for part in ("borger", "virksomhed", "mentor", "sagsbehandler")}


@pytest.mark.parametrize(
    ("part", "alone", "present", "expected"),
    [
        ("borger", (), ALL_THREE, "BVSJ"),
        ("virksomhed", (), ALL_THREE, "BVSJ"),
        ("borger", ("borger",), ALL_THREE, "BSJ"),
        ("borger", ("virksomhed",), ALL_THREE, "BVSJ"),
        ("virksomhed", ("virksomhed",), ALL_THREE, "VSJ"),
        ("virksomhed", ("borger",), ALL_THREE, "BVSJ"),
        ("mentor", ("virksomhed",), ALL_THREE, "VSJ"),
        ("borger", (), ("borger", "konsulent"), "BSJ"),
        ("virksomhed", (), ("leder", "konsulent"), "VSJ"),
        ("virksomhed", (), ("leder", "bisidder", "konsulent"), "BVSJ"),
        ("borger", (), ("borger", "andre"), "BVSJ"),
        ("sagsbehandler", (), ALL_THREE, "BSJ"),
    ],
)
def test_words_are_own_and_the_others_unless_said_alone(
    part: str, alone: tuple[str, ...], present: tuple[str, ...], expected: str
) -> None:
    scene = SCENE._replace(alone=frozenset(alone), deltagere=present)

    assert told(scene, punkt("eget", "gruppe", WORDS[part]), WORDS[part]) == expected


@pytest.mark.parametrize(("part", "expected"), [("borger", "BSJ"), ("virksomhed", "VSJ"), ("konsulent", "SJ")])
def test_a_score_is_for_the_one_who_gave_it(part: str, expected: str) -> None:
    asked = felt("tal", "skala", part=part, modtagere=RECIPIENTS)

    assert told(SCENE, punkt("eget", "gruppe", asked), asked) == expected


def test_words_with_a_part_never_go_to_the_mentor_also_under_an_open_row() -> None:
    asked = felt("tekst", part="borger", modtagere=RECIPIENTS)

    assert told(SCENE, punkt("opgaver", "liste", asked, writes=("opgaver",)), asked) == "BVSJ"


def test_a_scalar_point_gives_its_part_to_its_only_felt() -> None:
    asked = felt("svar", "skala")

    assert told(SCENE, punkt("eget", "skala", asked, part="virksomhed"), asked) == "VSJ"


@pytest.mark.parametrize("kind", ["tekst", "skala", "tal", "flervalg"])
def test_notes_and_what_is_asked_alone_go_to_the_case_only(kind: str) -> None:
    note, alone, own = felt("note"), felt("x", kind, alone=True, modtagere=RECIPIENTS), felt("x", modtagere=RECIPIENTS)

    assert told(SCENE, punkt("opgaver", "gruppe", own, modtagere=RECIPIENTS), note) == "SJ"
    assert told(SCENE, punkt("eget", "gruppe", alone), alone) == "SJ"
    assert told(SCENE, punkt("eget", "gruppe", own, alone=True), own) == "SJ"
    assert not on_shared_screen(punkt("eget", "gruppe", alone), alone, SCENE._replace(deltagere=("konsulent",)))


@pytest.mark.parametrize(
    ("row", "present", "expected"),
    [
        ({}, ALL_THREE, "BVSJ"),
        ({}, ("borger", "sagsbehandler"), "BSJ"),
        ({"hvem": ("virksomhed",)}, ("borger",), "BVSJ"),
        ({"hvem": "mentor"}, ("borger",), "BMSJ"),
        ({}, ("mentor", "borger"), "BVMSJ"),
        ({"modtagere": ("virksomhed",)}, ALL_THREE, "VSJ"),
        ({"modtagere": ()}, ALL_THREE, "SJ"),
        ({"modtagere": ("borger",), "hvem": ("virksomhed",)}, ALL_THREE, "BSJ"),
        ({"modtagere": "mentor"}, (), "MSJ"),
    ],
)
def test_an_aftale_goes_to_those_it_names_or_to_the_table(
    row: dict[str, object], present: tuple[str, ...], expected: str
) -> None:
    asked = felt("hvad")
    point = punkt("lofter", "liste", asked, writes=("aftaler",))

    assert told(SCENE._replace(deltagere=present), point, asked, row) == expected


def test_the_point_can_narrow_an_aftale() -> None:
    asked = felt("hvad")
    point = punkt("aftaler", "liste", asked, writes=("aftaler",), modtagere=("borger",))

    assert told(SCENE, point, asked, {"modtagere": ("borger", "virksomhed")}) == "BSJ"


def test_a_stored_aftale_keeps_the_recipients_of_the_day_it_was_made() -> None:
    made = Aftale(1, 7, None, "Ringe", ("konsulent",), til_stede=("borger", "sagsbehandler"))

    assert aftale_recipients(made, made.til_stede) == {"borger", "sagsbehandler", "journal"}
    assert aftale_recipients(made._replace(modtagere=("mentor",)), ()) == {"mentor", "sagsbehandler", "journal"}


def test_a_delmal_is_for_the_virksomhed_only_when_it_is_shared() -> None:
    asked = felt("specifikt")
    point = punkt("delmal", "liste", asked, writes=("delmal",), modtagere=RECIPIENTS)

    assert told(SCENE, point, asked, {"delt": "ja"}) == "BVMSJ"
    assert told(SCENE, point, asked, {}) == "BSJ"
    assert delmal_recipients(Delmal(1, 7, 12, delt="nej"), 12) == {"borger", "sagsbehandler", "journal"}


# --- the shared screen ---


@pytest.mark.parametrize(
    ("punkt_id", "felt_id", "present", "page"),
    [
        ("hvordan_gar_det", "alene", ALL_THREE, "for"),
        ("hvordan_gar_det", "borger", ALL_THREE, "efter"),
        ("hvordan_gar_det", "borger", ("borger", "konsulent"), "faelles"),
        ("hvordan_gar_det", "borger", ("borger", "bisidder", "tolk", "konsulent"), "faelles"),
        ("hvordan_gar_det", "borger_tekst", ALL_THREE, "faelles"),
        ("opgaver", "trin", (*ALL_THREE, "andre", "mentor", "sagsbehandler"), "faelles"),
        ("fremmode", "aftalt", ALL_THREE, "faelles"),
        ("fremmode", "syg", ALL_THREE, "efter"),
        ("fremmode", "syg", ("borger", "sagsbehandler", "konsulent"), "faelles"),
        ("forlaengelse", "begrundelse", ALL_THREE, "efter"),
        ("aftaler", "hvad", ALL_THREE, "faelles"),
        ("aftaler", "modtagere", ("borger", "konsulent"), "efter"),
        ("aftaler", "naeste_kontakt", (*ALL_THREE, "mentor"), "faelles"),
        ("lonkroner", "trin", (*ALL_THREE, "mentor"), "faelles"),
    ],
)
def test_a_felt_is_asked_where_everybody_present_may_hear_it(
    punkt_id: str, felt_id: str, present: tuple[str, ...], page: str
) -> None:
    point = agenda("opfolgning").punkt(punkt_id)
    assert point is not None
    asked = point.felt(felt_id)
    assert asked is not None

    assert page_of(point, asked, SCENE._replace(deltagere=present)) == page


@pytest.mark.parametrize(
    ("present", "clearances", "page"),
    [
        (ALL_THREE, ("leder",), "faelles"),
        (ALL_THREE, ("mentor",), "efter"),
        ((*ALL_THREE, "mentor"), ("leder",), "efter"),
        ((*ALL_THREE, "mentor"), ("leder", "mentor"), "faelles"),
        (("borger", "mentor"), ("mentor",), "efter"),
        ((*ALL_THREE, "tillidsrepraesentant"), ("leder", "mentor"), "efter"),
        ((*ALL_THREE, "tillidsrepraesentant"), ("leder", "kolleger"), "faelles"),
        ((*ALL_THREE, "andre"), ("leder",), "efter"),
        ((*ALL_THREE, "andre"), ("leder", "kolleger"), "faelles"),
        (("borger", "bisidder", "konsulent"), (), "faelles"),
        (("borger", "sagsbehandler", "konsulent"), (), "faelles"),
    ],
)
def test_a_hensyn_is_on_the_shared_screen_when_everybody_there_is_cleared(
    present: tuple[str, ...], clearances: tuple[str, ...], page: str
) -> None:
    point = agenda("opfolgning").punkt("hensyn")
    assert point is not None
    rows = tuple(Clearance(nr, 1, 12, rolle, "ma") for nr, rolle in enumerate(clearances))
    scene = SCENE._replace(deltagere=present, clearances=rows)

    found = {page_of(point, asked, scene, {"nr": 1}) for asked in point.felter}

    assert found == {page}
    assert hensyn_on_shared_screen(1, scene) is (page == "faelles")


def test_clearances_are_decided_before_the_meeting_when_the_virksomhed_is_there() -> None:
    point = agenda("startmode").punkt("hensyn")
    assert point is not None

    with_all = {page_of(point, asked, SCENE, {"nr": 1}) for asked in point.felter}
    with_borger = {page_of(point, asked, SCENE._replace(deltagere=("borger",)), {"nr": 1}) for asked in point.felter}

    assert with_all == {"for"}
    assert with_borger == {"faelles"}


def test_what_was_said_alone_is_on_no_shared_screen() -> None:
    point = agenda("opfolgning").punkt("hvordan_gar_det")
    assert point is not None
    own = point.felt("virksomhed_tekst")
    assert own is not None
    alone = SCENE._replace(alone=frozenset({"virksomhed"}))

    assert page_of(point, own, alone) == "efter"
    assert page_of(point, own, alone._replace(deltagere=("leder", "konsulent"))) == "efter"


def test_a_point_for_the_konsulent_alone_comes_first_when_it_stands_first() -> None:
    asked = felt("svar")
    point = punkt("optakt", "tekst", asked, alone=True)

    assert page_of(point, asked, SCENE, first=True) == "for"
    assert page_of(point, asked, SCENE) == "efter"


@pytest.mark.parametrize(
    ("earlier", "now", "shown"),
    [
        (SCENE, SCENE, True),
        (SCENE._replace(alone=frozenset({"borger"})), SCENE, False),
        (SCENE._replace(deltagere=("borger", "konsulent")), SCENE, False),
        (SCENE._replace(deltagere=("borger", "konsulent")), SCENE._replace(deltagere=("borger", "konsulent")), True),
        (SCENE, SCENE._replace(alone=frozenset({"borger"})), False),
    ],
)
def test_an_earlier_answer_is_shown_when_all_may_see_it_by_then_and_now(
    earlier: Scene, now: Scene, shown: bool
) -> None:
    point = agenda("opfolgning").punkt("hvordan_gar_det")
    assert point is not None
    words = point.felt("borger_tekst")
    assert words is not None

    assert may_show_earlier(point, words, now, earlier) is shown


def test_an_earlier_hensyn_is_judged_by_the_clearances_of_now() -> None:
    point = agenda("opfolgning").punkt("hensyn")
    assert point is not None
    works = point.felt("virker")
    assert works is not None
    now_withdrawn = SCENE._replace(clearances=())

    assert may_show_earlier(point, works, SCENE, now_withdrawn, {"nr": 1})
    assert not may_show_earlier(point, works, now_withdrawn, SCENE, {"nr": 1})


def test_a_choice_of_the_table_is_not_changed_by_its_texts() -> None:
    asked = felt("trin", "valg", choices=(Choice("ny", "virksomhed"),))

    assert told(SCENE, punkt("opgaver", "liste", asked, writes=("opgaver",)), asked) == "BVMSJ"
