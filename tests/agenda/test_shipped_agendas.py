"""The agendas that come with the program: whole, in the shapes others rely on, in Danish, given to the right people."""

import re
from datetime import date
from pathlib import Path

import pytest

from vforlob.agenda.answer_file import read_answers
from vforlob.agenda.answer_reading import Ground, Known
from vforlob.agenda.library import USUAL_ORDER, shipped_folder
from vforlob.agenda.loader import load_agenda
from vforlob.agenda.walk import Scope, count
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.rules.gate import Scene, recipients_of

EXAMPLES = Path(__file__).parents[1] / "eksempler"
PATHS = sorted(Path(shipped_folder()).glob("*.toml"))
EVERY = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)

AFTALER_ROWS = "hvad:kort hvem:flervalg hvem_andre:kort frist:dato modtagere:flervalg"
NEXT = " +naeste_kontakt:dato +naeste_kl:klokkeslaet +naeste_form:valg"
SKEMA_ROWS = "tema:valg borger:skala virksomhed:skala konsulent:skala tekst:tekst"
OWN_WORDS = "borger_tekst:tekst virksomhed_tekst:tekst"
# Number, id, type, and the felter in order; "+" stands beside the rows of a liste.
SHAPES = {
    "formode": [
        ("1", "indsats", "tekst", ""),
        ("2", "bidrag", "tekst", ""),
        ("3", "erfaringer", "liste", "sted:kort varighed:kort virkede:tekst svaert:tekst slutning:kort"),
        ("4", "ressourcer", "gruppe", "erhvervserfaring:tekst skolegang:tekst interesser:tekst andet:tekst"),
        ("5", "onsker", "tekst", ""),
        (
            "6",
            "hensyn",
            "liste",
            "hensyn:kort behov:kort losning:kort hvem:flervalg sporg_forst:flervalg aftalt:dato hvorfor:kort"
            " betydning:janej +stotte:flervalg +stotte_tekst:tekst",
        ),
        ("7", "timetal", "gruppe", "start:tal slut:tal hvornar:dato"),
        ("8", "egen_indsats", "gruppe", "valg:flervalg tekst:tekst"),
        ("9", "geografi", "gruppe", "sted:kort transport:valg minutter:tal"),
        ("10", "onskeliste", "liste", "onske:kort branche:kort"),
        ("11", "koordinering", "liste", "indsats:kort hvornar:kort hvem:kort"),
        ("12", "aftaler", "liste", AFTALER_ROWS + NEXT),
    ],
    "startmode": [
        ("1", "hensigt", "gruppe", "art:valg tekst:tekst"),
        ("2", "cv", "gruppe", "gennemgaet:janej brugbart:tekst"),
        ("3", "timetal", "gruppe", "timer:tal dage:flervalg"),
        ("4", "hensyn", "liste", "nr:tal hvem:flervalg sporg_forst:flervalg aftalt:dato"),
        (
            "5",
            "fremmode",
            "gruppe",
            "modetid:klokkeslaet sygemelding_til:kort telefon:kort inden_kl:klokkeslaet ogsa_kommunen:janej",
        ),
        ("6", "lonkroner", "gruppe", "svar:valg opgaver:tekst fra_uge:tal"),
        ("7", "vitas", "valg", ""),
        ("8", "arbejdstoj", "gruppe", "hvem:valg tekst:kort"),
        (
            "9",
            "opstart",
            "gruppe",
            "dato:dato kl:klokkeslaet sted:kort modtages_af:kort mentor:kort rejse:kort ud_ad_doren:klokkeslaet",
        ),
        (
            "10",
            "opfolgning",
            "gruppe",
            "dato:dato form:valg kl:klokkeslaet fast_tid:kort kontakt_kommune:kort stedfortraeder:kort svar:valg",
        ),
        ("A", "forventning", "gruppe", "borger:valg virksomhed:valg"),
        ("B", "aftaler", "liste", AFTALER_ROWS),
        ("C", "det_selvfolgelige", "gruppe", "til_tiden:kort mobil:kort fremtoning:kort sygemelding:kort"),
        ("D", "klaedt_pa", "flervalg", ""),
    ],
    "opfolgning": [
        (
            "1",
            "hvordan_gar_det",
            "gruppe",
            "alene:flervalg borger:skala borger_tekst:tekst virksomhed:skala virksomhed_tekst:tekst",
        ),
        ("2", "opgaver", "liste", "opgave:kort trin:valg timetype:valg"),
        ("3", "selvstaendigt", "gruppe", "opgaver:flervalg tekst:tekst"),
        (
            "4",
            "fremmode",
            "gruppe",
            "aftalt:tal modt:tal syg:tal fri:tal udeblevet:tal uafklaret:tal for_sent:tal",
        ),
        ("5", "socialt", "gruppe", "borger_tekst:tekst virksomhed_tekst:tekst tegn:flervalg"),
        ("6", "hensyn", "liste", "nr:tal virker:valg"),
        ("7", "lonkroner", "gruppe", "trin:valg timer:tal opgaver:tekst tekst:tekst"),
        ("8", "timetal", "gruppe", "praktik:tal lontilskud:tal ordinaer:tal"),
        ("9", "forlaengelse", "gruppe", "borger:valg virksomhed:valg slut:dato begrundelse:tekst"),
        ("A", "skema", "liste", SKEMA_ROWS),
        ("B", "svaere_emner", "gruppe", "emner:flervalg tekst:tekst hjaelp:tekst"),
        ("C", "lille_skridt", "kort", ""),
        ("10", "aftaler", "liste", AFTALER_ROWS + NEXT),
    ],
    "midtvejs": [
        ("1", "hensigt_effekt", "gruppe", "alene:flervalg effekt:tekst passer:valg tekst:tekst"),
        ("2", "skema", "liste", SKEMA_ROWS),
        ("3", "det_gode", "gruppe", OWN_WORDS),
        ("4", "ret_til", "gruppe", "hvad:flervalg tekst:tekst"),
        (
            "5",
            "delmal",
            "liste",
            "nr:tal status:valg tekst:tekst specifikt:kort malbart:kort attraktivt:kort realistisk:kort frist:dato"
            " art:valg delt:janej",
        ),
        ("6", "timetal", "gruppe", "praktik:tal lontilskud:tal ordinaer:tal"),
        ("7", "aftaler", "liste", AFTALER_ROWS + NEXT),
    ],
    "afslutning": [
        ("1", "samtale_med_virksomhed", "gruppe", "holdt:janej form:valg forsog:tal"),
        ("2", "gik_godt", "gruppe", OWN_WORDS),
        ("3", "gik_skidt", "gruppe", OWN_WORDS),
        ("4", "igen", "gruppe", "svar:valg hvornar:kort type:kort"),
        (
            "5",
            "udfald",
            "gruppe",
            "kode:valg dato:dato hvem:valg arsag:tekst kender_virksomheden_arsag:valg klogere:tekst rammer:tekst"
            " opgaver_til:tekst opgaver_fra:tekst",
        ),
        ("6", "laering", "gruppe", "virkede:tekst anderledes:tekst match:tekst maerker:kort"),
        ("7", "naeste_skridt", "gruppe", "hvad:kort hvem:flervalg frist:dato"),
        ("8", "aftaler", "liste", AFTALER_ROWS),
    ],
    "eftervaern": [
        ("1", "trivsel", "gruppe", "borger:skala borger_tekst:tekst"),
        ("2", "timetal", "gruppe", "ordinaer:tal lontilskud:tal praktik:tal"),
        ("3", "hensyn", "liste", "nr:tal virker:valg"),
        ("4", "pa_vej", "tekst", ""),
        ("5", "hvem_ringer", "kort", ""),
        ("6", "ma_kontakte_arbejdsgiver", "janej", ""),
        ("7", "aftaler", "liste", AFTALER_ROWS + NEXT),
    ],
    "opkald": [
        ("1", "hvad_sker", "gruppe", "virksomhed_tekst:tekst hvornar:kort gar_godt:tekst"),
        ("2", "hvad_har_du_gjort", "tekst", ""),
        ("3", "krav", "gruppe", "virksomhed_tekst:tekst sagt:valg borgers_krav:tekst"),
        ("4", "hvem_taler", "gruppe", "hvad:kort hvem:flervalg frist:dato"),
        ("5", "aftaler", "liste", AFTALER_ROWS + NEXT),
    ],
}
ROLES, FORMS = "leder mentor kolleger vitas", "besog telefon video kommunen"
THEMES = "fremmode ansvarlighed samarbejdsevne opgaver initiativ trivsel"
WHO = "borger konsulent sagsbehandler virksomhed mentor andre"
CHOICES = {
    ("formode", "hensyn", "hvem"): ROLES,
    ("formode", "hensyn", "sporg_forst"): ROLES,
    ("formode", "hensyn", "stotte"): "mentor hjaelpemidler transport tolk andet",
    ("formode", "egen_indsats", "valg"): (
        "ringer_selv tager_med_ud sporger_netvaerk finder_tre_steder konsulent_ringer"
    ),
    ("formode", "geografi", "transport"): "gang cykel bus bil andet",
    ("formode", "aftaler", "hvem"): WHO,
    ("formode", "aftaler", "naeste_form"): FORMS,
    ("startmode", "hensigt", "art"): "afklaring optraening ansaettelse",
    ("startmode", "timetal", "dage"): "man tir ons tor fre lor son",
    ("startmode", "hensyn", "hvem"): ROLES,
    ("startmode", "hensyn", "sporg_forst"): ROLES,
    ("startmode", "lonkroner", "svar"): "ja maske nej",
    ("startmode", "vitas", "svar"): (
        "ikke_oprettet oprettet underskrevet_arbejdsgiver underskrevet_medarbejderrepraesentant sendt bevilget afslag"
    ),
    ("startmode", "arbejdstoj", "hvem"): "ingen virksomhed borger kommunen",
    ("startmode", "opfolgning", "form"): FORMS,
    ("startmode", "opfolgning", "svar"): "ingen_aftale",
    ("startmode", "forventning", "borger"): "ja delvist nej",
    ("startmode", "forventning", "virksomhed"): "ja delvist nej",
    ("startmode", "aftaler", "hvem"): WHO,
    ("opfolgning", "hvordan_gar_det", "alene"): "borger virksomhed",
    ("opfolgning", "opgaver", "trin"): "ny oplaeres med_hjaelp selvstaendigt",
    ("opfolgning", "opgaver", "timetype"): "praktik lontilskud ordinaer",
    ("opfolgning", "socialt", "tegn"): "har_en_at_ga_til med_i_pauser bedst_alene",
    ("opfolgning", "hensyn", "virker"): "ja delvist nej ikke_laengere",
    ("opfolgning", "lonkroner", "trin"): "ikke_italesat italesat forhandles aftalt i_gang afvist",
    ("opfolgning", "forlaengelse", "borger"): "ja nej ved_ikke",
    ("opfolgning", "forlaengelse", "virksomhed"): "ja nej ved_ikke",
    ("opfolgning", "aftaler", "hvem"): WHO,
    ("opfolgning", "aftaler", "naeste_form"): FORMS,
    ("midtvejs", "skema", "tema"): THEMES,
    ("opfolgning", "skema", "tema"): THEMES,
    ("midtvejs", "hensigt_effekt", "alene"): "borger virksomhed",
    ("midtvejs", "hensigt_effekt", "passer"): "ja delvist nej",
    ("midtvejs", "delmal", "status"): "aben naet delvist justeret bortfaldet",
    ("midtvejs", "delmal", "art"): "jobmal kompetencemal udviklingsmal",
    ("midtvejs", "aftaler", "naeste_form"): FORMS,
    ("afslutning", "samtale_med_virksomhed", "form"): FORMS,
    ("afslutning", "igen", "svar"): "ja maske nej",
    ("afslutning", "udfald", "kode"): (
        "gennemfort job lontimer uddannelse stoppet_afklaret stoppet_sygdom afbrudt_borger afbrudt_virksomhed"
        " afbrudt_kommune aldrig_startet udeblevet"
    ),
    ("afslutning", "udfald", "hvem"): "borger virksomhed kommune andre",
    ("afslutning", "udfald", "kender_virksomheden_arsag"): "ja delvist nej",
    ("afslutning", "naeste_skridt", "hvem"): WHO,
    ("eftervaern", "hensyn", "virker"): "ja delvist nej ikke_laengere",
    ("opkald", "krav", "sagt"): "ja delvist nej",
    ("opkald", "hvem_taler", "hvem"): WHO,
    ("startmode", "klaedt_pa", "svar"): "kender_mal tager_imod progression forventninger kan_beskrive",
}
WRITES = {
    "formode": (
        "ressourcer:borger.ressourcer hensyn:hensyn timetal:timer geografi:borger.geografi onskeliste:onsker"
        " koordinering:koordinering aftaler:aftaler,plan"
    ),
    "startmode": (
        "hensigt:forlob.hensigt cv:borger.cv timetal:timer,forlob.dage hensyn:hensyn lonkroner:lonkroner"
        " vitas:forlob.vitas opstart:forlob.start,forlob.kontakt opfolgning:plan,forlob.kontakt aftaler:aftaler"
    ),
    "opfolgning": (
        "opgaver:opgaver selvstaendigt:opgaver fremmode:fremmode hensyn:hensyn lonkroner:lonkroner timetal:timer"
        " forlaengelse:forlob.slut aftaler:aftaler,plan"
    ),
    "midtvejs": "delmal:delmal timetal:timer aftaler:aftaler,plan",
    "afslutning": "igen:virksomhed udfald:udfald laering:laering naeste_skridt:aftaler aftaler:aftaler",
    "eftervaern": "timetal:timer hensyn:hensyn aftaler:aftaler,plan",
    "opkald": "hvem_taler:aftaler aftaler:aftaler,plan",
}
# Cabi's own words, shortened and in their order; the tillæg are ours.
WORDING = {
    "formode": [
        "Formålet med den jobrettede indsats",
        "Hvad forløbet kan bidrage til",
        "Borgers tidligere erfaringer i virksomhedsforløb",
        "Erhvervserfaring, skolegang og interesser samt andre ressourcer",
        "Borgerens ønsker til virksomhedsforløb",
        "Eventuelle skånehensyn og brug for støtte",
        "Timetal og progression i timetal",
        "Borgerens aktive deltagelse i at finde et relevant virksomhedsforløb",
        "Ønsker til geografisk placering af arbejdsplads",
        "Liste med fem ønsker til virksomhedsforløb",
        "Indsatser, der skal koordineres",
        "Hvad er aftalt, og hvem gør hvad",
    ],
    "startmode": [
        "Formålet med virksomhedsforløbet",
        "Gennemgang af CV",
        "Ugentligt timetal",
        "Skånehensyn",
        "Forventninger til fremmøde",
        "Lønkroner",
        "Vitas",
        "Evt. arbejdstøj",
        "Opstartsdato",
        "Aftale om opfølgning",
        "Er I enige om opgaver, timer og mødetid?",
        "Hvad er aftalt, og hvem gør hvad",
        "Det selvfølgelige",
        "Virksomheden er klædt på",
    ],
    "opfolgning": [
        "Hvordan går det?",
        "Hvilke arbejdsopgaver deltager borgeren i?",
        "Er der arbejdsopgaver, der udføres selvstændigt?",
        "Fremmøde",
        "Hvordan fungerer borgeren socialt på arbejdspladsen?",
        "Fungerer skånehensynene?",
        "Mulighed for lønkroner",
        "Evt. opnormering af timetallet",
        "Evt. forlængelse",
        "Sådan går det, tema for tema",
        "Svære emner",
        "Hvad er det næste lille skridt?",
        "Aftaler til næste gang",
    ],
}


def agenda_in(path: Path) -> Agenda:
    return load_agenda(path.name, path.read_bytes())


def shipped(agenda_id: str) -> Agenda:
    return agenda_in(Path(shipped_folder(), f"{agenda_id}.toml"))


def shape(punkt: Punkt) -> tuple[str, str, str, str]:
    felter = [] if punkt.is_scalar else [f"{'+' * felt.outside_rows}{felt.id}:{felt.kind}" for felt in punkt.felter]
    return punkt.number, punkt.id, punkt.kind, " ".join(felter)


@pytest.mark.parametrize("agenda_id", SHAPES)
def test_every_point_stands_in_its_order_with_the_felter_that_others_rely_on(agenda_id: str) -> None:
    assert [shape(punkt) for punkt in shipped(agenda_id).punkter] == SHAPES[agenda_id]


@pytest.mark.parametrize("agenda_id", WORDING)
def test_the_points_have_the_words_of_their_source(agenda_id: str) -> None:
    assert [punkt.text for punkt in shipped(agenda_id).punkter] == WORDING[agenda_id]


@pytest.mark.parametrize("place", CHOICES, ids=".".join)
def test_the_choices_have_the_ids_that_stand_in_answers(place: tuple[str, str, str]) -> None:
    agenda_id, punkt_id, felt_id = place
    punkt = shipped(agenda_id).punkt(punkt_id)
    felt = punkt.felt(felt_id) if punkt else None

    assert felt is not None
    assert " ".join(choice.id for choice in felt.choices) == CHOICES[place]


@pytest.mark.parametrize("agenda_id", WRITES)
def test_a_finished_samtale_writes_what_its_agenda_says(agenda_id: str) -> None:
    written = [f"{punkt.id}:{','.join(punkt.writes)}" for punkt in shipped(agenda_id).punkter if punkt.writes]

    assert " ".join(written) == WRITES[agenda_id]


def test_what_a_forlob_of_its_own_kind_asks_is_asked_there_alone() -> None:
    punkt = shipped("opfolgning").punkt("opgaver")
    timetype = punkt.felt("timetype") if punkt else None

    assert timetype is not None
    assert timetype.condition == "forlob.art = kombination"


def test_the_wishes_are_five() -> None:
    punkt = shipped("formode").punkt("onskeliste")

    assert punkt is not None
    assert (punkt.min, punkt.max) == (5, 5)


EXAMPLE_POINTS = {
    "formode": 12,
    "startmode": 12,
    "opfolgning": 10,
    "midtvejs": 7,
    "afslutning": 8,
    "eftervaern": 7,
    "opkald": 5,
}


@pytest.mark.parametrize(("agenda_id", "points"), EXAMPLE_POINTS.items())
def test_the_examples_read_against_them_and_answer_every_point(agenda_id: str, points: int) -> None:
    agenda = shipped(agenda_id)
    known = Known(aftaler=(1, 2, 3), delmal=(1,), hensyn=(1, 2))
    ground = Ground(agenda, date(2026, 11, 20), agenda.deltagere, known, forlob_art="virksomhedspraktik")

    read = read_answers(Path(EXAMPLES, f"{agenda_id}.toml").read_bytes(), ground)
    given = {key: value for key, value in read.answers.items() if value is not None}

    assert count(agenda, given, Scope()) == (points, points)
    assert read.unused == ()


# --- every shipped agenda


def texts_of(agenda: Agenda) -> list[str]:
    texts = [agenda.title]
    for punkt in agenda.punkter:
        texts += [punkt.text, punkt.help, punkt.why, punkt.section]
        for felt in punkt.felter:
            texts += [felt.text, felt.help, felt.unit, *felt.anchors, *(choice.text for choice in felt.choices)]
    return [text for text in texts if text]


@EVERY
def test_a_file_is_named_by_its_id(path: Path) -> None:
    assert agenda_in(path).id == path.stem
    assert path.stem in USUAL_ORDER


@EVERY
def test_every_point_says_what_is_asked_and_why(path: Path) -> None:
    points = agenda_in(path).punkter

    assert [punkt.id for punkt in points if not punkt.help or not punkt.why] == []


@EVERY
def test_every_file_names_its_source(path: Path) -> None:
    assert re.match(r"Cabi|[Aa]fledt af ", agenda_in(path).source)


@EVERY
def test_help_is_two_lines_never_a_lecture(path: Path) -> None:
    texts = [text for punkt in agenda_in(path).punkter for text in (punkt.help, punkt.why)]

    assert [text for text in texts if len(text.splitlines()) > 2 or max(map(len, text.splitlines())) > 120] == []


@EVERY
def test_labels_fit_a_narrow_screen(path: Path) -> None:
    labels = [felt.text for punkt in agenda_in(path).punkter if not punkt.is_scalar for felt in punkt.felter]

    assert [label for label in labels if len(label) > 60] == []


@EVERY
def test_the_words_are_plain(path: Path) -> None:
    wrong = r"!|\bjeg\b|\bklient|\bjobcenter(et)?\b|\brisiko|\bsucces|\bfejl\b|\"|  |\b(the|and|or|please)\b"
    found = [text for text in texts_of(agenda_in(path)) if re.search(wrong, text)]

    assert found == []


@EVERY
def test_sentences_end_as_sentences_do(path: Path) -> None:
    texts = [text for punkt in agenda_in(path).punkter for text in (punkt.help, punkt.why) if text]
    texts += [felt.help for punkt in agenda_in(path).punkter for felt in punkt.felter if felt.help]

    assert [text for text in texts if text[-1] not in ".?«" or text[0].islower()] == []


@EVERY
def test_every_step_of_a_scale_has_a_text(path: Path) -> None:
    scales = [felt for punkt in agenda_in(path).punkter for felt in punkt.felter if felt.kind == "skala"]

    assert [felt.id for felt in scales if len(set(felt.anchors)) != int((felt.max or 0) - (felt.min or 0)) + 1] == []


# DAMVAD, kap. 7.3, figur 7.15 to 7.18: each figure with a word of what it is about.
FIGURES = {
    "92": "opfølgning",
    "88": "tilbagemeldinger",
    "89": "individuelt",
    "82": "delmål|kontaktperson",
    "77": "opfølgning",
    "75": "tværfaglige",
    "71": "match",
    "67": "efterværn",
    "64": "planlægningen",
    "51": "håndholdt",
}


@EVERY
def test_every_figure_is_one_of_the_source_and_names_it(path: Path) -> None:
    for punkt in agenda_in(path).punkter:
        for line in punkt.why.splitlines():
            for figure in re.findall(r"(\d+) %", line):
                assert re.search(FIGURES[figure], line)
                assert "af de adspurgte i jobcentrene" in line
                assert "(DAMVAD, kap. 7.3)" in line


# --- who can ever be given what: the matrix, read from the contract and not from our files

B, V, M = "borger", "virksomhed", "mentor"
ALL, NOT_MENTOR, ONLY_B, ONLY_V, CASE = {B, V, M}, {B, V}, {B}, {V}, set()
SKEMA = {"skema.borger": ONLY_B, "skema.virksomhed": ONLY_V, "skema.tema": NOT_MENTOR, "skema.*": CASE}
MATRIX: dict[str, dict[str, set[str]]] = {
    "formode": {"hensyn.*": ONLY_B, "aftaler.modtagere": CASE, "aftaler.naeste_*": ALL, "aftaler.*": ALL, "*": ONLY_B},
    "startmode": {
        "hensyn.*": ONLY_B,
        "aftaler.modtagere": CASE,
        "aftaler.*": ALL,
        "lonkroner.*": NOT_MENTOR,
        "vitas.*": NOT_MENTOR,
        "arbejdstoj.*": NOT_MENTOR,
        "forventning.*": NOT_MENTOR,
        "opstart.rejse": ONLY_B,
        "opstart.ud_ad_doren": ONLY_B,
        "det_selvfolgelige.*": NOT_MENTOR,
        "klaedt_pa.*": NOT_MENTOR,
        "*": ALL,
    },
    "opfolgning": {
        "hvordan_gar_det.alene": CASE,
        "hvordan_gar_det.borger": ONLY_B,
        "hvordan_gar_det.virksomhed": ONLY_V,
        "hvordan_gar_det.*": NOT_MENTOR,
        "fremmode.aftalt": NOT_MENTOR,
        "fremmode.modt": NOT_MENTOR,
        "fremmode.*": ONLY_B,
        "socialt.*": NOT_MENTOR,
        "hensyn.virker": ALL,
        "hensyn.nr": ONLY_B,
        "lonkroner.*": NOT_MENTOR,
        "forlaengelse.begrundelse": ONLY_B,
        "forlaengelse.*": NOT_MENTOR,
        **SKEMA,
        "svaere_emner.*": CASE,
        "lille_skridt.*": NOT_MENTOR,
        "aftaler.modtagere": CASE,
        "*": ALL,
    },
    "midtvejs": {
        "hensigt_effekt.alene": CASE,
        "hensigt_effekt.*": NOT_MENTOR,
        **SKEMA,
        "det_gode.*": NOT_MENTOR,
        "ret_til.*": NOT_MENTOR,
        "delmal.delt": ONLY_B,
        "aftaler.modtagere": CASE,
        "*": ALL,
    },
    "afslutning": {
        "samtale_med_virksomhed.*": CASE,
        "gik_*": NOT_MENTOR,
        "igen.*": ONLY_V,
        "udfald.kender_virksomheden_arsag": CASE,
        "udfald.*": ONLY_B,
        "laering.*": CASE,
        "naeste_skridt.*": ONLY_B,
        "aftaler.modtagere": CASE,
        "aftaler.*": ALL,
    },
    "eftervaern": {"aftaler.modtagere": CASE, "aftaler.naeste_*": ONLY_B, "aftaler.*": ALL, "*": ONLY_B},
    "opkald": {"aftaler.modtagere": CASE, "aftaler.*": ALL, "*": ONLY_V},
}
PLACES = [
    (agenda_id, punkt.id, felt.id)
    for agenda_id in MATRIX
    for punkt in shipped(agenda_id).punkter
    for felt in punkt.felter
]
# Everybody is there, one hensyn is cleared for all, and the aftale is everybody's.
AT_THE_TABLE = Scene(
    has_forlob=True,
    deltagere=("borger", "leder", "mentor", "konsulent"),
    clearances=(Clearance(1, 1, 1, "leder", "ma"), Clearance(2, 1, 1, "mentor", "ma")),
    hensyn=(Hensyn(1, 1),),
)
ROW = {"nr": 1, "hvem": ("borger", "virksomhed", "mentor"), "delt": "ja"}


def wanted(agenda_id: str, name: str) -> set[str]:
    patterns = MATRIX[agenda_id]
    fits = (it for it in patterns if re.fullmatch(it.replace(".", r"\.").replace("*", ".*"), name))
    return patterns[next(fits)]


@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_every_felt_goes_to_those_the_matrix_names(place: tuple[str, str, str]) -> None:
    agenda_id, punkt_id, felt_id = place
    punkt, felt = felt_at(agenda_id, punkt_id, felt_id)
    row = {} if (agenda_id, punkt_id) == ("formode", "hensyn") else ROW

    given = recipients_of(punkt, felt, AT_THE_TABLE, row)

    assert given - {"sagsbehandler", "journal"} == wanted(agenda_id, f"{punkt_id}.{felt_id}")
    assert {"sagsbehandler", "journal"} <= given


@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_a_file_never_states_more_than_the_matrix(place: tuple[str, str, str]) -> None:
    """So that the files themselves are safe to copy from, whatever the gate makes of them."""
    agenda_id, punkt_id, felt_id = place
    _, felt = felt_at(agenda_id, punkt_id, felt_id)
    stated = set(felt.modtagere or ()) - {"sagsbehandler", "journal"}

    assert stated <= wanted(agenda_id, f"{punkt_id}.{felt_id}")


def felt_at(agenda_id: str, punkt_id: str, felt_id: str) -> tuple[Punkt, Felt]:
    punkt = shipped(agenda_id).punkt(punkt_id)
    felt = punkt.felt(felt_id) if punkt else None
    assert punkt is not None
    assert felt is not None
    return punkt, felt
