"""The points that every samtale has beside its agenda: who and when, and what stands open from earlier ones.

Knows no answers and no storage.
"""

from vforlob.model.agenda import Agenda, Choice, Felt, Punkt

SAMTALE, TIDLIGERE_AFTALER, TIDLIGERE_DELMAL = "samtale", "tidligere_aftaler", "tidligere_delmal"

FORMS = (
    Choice("besog", "besøg"),
    Choice("telefon", "telefon"),
    Choice("video", "video"),
    Choice("kommunen", "hos kommunen"),
)
DELTAGERE = (
    Choice("borger", "borger"),
    Choice("konsulent", "konsulent"),
    Choice("sagsbehandler", "sagsbehandler"),
    Choice("leder", "leder"),
    Choice("mentor", "mentor"),
    Choice("tillidsrepraesentant", "tillidsrepræsentant"),
    Choice("bisidder", "bisidder"),
    Choice("tolk", "tolk"),
    Choice("andre", "andre"),
)
OUTCOMES = (Choice("gjort", "gjort"), Choice("flyttet", "flyttet"), Choice("bortfaldet", "bortfaldet"))
DELMAL_STATUS = (
    Choice("aben", "åben"),
    Choice("naet", "nået"),
    Choice("delvist", "delvist nået"),
    Choice("justeret", "justeret"),
    Choice("bortfaldet", "bortfaldet"),
)

WHO_AND_WHEN = (
    Felt("deltagere", "Hvem er med?", "flervalg", choices=DELTAGERE, help="Der bliver kun spurgt om dem, der er med."),
    Felt("form", "Hvordan taler I sammen?", "valg", choices=FORMS, help="Samtalens form står i journalnotatet."),
    Felt("dato", "Hvilken dag?", "dato", help="Samtalens dag er »i dag« for alle datoer, du skriver.", known="samtale"),
    Felt("kl", "Klokken?", "klokkeslaet", help="Hvornår samtalen begyndte."),
)
CLOSING = (
    Felt(
        "kraever_samtale",
        "Er der noget, sagsbehandleren og du skal tale om?",
        "janej",
        help="Står til sidst i teksten til sagsbehandleren.",
        alone=True,
    ),
    Felt(
        "anmaerkning",
        "Hvad?",
        "tekst",
        help="Kun til sagsbehandler og journal.",
        condition="afrunding.kraever_samtale = ja",
        alone=True,
    ),
)
ONLY_IN_FILES = (Felt("grund", "Hvorfor rettes samtalen?", "tekst"), Felt("afslut", "Afslut", "janej"))

WHO_PUNKT = Punkt(SAMTALE, "Hvem og hvornår", "gruppe", "", felter=WHO_AND_WHEN)
CLOSING_PUNKT = Punkt("afrunding", "Til sagsbehandleren", "gruppe", "", felter=CLOSING)
SAMTALE_PUNKT = Punkt(SAMTALE, "Samtalen", "gruppe", "", felter=(*WHO_AND_WHEN, *CLOSING, *ONLY_IN_FILES))

AFTALER_PUNKT = Punkt(
    TIDLIGERE_AFTALER,
    "Aftaler fra sidst",
    "liste",
    "",
    writes=("aftaler",),
    felter=(
        Felt("nr", "Nummer", "tal"),
        Felt("udfald", "Hvordan gik det?", "valg", choices=OUTCOMES),
        Felt("frist", "Ny frist", "dato", condition="tidligere_aftaler.udfald = flyttet"),
        Felt("grund", "Hvorfor?", "tekst", condition="tidligere_aftaler.udfald != gjort"),
    ),
)
DELMAL_PUNKT = Punkt(
    TIDLIGERE_DELMAL,
    "Delmål",
    "liste",
    "",
    writes=("delmal",),
    felter=(
        Felt("nr", "Nummer", "tal"),
        Felt("status", "Hvordan står det til?", "valg", choices=DELMAL_STATUS),
        Felt("tekst", "Hvad er der sket?", "tekst"),
        Felt("frist", "Ny frist", "dato"),
    ),
)

BESIDE = (SAMTALE_PUNKT, AFTALER_PUNKT, DELMAL_PUNKT)


def punkt_of(agenda: Agenda, punkt: str) -> Punkt | None:
    """A point of the agenda, or one of those that stand beside it."""
    return agenda.punkt(punkt) or next((beside for beside in BESIDE if beside.id == punkt), None)


def felt_of(agenda: Agenda, punkt: str, felt: str) -> Felt | None:
    found = punkt_of(agenda, punkt)
    return found.felt(felt) if found else None
