"""What is asked for a borger, a virksomhed and a forløb: the columns a person fills in, in order. Knows no storage."""

from typing import NamedTuple

from vforlob.model.agenda import Choice, Felt


class RecordFelt(NamedTuple):
    """`reference` is the kind of record a number or alias stands for. `named`: only where the kommune allowed names."""

    felt: Felt
    required: bool = False
    reference: str = ""
    named: bool = False

    @property
    def id(self) -> str:
        return self.felt.id


def _choices(**texts: str) -> tuple[Choice, ...]:
    return tuple(Choice(key, text) for key, text in texts.items())


PARATHED = _choices(klar="Klar", taet_pa="Tæt på", laengere_fra="Længere fra")
VAERT = _choices(ny="Ny som vært", erfaren="Har haft forløb før")
ART = _choices(
    virksomhedspraktik="Virksomhedspraktik",
    lontilskud="Løntilskud",
    lonnede_timer="Lønnede timer",
    smajob="Småjob",
    fleksjob="Fleksjob",
    kombination="Kombination af praktik og løn",
    andet="Andet",
)

BORGER = (
    RecordFelt(
        Felt("alias", "Alias", "kort", help="Et bogstav og et tal eller en bindestreg, fx Æ-7. Ikke et navn."),
        required=True,
    ),
    RecordFelt(
        Felt("malgruppe", "Målgruppe", "tekst", help="Med kommunens egne ord, fx aktivitetsparat."), required=True
    ),
    RecordFelt(
        Felt("parathed", "Hvor tæt på arbejde", "valg", choices=PARATHED, help="Din vurdering i dag. Den kan rettes."),
        required=True,
    ),
    RecordFelt(Felt("skal_til", "Det skal der til", "tekst", help="Hvad skal der konkret til, før næste skridt?")),
    RecordFelt(Felt("henvist", "Henvist den", "dato", help="Den dag, du fik borgeren.")),
    RecordFelt(Felt("cv", "Har borgeren et CV", "janej")),
    RecordFelt(Felt("cv_opdateret", "CV opdateret den", "dato")),
    RecordFelt(Felt("sagsbehandler", "Sagsbehandler", "kort", help="Så du ved, hvem du skal ringe til.")),
    RecordFelt(Felt("navn", "Navn", "kort"), named=True),
    RecordFelt(Felt("telefon", "Telefon", "kort"), named=True),
)

VIRKSOMHED = (
    RecordFelt(Felt("navn", "Navn", "kort", help="Som virksomheden selv skriver det."), required=True),
    RecordFelt(Felt("cvr", "CVR-nummer", "kort", help="8 cifre. Kan stå tomt.")),
    RecordFelt(Felt("branche", "Branche", "kort", help="Fx detail, lager, køkken."), required=True),
    RecordFelt(Felt("sted", "Sted", "kort", help="Adressen eller byen, hvor arbejdet er."), required=True),
    RecordFelt(Felt("kontakt", "Kontaktperson", "kort", help="Den, du ringer til.")),
    RecordFelt(Felt("telefon", "Telefon", "kort")),
    RecordFelt(Felt("email", "E-mail", "kort")),
    RecordFelt(
        Felt("vaert", "Erfaring som vært", "valg", choices=VAERT, help="Har de haft et forløb før?"), required=True
    ),
)

FORLOB = (
    RecordFelt(Felt("borger", "Borger", "kort"), required=True, reference="borger"),
    RecordFelt(Felt("virksomhed", "Virksomhed", "kort"), required=True, reference="virksomhed"),
    RecordFelt(Felt("art", "Slags forløb", "valg", choices=ART), required=True),
    RecordFelt(Felt("start", "Første dag", "dato"), required=True),
    RecordFelt(Felt("slut", "Sidste dag", "dato"), required=True),
    RecordFelt(Felt("timer", "Timer om ugen", "tal", min=0, max=60, unit="timer"), required=True),
    RecordFelt(Felt("hensigt", "Formål", "tekst", help="Hvad skal forløbet føre til?")),
    RecordFelt(Felt("interval", "Dage mellem opfølgninger", "tal", min=1, max=365, unit="dage")),
    RecordFelt(
        Felt("uden_formode", "Uden formøde, fordi", "kort", help="Kun hvis der ikke holdes formøde. Det tælles med.")
    ),
)

FELTER = {"borger": BORGER, "virksomhed": VIRKSOMHED, "forlob": FORLOB}
