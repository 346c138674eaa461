"""The words of what a person is given to see: names and values of columns, and whose words something is. Knows no
document.
"""

from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.sag_words import short_day
from vforlob.actions.record_words import STEP_TITLES, column_word, record_word
from vforlob.actions.value_words import in_words
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import NOTE, Value
from vforlob.rules.danish import clock, listed, plain_date
from vforlob.rules.voices import DOCUMENTS, RECIPIENTS
from vforlob.store.reducing import GONE

FOOTER = "Hjælp, ikke juridisk rådgivning. Kommunens retningslinjer, DPO og fagsystem går forud."
LOOK_THROUGH = "[andre: {} - se det igennem, før det gives]"
EMPLOYER, CONSULTANT, CASEWORKER = "virksomhedens ord", "konsulentens ord", "sagsbehandlerens vurdering"
CONTACT, PERSON, COLLEAGUES, NOTED = "en kontaktperson", "navn på en anden", "råd fra kolleger", "konsulentens note"

# Whose words or names a column holds, when they are not the borger's own.
_OTHERS = {
    ("borger", "sagsbehandler"): PERSON,
    ("borger", "skal_til"): CASEWORKER,
    ("virksomhed", "kontakt"): CONTACT,
    ("virksomhed", "telefon"): CONTACT,
    ("virksomhed", "email"): CONTACT,
    ("kontaktperson", "navn"): CONTACT,
    ("kontaktperson", "rolle"): CONTACT,
    ("kontaktperson", "telefon"): CONTACT,
    ("kontaktperson", "email"): CONTACT,
    ("kontaktperson", "ophort"): CONTACT,
    ("forlob", "kontakt_virksomhed"): CONTACT,
    ("forlob", "mentor"): PERSON,
    ("forlob", "kontakt_kommune"): PERSON,
    ("forlob", "stedfortraeder"): PERSON,
    ("aftale", "hvem_andre"): PERSON,
    ("koordinering", "hvem"): PERSON,
    ("lonkroner", "opgaver"): EMPLOYER,
    ("lonkroner", "tekst"): EMPLOYER,
    ("henvendelse", "grund"): EMPLOYER,
    ("henvendelse", "tekst"): EMPLOYER,
    ("kontakt", "tekst"): CONSULTANT,
    ("fravaer", "besked"): CONSULTANT,
    ("taet", "grund"): CONSULTANT,
    ("taet", "vi_gor"): CONSULTANT,
    ("samtale", "anmaerkning"): CONSULTANT,
    ("sparring", "situation"): CONSULTANT,
    ("sparring", "provet"): CONSULTANT,
    ("sparring", "sporgsmal"): CONSULTANT,
    ("sparring", "rad"): COLLEAGUES,
}
_PARTS = {"virksomhed": EMPLOYER, "konsulent": CONSULTANT}
_OF_OTHERS = {"hvem_andre": PERSON, "modtages_af": PERSON, "sygemelding_til": PERSON, "kontakt_kommune": PERSON}
_SETTINGS = {"slettestop": "Slettestop", "indsigt": "Anmodning om indsigt"}
# What the deadlines of the data sheet are to the one it is about.
DEADLINES = {
    "fritekst": "Det, der er skrevet med ord, slettes {} efter, at det er sat ind i journalen, men ikke før "
    "den næste samtale i forløbet er færdig.",
    "i_brug": "Ordene i aftaler og delmål slettes på samme måde, men først når de er afsluttet.",
    "sag": "Resten slettes, når sagen har været lukket i {}.",
    "kladde": "Det, der er halvt skrevet, slettes, når svaret gemmes, og ellers efter {}.",
    "log": "Noterne om, hvornår der er set på dine oplysninger, slettes efter {}.",
    "virksomhed": "Kontaktpersoner slettes, når stedet ikke har haft et forløb i {}.",
    "ingen": "Tal uden dit nummer og alias bliver stående: månedens tal, én grov linje om hvert afsluttet forløb og "
    "programmets egne kontroltal.",
}
SOME_DAYS = "et fastsat antal dage"
OWN_TABLES = {"borger": "Om dig", "svar_nu": "Svar i samtaler", "haendelse": "Ændringer", "opslag": "Opslag"}
# The kinds of lines in today's list.
_PUT_OFF = {
    "lofte": "et løfte",
    "lovet": "et løfte",
    "tegn": "et tidligt tegn",
    "kontakt": "en kontakt",
    "aftalt": "en aftalt kontakt",
    "slut": "slutdatoen",
    "slutter": "slutdatoen",
    "graense": "en grænse",
    "venter": "venter på at begynde",
    "lukket": "forløbet er lukket",
    "uden_plan": "ingen kontakt er aftalt",
    "kladde": "en samtale, der er begyndt",
}
# What column_word calls them would be odd where she reads about herself.
_LABELS = {
    ("borger", "nr"): "Nummer hos konsulenten",
    ("borger", "minutter"): "Længste tur i minutter",
    ("eksport", "format"): "Slags fil",
    ("kvittering", "emne_nr"): "Nummer",
    ("taet", "vi_gor"): "Det gør vi",
    ("clearance", "rolle"): "Hvem det gælder",
    ("eksport", "hvad"): "Hvad",
    ("eksport", "sti"): "Hvor filen ligger",
    ("eksport", "tid"): "Hvornår",
    ("eksport", "fjernet"): "Slettet igen",
    ("kvittering", "emne"): "Hvad",
    ("udsat", "hvad_nr"): "Nummer på det",
    ("samtale", "med"): "Hvem der blev spurgt",
    ("samtale", "tekst_slettet"): "Det skrevne er slettet",
}


class Reader(NamedTuple):
    """`zone` is where times are told; `samtaler` and `forlobene` are the names of those by number, `agendas` the
    titles by id.
    """

    zone: tzinfo | None
    samtaler: dict[int, str]
    forlobene: dict[int, str]
    virksomheder: dict[int, str]
    agendas: dict[str, str]


def mark(whose: str) -> str:
    return LOOK_THROUGH.format(whose)


def with_mark(text: str, whose: str) -> str:
    """Nothing is left to look through in words that are deleted."""
    return f"{text} {mark(whose)}" if text and whose and text != GONE else text


def others_in(emne: str, column: str) -> str:
    """Whose it is when it may be somebody else's; empty for her own."""
    return _OTHERS.get((emne, column), "")


def others_in_answer(punkt: Punkt | None, felt: Felt | None, felt_id: str) -> str:
    """What an unknown agenda asked may be anybody's words."""
    if felt_id == NOTE:
        return NOTED
    if felt is None or punkt is None:
        return "ukendt, hvem der har sagt det"
    part = felt.part or punkt.part
    if felt.alone or punkt.alone:
        return _PARTS.get(part, CONSULTANT)
    return _PARTS.get(part) or _OF_OTHERS.get(felt_id, "")


def label(emne: str, column: str) -> str:
    return _LABELS.get((emne, column)) or capital(column_word(column, emne))


def told(reader: Reader, emne: str, column: str, value: Any) -> str:
    """What stands in a column, for people; empty for nothing."""
    if value in (None, "", ()):
        return ""
    if isinstance(value, tuple | list):
        return listed([told(reader, emne, column, one) for one in value])
    if isinstance(value, str):
        return moment(reader, value) or _named(reader, emne, column, value) or in_words(emne, column, value)
    return _numbered(reader, emne, column, value) or in_words(emne, column, value)


def marked(reader: Reader, emne: str, column: str, value: Any) -> str:
    text, whose = told(reader, emne, column, value), others_in(emne, column)
    return with_mark(text, whose)


def moment(reader: Reader, text: str) -> str:
    """A day, or a time told on the wall here; empty for any other text."""
    try:
        if len(text) == len("2026-11-20"):
            return plain_date(text)
        if len(text) >= len("2026-11-20T13:00") and text[10] == "T":
            found = datetime.fromisoformat(text.replace("Z", "+00:00"))
            local = found.astimezone(reader.zone) if found.tzinfo else found
            return f"{plain_date(local.date())} {clock(local.strftime('%H:%M'))}"
    except ValueError:
        return ""
    return ""


def in_a_table(reader: Reader, emne: str, column: str, value: Any) -> str:
    """Short, for many stand together: 20.11.2026, f12."""
    if column == "forlob" and isinstance(value, int):
        return f"f{value}"
    if isinstance(value, str) and len(value) == len("2026-11-20") and moment(reader, value):
        return short_day(value)
    return told(reader, emne, column, value)


def setting_word(navn: str) -> str:
    return _SETTINGS.get(navn.partition(":")[0], "Indstilling")


def _numbered(reader: Reader, emne: str, column: str, value: Any) -> str:
    """The name of another record by its number; her own with its letter."""
    if (emne, column) == ("borger", "nr"):
        return f"b{value}"
    if (emne, column) == ("clearance", "hensyn"):
        return f"hensyn {value}"
    numbers = {"samtale": reader.samtaler, "forlob": reader.forlobene, "virksomhed": reader.virksomheder}
    return numbers[column].get(value, "") if column in numbers else ""


def _named(reader: Reader, emne: str, column: str, value: str) -> str:
    """What is a name of ours; empty for what is not."""
    if column == "agenda":
        return reader.agendas.get(value, "")
    if column in {"modtager", "modtagere"}:
        return RECIPIENTS.get(value, "")
    names = {
        ("udsat", "hvad"): lambda: _PUT_OFF.get(value) or record_word(value),
        ("kvittering", "emne"): lambda: record_word(value),
        ("aflevering", "trin"): lambda: STEP_TITLES.get(value, ""),
        ("eksport", "hvad"): lambda: DOCUMENTS.get(value, value.replace("_", " ")),
    }
    found = names.get((emne, column))
    return found() if found else ""


def answer_text(felt: Felt | None, value: Value) -> str:
    from vforlob.agenda.kinds import KINDS  # late: only where there are answers

    if felt is None or felt.kind not in KINDS:
        return listed([str(one) for one in value]) if isinstance(value, tuple) else in_words("svar", "", value)
    try:
        return KINDS[felt.kind].show(value, felt)
    except (ValueError, TypeError, KeyError):  # of an older edition, or emptied since
        return str(value)
