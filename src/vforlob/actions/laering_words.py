"""What the figures of `læring` are called, and what each counts with its source. Knows no number."""

from typing import NamedTuple

# The early signs by their ids, as few words as will do. Facts and our own work; nobody is described.
SIGNS = {
    "afslutning_ikke_aftalt": "afsluttende samtale ikke aftalt",
    "afsluttende_samtale_mangler": "afsluttende samtale ikke holdt",
    "aftale_andre": "andres aftale over tid",
    "aftale_borger": "borgerens aftale over tid",
    "aftale_flyttet": "aftale flyttet flere gange",
    "arsag_ukendt": "virksomheden kender ikke årsagen",
    "bagkant": "egen bagkant for kontakt overskredet",
    "delmal_ingen_abne": "ingen åbne delmål",
    "delmal_mangler": "intet delmål",
    "delmal_over_tid": "delmål over tid",
    "delmal_smart": "delmål ikke skrevet helt ud",
    "egen_indsats": "egen indsats blev ingen aftale",
    "eget_lofte": "eget løfte over tid",
    "ferie": "ferie uden kontakt",
    "flere_taet_her": "flere tætte forløb samme sted",
    "for_sent": "kom for sent",
    "formode_mangler": "formøde ikke holdt",
    "formode_uden_sagsbehandler": "formøde uden sagsbehandler",
    "forventning": "ikke enige om forventningerne",
    "forventning_ikke_spurgt": "ikke spurgt, om de er enige",
    "fravaer_uafklaret": "fravær uden kendt grund",
    "fremmode_falder": "færre dage mødt end før",
    "graense": "tæt på grænsen for forløbets længde",
    "hensigt_mangler": "formål ikke skrevet",
    "hensyn_ikke_afklaret": "hensyn ikke afklaret",
    "hensyn_virker_ikke": "et hensyn virker ikke",
    "ingen_opfolgning_aftalt": "næste opfølgning ikke aftalt",
    "intet_svar_borger": "borgeren svarer ikke",
    "intet_svar_virksomhed": "virksomheden svarer ikke",
    "kontakt_kommune_mangler": "ingen kontaktperson hos kommunen",
    "kontakt_virksomhed_mangler": "ingen kontaktperson hos virksomheden",
    "laering_mangler": "læring ikke skrevet",
    "lonkroner_stille": "talt om løn og så ikke mere",
    "lonkroner_urort": "ikke talt om løn",
    "midtvejs_mangler": "midtvejssamtale ikke holdt",
    "moden_til_lon": "opgaver modne til løn",
    "naeste_skridt_mangler": "intet næste skridt",
    "ny_vaert": "første gang som vært",
    "opfolgning_over_tid": "opfølgning over tid",
    "opgaver_mangler": "ingen opgaver skrevet",
    "opkald_ikke_fulgt_op": "opkald ikke fulgt op",
    "samtale_ikke_faerdig": "samtale ikke gjort færdig",
    "score_falder": "faldende svar fra 1 til 5",
    "score_lav": "lavt svar fra 1 til 5",
    "selvstaendig_afvist": "nej til løn trods opgaver klaret alene",
    "skema_forskelligt": "set forskelligt i skemaet",
    "slut_passeret": "sidste dag passeret",
    "startmode_mangler": "startmøde ikke holdt",
    "syn_forskelligt": "borger og virksomhed ser forskelligt på det",
    "taet_ikke_vurderet": "tæt opfølgning ikke vurderet",
    "taet_obs": "holdt øje med",
    "taet_uden_kontakt": "tæt opfølgning uden kontakt",
    "tavshed": "tavshed fra virksomheden",
    "tavshed_borger": "tavshed fra borgeren",
    "tidligere_afbrud": "et tidligere forløb blev afbrudt",
    "tidligere_erfaringer": "svære erfaringer fra før",
    "tidligt_fravaer": "fravær de første uger",
    "timemal_passeret": "dagen for timemålet passeret",
    "timer_stille": "timerne står stille",
    "udeblevet": "blev væk uden besked",
    "virksomhed_ringer_ikke": "virksomheden ringer ikke selv",
    "vitas": "VITAS ikke på plads",
}
OUTCOMES = {
    "gennemfort": "gennemført som planlagt",
    "job": "job",
    "lontimer": "timer med løn",
    "uddannelse": "uddannelse",
    "stoppet_afklaret": "stoppet før tid, afklaret",
    "stoppet_sygdom": "stoppet før tid, sygdom",
    "afbrudt_borger": "afbrudt af borgeren",
    "afbrudt_virksomhed": "afbrudt af virksomheden",
    "afbrudt_kommune": "afbrudt af kommunen",
    "udeblevet": "kom ikke igen, vi fik ikke kontakt",
    "aldrig_startet": "kom aldrig i gang",
    "": "uden udfald",
}
UNKNOWN = "ikke skrevet"
HELD = {"ja": "holdt", "nej": "ikke holdt"}
FELTER = {
    "virkede": "Virkede",
    "anderledes": "Anderledes næste gang",
    "match": "Matchet",
    "maerker": "Mærker",
}
SMALL = "Tallene er små. De viser, hvad der er sket, ikke hvad der vil ske."
NOT_BROKEN = "Stoppet før tid, afklaret, er ikke afbrudt."


class Definition(NamedTuple):
    navn: str
    tekst: str
    kilde: str


CABI = "Cabi om afbrudte virksomhedsforløb"
TI = "Teknologisk Institut, På spring til arbejdsmarkedet, 2006, s. {}"
DEFINITIONS = (
    Definition(
        "Udfald",
        "Lukkede forløb efter det udfald, der blev skrevet ved afslutningen. Efter planen er gennemført, job, timer "
        "med løn og uddannelse. Stoppet er stoppet før tid, afklaret eller sygdom. Afbrudt er afbrudt af borgeren, "
        "virksomheden eller kommunen, og dem, der ikke kom igen.",
        f"{TI.format('21')}: at stoppe før tid er ikke altid en fiasko, når formål og resultat er klart",
    ),
    Definition(
        "I gang efter en uge",
        "Forløb, der er begyndt for mindst så mange uger siden, og hvor mange af dem der stadig var i gang. Et forløb, "
        "der går endnu, tæller kun i de uger, det har nået. Af et lukket kendes måneden og ugen, så det tæller fra den "
        "dag, det med sikkerhed kunne have nået ugen. Kom aldrig i gang tæller ikke.",
        f"{CABI}: afbrud sker typisk tidligt",
    ),
    Definition(
        "Uge, det sluttede i",
        "Lukkede forløb efter den uge af forløbet, de sluttede i. Uge 1 er de første syv dage. Kom aldrig i gang "
        "tæller ikke.",
        f"{CABI}: afbrud sker typisk tidligt",
    ),
    Definition(
        "Tegn",
        "For hvert tegn: de lukkede forløb, hvor det stod, da de blev lukket, og hvor mange af dem der var afbrudt. Et "
        "tegn tæller for sig. Ingen får talt sine tegn sammen.",
        f"{CABI}: manglende forventningsafstemning, kommunikation, opfølgning og motivation",
    ),
    Definition(
        "Branche og virksomhed",
        "Lukkede forløb efter virksomhedens branche, som den stod ved afslutningen, og efter virksomhed, så længe "
        "forløbet er i databasen. Rækkefølgen er alfabetets.",
        f"{TI.format('21-22')}: erfaringer samlet op gør det gode match konkret",
    ),
    Definition(
        "Formøde og afsluttende samtale",
        "Lukkede forløb efter, om der var holdt formøde, og om den afsluttende samtale med virksomheden blev holdt.",
        f"{CABI}: hold obligatoriske formøder, og afslut altid med arbejdsgiveren",
    ),
    Definition(
        "Noter og mærker",
        "Det, du skrev under »Hvad tager du selv med dig?« ved afslutningen, i den nyeste udgave af samtalen.",
        f"{TI.format('21-22')}: opsamling efter hvert forløb",
    ),
    Definition(
        "Små tal",
        "Under 5 står der »for få til at sige noget«. Procent står der først ved 20. Forløb, der er slettet, tæller "
        "stadig med; de er kun en række uden person.",
        "vforlobs egne regler for små tal",
    ),
)


def sign_name(sign: str) -> str:
    """A sign of an older or newer program is called by its id."""
    return SIGNS.get(sign, sign.replace("_", " "))


def outcome_name(kode: str) -> str:
    return OUTCOMES.get(kode, kode.replace("_", " "))


def week_name(span: str) -> str:
    """uge 3-4; uge 14 eller senere."""
    if not span:
        return "uge ikke kendt"
    first, _, last = span.partition("-")
    return f"uge {first} eller senere" if span.endswith("-") else f"uge {span}" if last else f"uge {first}"
