"""Exactly what the matrix clears comes out: a canary in every felt, row and note, every recipient, format, screen."""

from typing import Any, NamedTuple, get_type_hints

import pytest
from canaries import FILES, FORMATS, SETTINGS, Canary, Sown, document, document_of, sow

import scenes
from matrix import LETTERS, TABLES, agenda, rows_of
from vforlob.actions.make_referat import make_referat
from vforlob.errors.render import NoTextBeforeForlob
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import RECIPIENTS, Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, Key, Value, row_values
from vforlob.model.case import Case, Held
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fremmode, Kontakt, Taet
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.referat import Linje
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.render.plain import as_data
from vforlob.rules.gate import Scene, page_of
from vforlob.rules.gate_tables import CASE_ONLY, EMPLOYER_ONLY_BY_YES, OUTSIDE

EVERYONE = "".join(LETTERS)

# 1 is cleared for both, 2 for the leder, 3 for the mentor, 4 for nobody, 5 was cleared and is withdrawn.
HENSYN = tuple(
    Hensyn(nr, 7, f"RAA{nr}HENSYN", f"RAA{nr}BEHOV", f"RAA{nr}LOSNING", hvorfor=f"RAA{nr}HVORFOR", status="aktiv")
    for nr in range(1, 6)
)
CLEARANCES = (
    Clearance(1, 1, 12, "leder", "ma"),
    Clearance(2, 1, 12, "mentor", "ma"),
    Clearance(3, 2, 12, "leder", "ma"),
    Clearance(4, 3, 12, "mentor", "ma"),
    Clearance(5, 4, 12, "leder", "sporg"),
    Clearance(6, 4, 12, "mentor", "ma_ikke"),
    Clearance(7, 5, 12, "leder", "ma", trukket="2026-11-19"),
    Clearance(8, 5, 12, "mentor", "ma", trukket="2026-11-19"),
)
KNOWN_TO = {1: "VM", 2: "V", 3: "M", 4: "", 5: ""}

# Rows of aftaler, with who each goes to when borger and leder are at the table.
AFTALER: list[dict[str, Value]] = [
    {},
    {"modtagere": ("borger",)},
    {"modtagere": ("mentor",)},
    {"modtagere": ("virksomhed",)},
]
AFTALER_TO = ["BVSJ", "BSJ", "MSJ", "VSJ"]

# A delmål goes to the workplace only where the borger has said yes, and its number is in no text.
DELMAL = (
    Delmal(1, 7, 12, specifikt="RAA1DELMAL", malbart="RAA1TAELLER", delt="ja"),
    Delmal(2, 7, 12, specifikt="RAA2DELMAL", delt="nej"),
)
DELMAL_ROWS: list[dict[str, Value]] = [{"nr": 1, "delt": "ja"}, {"nr": 2, "delt": "nej"}]

ROWS: dict[str, list[dict[str, Value]]] = {
    "hensyn": [{"nr": nr} for nr in KNOWN_TO],
    "delmal": DELMAL_ROWS,
    "skema": [{}, {}],
    "aftaler": AFTALER,
    "erfaringer": [{}, {}],
    "opgaver": [{}, {}],
}
WORDS_BY = {"borger": "B", "virksomhed": "V"}


class Setting(NamedTuple):
    """How the samtale was held: who was heard alone, and whose hensyn are still cleared."""

    alone: str = ""
    known_to: dict[int, str] = KNOWN_TO
    current: tuple[Clearance, ...] = CLEARANCES
    current_hensyn: tuple[Hensyn, ...] = HENSYN


SETTINGS_OF = {
    "everybody together": Setting(),
    "the borger heard alone": Setting("borger"),
    "the virksomhed heard alone": Setting("virksomhed"),
    "withdrawn here since": Setting(
        known_to={1: "M", 2: "", 3: "M", 4: "", 5: ""},
        current=tuple(one._replace(trukket="2026-12-01") if one.rolle == "leder" else one for one in CLEARANCES),
    ),
    "withdrawn everywhere since": Setting(
        known_to=dict.fromkeys(KNOWN_TO, ""),
        current_hensyn=tuple(one._replace(trukket="2026-12-01", status="trukket") for one in HENSYN),
    ),
    "the clearances are of another forløb": Setting(
        known_to=dict.fromkeys(KNOWN_TO, ""), current=tuple(one._replace(forlob=13) for one in CLEARANCES)
    ),
}


def shipped(name: str, setting: Setting) -> tuple[Sown, Held]:
    """The samtale with a canary everywhere; a formøde has new hensyn, which know no number."""
    rows = dict(ROWS)
    if name == "formode":
        rows["hensyn"] = [{}, {}]
    if name == "eftervaern":
        rows["hensyn"] = [{"nr": nr} for nr in KNOWN_TO]
    if name == "startmode":
        rows["hensyn"] = [{"nr": nr, "hvem": _roles(nr), "sporg_forst": ()} for nr in KNOWN_TO]
    sown = with_yes(sow(agenda(name), rows))
    if setting.alone:
        sown = _with_alone(sown, setting.alone)
    return sown, held(sown, setting, forlob=None if name == "formode" else 12)


def with_yes(sown: Sown) -> Sown:
    """The borger has said that her employer may be contacted: else there is no text at all."""
    key = Key(EMPLOYER_ONLY_BY_YES, "svar")
    if key not in sown.answers:
        return sown
    canaries = tuple(canary for canary in sown.canaries if canary.key != key)
    return sown._replace(answers={**sown.answers, key: "ja"}, canaries=canaries)


def _roles(nr: int) -> tuple[str, ...]:
    return tuple(role for letter, role in (("V", "leder"), ("M", "mentor")) if letter in KNOWN_TO[nr])


def _with_alone(sown: Sown, part: str) -> Sown:
    answers = {key: ((part,) if key.felt == "alene" else value) for key, value in sown.answers.items()}
    return sown._replace(answers=answers, canaries=tuple(c for c in sown.canaries if c.key.felt != "alene"))


def held(sown: Sown, setting: Setting, forlob: int | None = 12) -> Held:
    samtale = Samtale(
        31,
        sown.agenda.id,
        "",
        7,
        forlob,
        "2026-11-20",
        deltagere=("borger", "leder", "konsulent"),
        med=("borger", "virksomhed"),
        status="faerdig",
        udgave=1,
        tillaeg=tuple(punkt.id for punkt in sown.agenda.punkter),
    )
    case = Case(scenes.BORGER, scenes.FORLOB if forlob else None, scenes.VIRKSOMHED if forlob else None, HENSYN)
    case = case._replace(clearances=CLEARANCES if forlob else (), delmal=DELMAL)
    return Held(
        samtale, sown.agenda, sown.answers, case, setting.current, setting.current_hensyn, current_delmal=DELMAL
    )


def expected_for(name: str, sown: Sown, canary: Canary, setting: Setting) -> str:
    """Read off the hand-written table, with what a row or a part said alone takes away."""
    if canary.key.felt == NOTE:
        return "SJ"
    letters = {(punkt, felt): row for punkt, felt, row in rows_of(TABLES[name])}[canary.key.punkt, canary.key.felt]
    if canary.key.punkt == "delmal" and canary.key.raekke == 1 and canary.key.felt != "delt":
        letters = EVERYONE
    if canary.key.punkt == "hensyn" and canary.key.raekke and name != "startmode":
        known = "" if name == "formode" else setting.known_to[canary.key.raekke]
        letters = "".join(one for one in letters if one not in "VM" or one in known)
    if canary.key.punkt == "aftaler" and canary.key.raekke:
        letters = AFTALER_TO[canary.key.raekke - 1]
    if name == "formode":
        letters = letters.replace("V", "").replace("M", "")
    punkt = sown.agenda.punkt(canary.key.punkt)
    felt = punkt.felt(canary.key.felt) if punkt else None
    is_asked = any(key.felt == "alene" for key in sown.answers)
    if felt is not None and is_asked and felt.part and felt.part == setting.alone:
        letters = letters.replace("V" if setting.alone == "borger" else "B", "")
    return letters


def found(text: str, canaries: tuple[Canary, ...]) -> set[str]:
    """Without regard to case: a date that opens a line has a capital."""
    text = text.casefold()
    return {str(canary.key) for canary in canaries if canary.mark.casefold() in text}


# Some texts are short because they should be.
FEWEST = {
    ("afslutning", "V"): 10,
    ("afslutning", "M"): 3,
    ("eftervaern", "V"): 8,
    ("eftervaern", "M"): 4,
    ("opkald", "B"): 10,
    ("opkald", "M"): 7,
    ("midtvejs", "M"): 12,
}
CASES = [
    (name, recipient, setting)
    for name in TABLES
    for recipient in RECIPIENTS
    for setting in SETTINGS_OF
    if not (name == "formode" and recipient in ("virksomhed", "mentor"))
]


@pytest.mark.parametrize(("name", "recipient", "setting_name"), CASES)
def test_exactly_what_the_matrix_clears_comes_out(name: str, recipient: str, setting_name: str) -> None:
    setting = SETTINGS_OF[setting_name]
    sown, samtale = shipped(name, setting)
    letter = next(one for one, who in LETTERS.items() if who == recipient)
    wanted = {str(c.key) for c in sown.canaries if letter in expected_for(name, sown, c, setting)}

    documents = {format_name: document(samtale, recipient, format_name) for format_name in FORMATS}

    assert len(wanted) >= FEWEST.get((name, letter), 15)
    for format_name, text in documents.items():
        assert found(text, sown.canaries) == wanted, format_name


@pytest.mark.safety
@pytest.mark.parametrize(("name", "recipient", "setting_name"), CASES)
def test_exactly_that_stands_in_the_files_too(name: str, recipient: str, setting_name: str) -> None:
    setting = SETTINGS_OF[setting_name]
    sown, samtale = shipped(name, setting)
    letter = next(one for one, who in LETTERS.items() if who == recipient)
    wanted = {str(c.key) for c in sown.canaries if letter in expected_for(name, sown, c, setting)}

    for format_name in FILES:
        assert found(document(samtale, recipient, format_name), sown.canaries) == wanted, format_name


@pytest.mark.parametrize(("name", "recipient", "setting_name"), CASES)
def test_of_a_known_hensyn_only_the_cleared_losning_comes_out(name: str, recipient: str, setting_name: str) -> None:
    setting = SETTINGS_OF[setting_name]
    _, samtale = shipped(name, setting)
    letter = next(one for one, who in LETTERS.items() if who == recipient)

    texts = [document(samtale, recipient, format_name) for format_name in FORMATS]

    has_hensyn = name in {"startmode", "opfolgning"}
    for text in texts if letter in "VM" and has_hensyn else ():
        assert {nr for nr in KNOWN_TO if f"RAA{nr}LOSNING" in text} == {
            nr for nr, known in setting.known_to.items() if letter in known
        }
        assert not any(f"RAA{nr}{felt}" in text for nr in KNOWN_TO for felt in ("HENSYN", "BEHOV", "HVORFOR"))


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
def test_a_samtale_before_there_is_a_forlob_has_no_text_for_the_workplace(recipient: str) -> None:
    _, samtale = shipped("formode", Setting())

    with pytest.raises(NoTextBeforeForlob):
        make_referat(samtale, recipient, SETTINGS)


@pytest.mark.parametrize("recipient", ["borger", "virksomhed", "mentor"])
@pytest.mark.parametrize("format_name", FORMATS + FILES)
def test_no_text_outside_the_case_names_the_borger(recipient: str, format_name: str) -> None:
    sown, samtale = shipped("opfolgning", Setting())
    typed = {
        key: ("Æ-7 og æ-7 klarer det" if value == "KANARIE0001Q" else value) for key, value in sown.answers.items()
    }
    note = {key: "Æ-7 klarer det, men ikke Æ-77" for key in typed if key.felt == "tekst"}
    samtale = samtale._replace(answers={**typed, **note})

    text = document(samtale, recipient, format_name)

    assert "Æ-7 " not in text
    assert "Mette" not in text
    assert "87 65 43 21" not in text
    assert "Kontanthjælp" not in text
    assert "Æ-77" in text


# --- an agenda that somebody made: every kind, every way to state who it is for ---

KINDS = ("tekst", "kort", "janej", "valg", "flervalg", "tal", "dato", "klokkeslaet", "skala")
STATED: tuple[tuple[str, ...] | None, ...] = (
    None,
    (),
    ("borger",),
    ("virksomhed",),
    ("mentor",),
    ("virksomhed", "mentor"),
    RECIPIENTS,
)
BLOCKED = ("indsats", "syg", "for_sent", "diagnose")
PARTS = {"": "", "borger": "BVSJ", "virksomhed": "BVSJ"}


def own_agenda() -> Agenda:
    """Kinds times recipients, scalar, in a gruppe and in a liste; parts, scores, what is asked alone, blocked ids."""
    points: list[Punkt] = []
    for number, stated in enumerate(STATED):
        for kind in KINDS:
            felt = Felt("svar", "Spørgsmål", kind, modtagere=stated)
            points.append(Punkt(f"p{number}{kind}", "Punkt", kind, "1", modtagere=stated, felter=(felt,)))
        felter = tuple(Felt(f"f{kind}", f"Felt {kind}", kind) for kind in KINDS)
        asked = tuple(Felt(f"s{kind}", "Ord", kind, part="borger") for kind in KINDS)
        alone = Felt("for_mig", "Alene", "tekst", alone=True, modtagere=RECIPIENTS)
        blocked = tuple(Felt(felt_id, "Spærret", "tekst", modtagere=RECIPIENTS) for felt_id in BLOCKED)
        points.append(Punkt(f"g{number}", "Gruppe", "gruppe", "1", modtagere=stated, felter=(*felter, *asked, alone)))
        beside = Felt("beside", "Ved siden af", "kort", outside_rows=True)
        points.append(
            Punkt(f"l{number}", "Liste", "liste", "1", modtagere=stated, felter=(*felter, *blocked, alone, beside))
        )
    return Agenda("egen", "Min egen", "1", "mig", "forlob", (), tuple(points), "sha")


def expected_in_own(canary: Canary, own: Agenda) -> str:
    """The rule of the contract in a few lines: what the file says, less what is the code's."""
    if canary.key.felt in (NOTE, "for_mig"):
        return "SJ"
    punkt = own.punkt(canary.key.punkt)
    assert punkt is not None
    stated = punkt.modtagere
    said = "BSJ" if stated is None else "".join(one for one, who in LETTERS.items() if who in stated or one in "SJ")
    if canary.key.felt == "sskala":
        return "".join(one for one in "BSJ" if one in said or stated is None)
    if canary.key.felt.startswith("s") and canary.key.felt[1:] in KINDS:
        return "BVSJ" if stated is None else said.replace("M", "")
    if canary.key.felt in BLOCKED:
        return "BSJ"
    return said


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_users_own_agenda_obeys_all_of_it(recipient: str) -> None:
    own = own_agenda()
    sown = sow(own, {f"l{number}": [{}, {}] for number in range(len(STATED))})
    letter = next(one for one, who in LETTERS.items() if who == recipient)
    wanted = {str(canary.key) for canary in sown.canaries if letter in expected_in_own(canary, own)}

    texts = {format_name: document(held(sown, Setting()), recipient, format_name) for format_name in FORMATS}

    assert len(sown.canaries) > 400
    for format_name, text in texts.items():
        assert found(text, sown.canaries) == wanted, format_name


# --- the shared screen ---

AT_THE_TABLE = [
    ("borger", "konsulent"),
    ("borger", "leder", "konsulent"),
    ("borger", "leder", "mentor", "konsulent"),
    ("borger", "leder", "tillidsrepraesentant", "konsulent"),
    ("borger", "leder", "andre", "tolk", "konsulent"),
    ("borger", "sagsbehandler", "konsulent"),
    ("borger", "leder", "sagsbehandler", "bisidder", "konsulent"),
]
COUNTS_AS = {"borger": "B", "bisidder": "B", "tolk": "B", "sagsbehandler": "S", "konsulent": ""}


@pytest.mark.parametrize("present", AT_THE_TABLE)
@pytest.mark.parametrize("name", TABLES)
def test_the_shared_screen_holds_what_everybody_present_is_cleared_for(name: str, present: tuple[str, ...]) -> None:
    setting = Setting()
    sown, samtale = shipped(name, setting)
    scene = Scene(True, present, frozenset(), CLEARANCES, None, HENSYN)
    there = {COUNTS_AS.get(word, "V") for word in present} - {""}
    other_roles = {"mentor", "tillidsrepraesentant", "andre"}.intersection(present)

    for canary in sown.canaries:
        if canary.key.felt == NOTE or (name == "formode" and "V" in there):
            continue
        punkt = samtale.agenda.punkt(canary.key.punkt)
        assert punkt is not None
        felt = punkt.felt(canary.key.felt)
        assert felt is not None
        if felt.part and {"borger": "B", "virksomhed": "V"}.get(felt.part, "") not in there | {""}:
            continue
        letters = _at_table(name, sown, canary, setting, there)
        wanted = letters != "SJ" and there.issubset(letters)
        if punkt.id == "hensyn" and canary.key.raekke and other_roles:
            wanted = wanted and other_roles == {"mentor"} and "M" in setting.known_to.get(canary.key.raekke, "")
        row = row_values(sown.answers, punkt.id, canary.key.raekke)

        assert (page_of(punkt, felt, scene, row) == "faelles") is wanted, canary.key


def _at_table(name: str, sown: Sown, canary: Canary, setting: Setting, there: set[str]) -> str:
    letters = expected_for(name, sown, canary, setting)
    punkt = sown.agenda.punkt(canary.key.punkt)
    felt = punkt.felt(canary.key.felt) if punkt else None
    is_aftale = canary.key.punkt == "aftaler" and canary.key.raekke == 1 and canary.key.felt != "modtagere"
    if is_aftale:
        return "SJ" + "".join(there | {"B"})
    if felt is not None and felt.part and "V" not in there:
        letters = letters.replace("V", "")
    return letters


# --- that these tests can go red ---


def virksomhed_and_forbidden() -> tuple[Held, tuple[Canary, ...]]:
    sown, samtale = shipped("opfolgning", Setting())
    forbidden = tuple(c for c in sown.canaries if "V" not in expected_for("opfolgning", sown, c, Setting()))
    return samtale, forbidden


@pytest.mark.parametrize("format_name", FORMATS + FILES)
def test_control_a_template_given_the_unfiltered_facts_is_seen(format_name: str) -> None:
    samtale, forbidden = virksomhed_and_forbidden()
    everything = make_referat(samtale, "journal", SETTINGS)._replace(modtager="virksomhed")

    assert found(document_of(everything, format_name), forbidden) == {str(canary.key) for canary in forbidden}


@pytest.mark.parametrize("format_name", FORMATS + FILES)
def test_control_one_extra_field_is_seen(format_name: str) -> None:
    samtale, forbidden = virksomhed_and_forbidden()
    referat = make_referat(samtale, "virksomhed", SETTINGS)
    slipped = referat.afsnit[-1]._replace(linjer=(Linje("", forbidden[0].mark),))

    leaking = referat._replace(afsnit=(*referat.afsnit[:-1], slipped))

    assert found(document_of(referat, format_name), forbidden) == set()
    assert found(document_of(leaking, format_name), forbidden) == {str(forbidden[0].key)}


def test_control_a_lost_section_is_seen() -> None:
    sown, samtale = shipped("opfolgning", Setting())
    whole = make_referat(samtale, "borger", SETTINGS)
    shorter = whole._replace(afsnit=whole.afsnit[1:])

    assert found(document_of(shorter, "txt"), sown.canaries) < found(document_of(whole, "txt"), sown.canaries)


def test_a_template_is_given_nothing_but_what_comes_out() -> None:
    samtale, forbidden = virksomhed_and_forbidden()

    given = str(as_data(make_referat(samtale, "virksomhed", SETTINGS)))

    assert found(given, forbidden) == set()


# --- what stands in the records, in every column there is ---

KINDS_IN_CASE: dict[str, type[Any]] = {
    "opgaver": Opgave,
    "aftaler": Aftale,
    "timer": Timer,
    "lonkroner": Lonkroner,
    "fremmode": Fremmode,
    "onsker": Onske,
    "koordinering": Koordinering,
    "kontakter": Kontakt,
    "taet": Taet,
}
# Ids, days and numbers have no room for a sentence.
NOT_TEXT = {"art", "status", "dato", "fra", "til", "frist", "trin", "timetype", "trin_siden", "oprettet", "afsluttet"}


def marked(record: Any, name: str) -> tuple[Any, list[str]]:
    """The record with a text found nowhere else in every column that can hold one."""
    hints = get_type_hints(type(record))
    columns = [
        column
        for column in record._fields
        if hints[column] in (str, str | None) and column not in NOT_TEXT and not column.endswith("_dato")
    ]
    marks = {column: f"SPOR{name}{column}Q" for column in columns}
    return record._replace(**marks), list(marks.values())


def with_marked_records(whole: Held) -> tuple[Held, list[str]]:
    case = whole.case
    marks: list[str] = []
    columns: dict[str, Any] = {}
    for name, kind in KINDS_IN_CASE.items():
        given = {"forlob": 12} if "forlob" in kind._fields else {}
        record, found = marked(kind(1, 7, **given), name)
        columns[name], marks = (record,), marks + found
    columns["borger"], found = marked(scenes.BORGER, "borger")
    marks += found
    if case.forlob is not None:
        plain = scenes.FORLOB._replace(status="aben", hensigt_art="optraening")
        forlob, found = marked(plain, "forlob")
        columns["forlob"] = forlob._replace(
            status="aben", art=plain.art, start=plain.start, slut=plain.slut, lukket=None, eftervaern=None
        )
        marks += [mark for mark in found if not mark.endswith(("startQ", "slutQ", "lukketQ", "eftervaernQ"))]
        columns["virksomhed"], found = marked(scenes.VIRKSOMHED, "virksomhed")
        marks += found
    return whole._replace(case=case._replace(**columns)), marks


@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize("name", TABLES)
def test_no_column_of_a_record_comes_out_that_nobody_answered_with(name: str, recipient: str) -> None:
    if name == "formode" and recipient in OUTSIDE:
        return
    _, samtale = shipped(name, Setting())
    held_now, marks = with_marked_records(samtale)
    allowed = {"SPORvirksomhednavnQ"}
    if recipient in CASE_ONLY:
        allowed |= {"SPORborgeraliasQ", "SPORforlobhensigtQ"}

    text = "".join(document(held_now, recipient, format_name) for format_name in FORMATS)

    assert len(marks) > 30
    assert {mark for mark in marks if mark in text} <= allowed


@pytest.mark.parametrize(("recipient", "known"), [("borger", {1, 2}), ("virksomhed", {1}), ("mentor", {1})])
def test_a_delmal_is_named_to_those_who_may_know_it(recipient: str, known: set[int]) -> None:
    _, samtale = shipped("midtvejs", Setting())
    answers = {key: value for key, value in samtale.answers.items() if (key.punkt, key.felt) != ("delmal", "specifikt")}

    texts = [document(samtale._replace(answers=answers), recipient, format_name) for format_name in FORMATS]

    for text in texts:
        assert {nr for nr in (1, 2) if f"RAA{nr}DELMAL" in text} == known
        assert "RAA1TAELLER" not in text
