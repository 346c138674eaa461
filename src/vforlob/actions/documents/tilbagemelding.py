"""Five lines that the virksomhed answers, on paper or in a mail: how it goes, without a word about anybody's health.

Knows the tasks that the virksomhed knows. The answers come back as a contact or at the next opfølgning.
"""

from datetime import date

from vforlob.actions.documents.blocks import paragraph
from vforlob.actions.documents.card_words import VIRKSOMHED as CARD
from vforlob.actions.documents.contacts import konsulent_of, one_line
from vforlob.actions.documents.employer import refuse_employer_unasked
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.made import Made, Missing, hinted
from vforlob.actions.documents.sources import Sources
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.dokument import Dokument, Mulighed, Sporgsmal
from vforlob.model.forlob import Forlob
from vforlob.store.case import load_case
from vforlob.store.store import Store

VIRKSOMHED = "virksomhed"
INTRO = (
    "Jeg vil gerne høre, hvordan det går hos jer. Skriv et par ord på hver linje, og send det til mig, eller giv mig "
    "det, næste gang vi ses. Skriv kun om arbejdet; I skal ikke skrive, hvad nogen fejler."
)
RING = "Er det lettere at sige end at skrive, så ring{}."


def make_tilbagemelding(store: Store, forlob: Forlob, today: date) -> Made:
    """Raises EmployerNotAsked."""
    case = as_long_as_it_went(load_case(store, forlob=forlob.nr))
    refuse_employer_unasked(store, case)
    konsulent, sources = konsulent_of(store), Sources(store)
    told = [one for one in case.opgaver if sources.may_have((VIRKSOMHED,), one)]
    blocks = (
        *paragraph(INTRO),
        *_lines(", ".join(one_line(one.opgave) for one in told)),
        *paragraph(RING.format(f" til mig på {konsulent.telefon}" if konsulent.telefon else " til mig")),
        *paragraph(CARD["notater"], "daempet"),
    )
    name = one_line(case.virksomhed.navn if case.virksomhed else "")
    dokument = Dokument(
        art="tilbagemelding",
        titel="Hvordan går det hos jer?",
        modtager=VIRKSOMHED,
        blokke=blocks,
        undertitel=f"Fra {name}" if name else "",
        dato=today.isoformat(),
        hilsen="Venlig hilsen" if konsulent.navn else "",
        konsulent=konsulent.navn,
        telefon=konsulent.telefon,
    )
    made = finished(dokument, case.borger.alias)
    return Made(made, (_comes_back(forlob), *hinted(made.blokke)))


def _lines(tasks: str) -> tuple[Sporgsmal, ...]:
    fits = (Mulighed("ja", "ja"), Mulighed("delvist", "delvist"), Mulighed("nej", "nej"))
    asked = f"Opgaver, der klares uden hjælp (opgaverne er: {tasks})" if tasks else "Opgaver, der klares uden hjælp"
    return (
        Sporgsmal("1", "Det går godt med", linjer=2),
        Sporgsmal("2", "Det driller, også småting", linjer=2),
        Sporgsmal("3", asked, linjer=2),
        Sporgsmal("4", "Timer, mødetid og hensyn passer ind hos os", muligheder=fits, linjer=1),
        Sporgsmal("5", "Næste gang vil vi gerne tale om (flere opgaver, flere timer, timer med løn, andet)", linjer=2),
    )


def _comes_back(forlob: Forlob) -> Missing:
    if forlob.status == "lukket":
        return Missing("Når svaret kommer, skriver du det som en kontakt.", f"kontakt f{forlob.nr}")
    return Missing(
        "Når svaret kommer, skriver du det som en kontakt eller tager det med i den næste opfølgning.",
        f"kontakt f{forlob.nr}",
    )
