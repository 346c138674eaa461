"""What people call their columns, and what they write in them, is understood."""

import pytest

from vforlob.rules.import_headers import BY_NAME, is_cpr_header, meant_by
from vforlob.rules.import_words import choice_meant, is_nothing, malgruppe_meant, yes_or_no
from vforlob.rules.virksomhed_columns import VIRKSOMHED_COLUMNS

HEADERS = {
    "borger": {
        "alias": ("Alias", "Initialer", "Init.", "Borger-ID", "KODE", "Borgernr"),
        "malgruppe": ("Målgruppe", "MAALGRUPPE", "Ydelse", "Forsørgelsesgrundlag", "Visitationskategori"),
        "henvist": ("Visiteret", "Henvist", "Henvisningsdato", "Modtaget den", "Visiteret d."),
        "cv": ("CV", "CV?", "Har cv", "CV ok"),
        "cv_opdateret": ("CV opdateret", "Dato for CV", "Sidst gennemgået CV"),
        "parathed": ("Parathed", "Jobklar?", "Hvor tæt på job"),
        "sagsbehandler": ("Sagsbehandler", "Rådgiver", "SB"),
        "navn": ("Navn", "Fulde navn", "Fornavn", "Efternavn", "Borger", "Kandidat"),
        "telefon": ("Tlf", "Telefonnr.", "Mobil"),
        "": ("Sagsbehandler-tlf", "Noter", "Start", "Virksomhed", "", "Adresse"),
    },
    "virksomhed": {
        "navn": ("Virksomhed", "Firma", "Arbejdssted", "Firmanavn", "Navn", "Arbejdsgiver", "Virksomhedsnavn"),
        "cvr": ("CVR", "CVR-nr.", "Cvr nummer"),
        "sted": ("Adresse", "Postnr.", "By", "Postnummer", "Sted"),
        "kontakt": ("Kontaktperson", "Kontakt", "Leder"),
        "telefon": ("Tlf", "Kontaktperson tlf.", "Telefon", "Mobilnr"),
        "email": ("Mail", "E-mail", "Email", "Kontaktpersons mailadresse"),
        "branche": ("Branche", "Sektor"),
        "vaert": ("Haft praktik før", "Erfaring", "Erfaren vært"),
        "": ("Sidste kontakt", "P-nummer", "Bemærkninger"),
    },
    "forlob": {
        "borger": ("Alias", "Borger", "Initialer", "Navn"),
        "virksomhed": ("Virksomhed", "Praktiksted", "Arbejdsplads", "Hos", "Firma"),
        "art": ("Type", "Tilbud", "Slags forløb", "Indsats"),
        "start": ("Start", "Startdato", "Opstart", "Begynder", "Fra"),
        "slut": ("Slut", "Slutdato", "Udløber", "Til", "Ophør"),
        "timer": ("Timer", "Timer pr. uge", "Ugentligt timetal"),
        "sidste_kontakt": ("Sidste kontakt", "Seneste opfølgning", "Sidst talt sammen", "Dato for sidste besøg"),
        "naeste_kontakt": ("Næste kontakt", "Næste opfølgning", "Næste møde", "Opfølgning"),
        "virksomhed.cvr": ("CVR", "Virksomhedens CVR-nr."),
        "": ("Noter", "Løn"),
    },
}
CASES = [
    (emne, target, header) for emne, found in HEADERS.items() for target, names in found.items() for header in names
]


@pytest.mark.parametrize(("emne", "target", "header"), CASES)
def test_a_header_is_taken_for_what_people_mean_by_it(emne: str, target: str, header: str) -> None:
    assert meant_by(emne, header, {})[0] == target


@pytest.mark.parametrize("column", VIRKSOMHED_COLUMNS, ids=lambda column: column.column)
def test_what_the_program_writes_itself_it_knows_again(column) -> None:
    assert meant_by("virksomhed", column.name, {}) == (column.column, BY_NAME)


@pytest.mark.parametrize(
    "header", ["CPR", "cpr-nr.", "CPR nummer", "Personnummer", "Personnr", "Borgers cpr", "Fødselsnummer"]
)
def test_a_column_of_cpr_numbers_is_known_by_its_header(header: str) -> None:
    assert is_cpr_header(header)


@pytest.mark.parametrize("header", ["CVR", "Personale", "Navn", "", "Nummer"])
def test_another_column_is_not(header: str) -> None:
    assert not is_cpr_header(header)


def test_in_a_list_of_people_a_bare_telephone_number_is_not_the_virksomheds() -> None:
    assert meant_by("virksomhed", "Tlf", {}, mixed=True)[0] == ""
    assert meant_by("virksomhed", "Firma tlf", {}, mixed=True)[0] == "telefon"


@pytest.mark.parametrize(
    ("felt", "text", "choice"),
    [
        ("parathed", "Jobklar", "klar"),
        ("parathed", "TÆT", "taet_pa"),
        ("parathed", "langt fra", "laengere_fra"),
        ("parathed", "måske", ""),
        ("art", "VP", "virksomhedspraktik"),
        ("art", "Praktik + løn", "kombination"),
        ("art", "Flexjob", "fleksjob"),
        ("vaert", "nej", "ny"),
        ("vaert", "Ja", "erfaren"),
        ("navn", "ja", ""),
    ],
)
def test_other_words_for_a_choice(felt: str, text: str, choice: str) -> None:
    assert choice_meant(felt, text) == choice


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *((text, "ja") for text in ("x", "X", "✓", "J", "1", "Sand", "har")),
        *((text, "nej") for text in ("✗", "mangler", "0", "falsk", "N.")),
        *((text, "") for text in ("måske", "12/3", "")),
    ],
)
def test_ticks_and_words_for_yes_and_no(text: str, answer: str) -> None:
    assert yes_or_no(text) == answer


@pytest.mark.parametrize("text", ["", " ", "-", "–", "?", "n/a", "N/A"])
def test_what_people_write_where_they_know_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sygedagpege", "sygedagpenge"),
        ("Aktivitetspart", "aktivitetsparat"),
        ("konthanthjælp", "kontanthjælp"),
        ("sygedagpenge", ""),
        ("jobparat kontanthjælpsmodtager", ""),
        ("jobpar", ""),
        ("noget helt andet", ""),
        ("", ""),
    ],
)
def test_a_malgruppe_nearly_written_is_named(text: str, meant: str) -> None:
    assert malgruppe_meant(text, ("aktivitetsparat", "jobparat", "sygedagpengemodtager")) == meant
