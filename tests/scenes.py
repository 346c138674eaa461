"""A realistic case with its three meetings as values, from the shipped agendas. Knows no store."""

from matrix import agenda
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case, Held
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed

SETTINGS = {"konsulent": "Karen Holm", "telefon": "12 34 56 78"}
ALIAS = "Æ-7"

Row = dict[str, Value]
Told = dict[str, dict[str, Value] | list[Row]]


def answers(told: Told, beside: Told | None = None) -> dict[Key, Value]:
    """A dict for what stands once, a list for rows; `beside` holds what stands once beside rows."""
    found: dict[Key, Value] = {}
    for punkt, given in told.items():
        if isinstance(given, dict):
            found |= {Key(punkt, felt): value for felt, value in given.items()}
        else:
            rows = enumerate(given, 1)
            found |= {Key(punkt, felt, nr): value for nr, row in rows for felt, value in row.items()}
    return found | (answers(beside) if beside else {})


def settled(point: str, rows: dict[int, Row]) -> dict[Key, Value]:
    return {Key(point, felt, nr): value for nr, row in rows.items() for felt, value in row.items()}


BORGER = Borger(7, ALIAS, malgruppe="Kontanthjælp", parathed="taet_pa", navn="Mette Mikkelsen", telefon="87 65 43 21")
VIRKSOMHED = Virksomhed(4, "Ørbæk & Søn", kontakt="Bo Bech")
FORLOB = Forlob(12, 7, 4, "virksomhedspraktik", "2026-11-04", "2027-02-03", 12.5)
HENSYN = (
    Hensyn(1, 7, "Ryg", "Kan ikke stå stille længe", "En kort pause hver anden time", betydning="ja"),
    Hensyn(2, 7, "Uro om morgenen", "Tid til at komme i gang", "Møder kl. 9", betydning="nej"),
)
CLEARANCES = (
    Clearance(1, 1, 12, "leder", "ma", "2026-11-02"),
    Clearance(2, 1, 12, "mentor", "ma", "2026-11-02"),
    Clearance(3, 2, 12, "leder", "sporg", "2026-11-02"),
)


def formode() -> Held:
    samtale = Samtale(
        28,
        "formode",
        "",
        7,
        None,
        "2026-10-28",
        "10:00",
        "kommunen",
        ("borger", "sagsbehandler", "konsulent"),
        ("borger", "sagsbehandler"),
        "faerdig",
        1,
        None,
    )
    return Held(samtale, agenda("formode"), FORMODE, Case(BORGER, hensyn=HENSYN), current_hensyn=HENSYN)


def startmode() -> Held:
    samtale = Samtale(
        29,
        "startmode",
        "",
        7,
        12,
        "2026-11-02",
        "14:00",
        "besog",
        ("borger", "leder", "konsulent", "tillidsrepraesentant"),
        ("borger", "virksomhed"),
        "faerdig",
        1,
        None,
    )
    case = Case(BORGER, FORLOB, VIRKSOMHED, HENSYN, CLEARANCES)
    return Held(samtale, agenda("startmode"), STARTMODE, case, CLEARANCES, HENSYN)


def opfolgning() -> Held:
    samtale = Samtale(
        31,
        "opfolgning",
        "",
        7,
        12,
        "2026-11-20",
        "13:00",
        "besog",
        ("borger", "leder", "konsulent"),
        ("borger", "virksomhed"),
        "faerdig",
        1,
        None,
        kraever_samtale="ja",
        anmaerkning="Borgeren synes, det går godt; virksomheden er i tvivl om mødetiden.",
    )
    case = Case(
        BORGER,
        FORLOB,
        VIRKSOMHED,
        HENSYN,
        CLEARANCES,
        opgaver=(
            Opgave(1, 7, 12, "Fejning og aflæsning", "selvstaendigt", trin_siden="2026-11-20"),
            Opgave(2, 7, 12, "Pakkebordet", "med_hjaelp", trin_siden="2026-11-20"),
            Opgave(3, 7, 12, "Kaffe til holdet", "selvstaendigt", trin_siden="2026-11-09"),
        ),
        aftaler=(
            Aftale(1, 7, 12, "Tage linje 42 en prøvetur", ("borger",), til_stede=("borger", "sagsbehandler")),
            Aftale(3, 7, 12, "Sætte ind i pakkebordet", ("virksomhed",), til_stede=("borger", "virksomhed")),
        ),
        delmal=(Delmal(1, 7, 12, specifikt="Møde kl. 9 tre dage om ugen", status="naet", delt="ja"),),
        timer=(Timer(1, 7, 12, "2026-11-02", praktik=12.5), Timer(2, 7, 12, "2026-11-20", 12.5, None, 2.0, samtale=31)),
        samtaler=(
            Samtale(29, "startmode", "", 7, 12, "2026-11-02", status="faerdig", udgave=1),
            Samtale(30, "opfolgning", "", 7, 12, "2026-11-09", status="faerdig", udgave=1),
        ),
    )
    return Held(samtale, agenda("opfolgning"), OPFOLGNING, case, CLEARANCES, HENSYN)


FORMODE = answers(
    {
        "indsats": {"svar": "Tilbage i arbejde på få timer, uden at ryggen bliver værre"},
        "bidrag": {"svar": "Vise, hvor mange timer der kan lade sig gøre, og hvilke opgaver der går"},
        "erfaringer": [
            {
                "sted": "Planteskole",
                "varighed": "5 uger",
                "virkede": "Faste opgaver, frisk luft",
                "svaert": "Mødte for tidligt om morgenen",
            }
        ],
        "ressourcer": {
            "erhvervserfaring": "11 år som chauffør",
            "skolegang": "10. klasse, gaffeltruckcertifikat",
            "interesser": "Motorcykler, fiskeri",
        },
        "onsker": {"svar": "Noget med hænderne, gerne ved få mennesker"},
        "hensyn": [
            {
                "hensyn": "Ryg",
                "behov": "Kan ikke stå stille længe",
                "losning": "En kort pause hver anden time",
                "hvem": ("leder", "mentor", "vitas"),
                "aftalt": "2026-10-28",
                "hvorfor": "Så pausen ikke ligner dovenskab",
                "betydning": "ja",
            },
            {
                "hensyn": "Uro om morgenen",
                "behov": "Tid til at komme i gang",
                "losning": "Møder kl. 9",
                "hvem": ("leder",),
                "sporg_forst": ("kolleger",),
                "aftalt": "2026-10-28",
                "betydning": "nej",
            },
        ],
        "timetal": {"start": 12.5, "slut": 20, "hvornar": "2027-01-15"},
        "egen_indsats": {"valg": ("tager_med_ud", "finder_tre_steder")},
        "geografi": {"sted": "Nykøbing F., 4800", "transport": "bus", "minutter": 45},
        "onskeliste": [
            {"onske": "Savværk", "branche": "Træ"},
            {"onske": "Genbrugsplads", "branche": "Affald"},
            {"onske": "Pakkeri", "branche": "Lager"},
        ],
        "koordinering": [{"indsats": "Fysioterapi", "hvornar": "tirsdag kl. 10-12", "hvem": "borger"}],
        "aftaler": [
            {"hvad": "Tage linje 42 en prøvetur", "hvem": ("borger",), "frist": "2026-11-06"},
            {"hvad": "Ringe til de tre steder", "hvem": ("konsulent",), "frist": "2026-11-04"},
        ],
    },
    {
        "hensyn": {"stotte": ("mentor", "transport"), "stotte_tekst": "Prøvetur med bussen"},
        "aftaler": {"naeste_kontakt": "2026-11-02"},
    },
)

STARTMODE = answers(
    {
        "hensigt": {"art": "optraening", "tekst": "Komme op på 20 timer med opgaver, der kan blive til løn"},
        "cv": {"gennemgaet": "ja", "brugbart": "Vant til at pakke og læsse, kender mødetider"},
        "timetal": {"timer": 12.5, "dage": ("man", "ons", "fre")},
        "hensyn": [
            {"nr": 1, "hvem": ("leder", "mentor"), "aftalt": "2026-11-02"},
            {"nr": 2, "sporg_forst": ("leder",)},
        ],
        "fremmode": {
            "modetid": "09:00",
            "sygemelding_til": "Værkføreren",
            "telefon": "54 00 00 00",
            "inden_kl": "08:30",
            "ogsa_kommunen": "ja",
        },
        "lonkroner": {"svar": "maske", "opgaver": "Pakkebordet i sæsonen", "fra_uge": 50},
        "vitas": {"svar": "oprettet"},
        "arbejdstoj": {"hvem": "virksomhed", "tekst": "Sikkerhedssko, str. 43"},
        "opstart": {
            "dato": "2026-11-04",
            "kl": "09:00",
            "sted": "Porten mod havnen",
            "modtages_af": "Værkføreren",
            "mentor": "Holdlederen på pakkebordet",
        },
        "opfolgning": {
            "dato": "2026-11-09",
            "form": "telefon",
            "kl": "14:00",
            "fast_tid": "mandag kl. 14",
            "kontakt_kommune": "Konsulenten",
            "stedfortraeder": "Virksomhedsservice",
        },
        "forventning": {"borger": "ja", "virksomhed": "delvist"},
        "aftaler": [{"hvad": "Sætte ind i pakkebordet", "hvem": ("virksomhed",), "frist": "2026-11-13"}],
    }
)

OPFOLGNING = answers(
    {
        "hvordan_gar_det": {
            "alene": ("virksomhed",),
            "borger": 4,
            "borger_tekst": "Det går bedre, end jeg troede",
            "virksomhed": 3,
            "virksomhed_tekst": "God indsats, men mødetiden driller",
        },
        "opgaver": [
            {"opgave": "Fejning og aflæsning", "trin": "selvstaendigt"},
            {"opgave": "Pakkebordet", "trin": "med_hjaelp"},
        ],
        "selvstaendigt": {"opgaver": ("Fejning og aflæsning", "Kaffe til holdet")},
        "fremmode": {
            "aftalt": 8,
            "modt": 6,
            "syg": 1,
            "fri": 1,
            "udeblevet": 0,
            "uafklaret": 0,
            "for_sent": 2,
            "note": "Ringede begge gange, inden dagen begyndte.",
        },
        "socialt": {"borger_tekst": "Spiser med holdet om fredagen", "tegn": ("har_en_at_ga_til",)},
        "hensyn": [{"nr": 1, "virker": "ja"}, {"nr": 2, "virker": "delvist"}],
        "lonkroner": {"trin": "italesat", "tekst": "Vi tager det op igen til midtvejs"},
        "timetal": {"praktik": 12.5, "ordinaer": 2},
        "aftaler": [
            {"hvad": "Ny mødetid kl. 9.15 i to uger", "hvem": ("virksomhed",), "frist": "2026-12-01"},
            {"hvad": "Spørge leder om nøgle til skabet", "hvem": ("borger",), "frist": "2026-11-24"},
            {"hvad": "Høre sagsbehandleren om befordring", "hvem": ("konsulent",), "modtagere": ("borger",)},
        ],
    },
    {"aftaler": {"naeste_kontakt": "2026-12-01", "naeste_kl": "14:00", "naeste_form": "besog"}},
) | {
    **settled("tidligere_aftaler", {1: {"udfald": "gjort"}}),
    **settled("tidligere_aftaler", {3: {"udfald": "flyttet", "frist": "2026-11-27", "grund": "Travlt på lageret"}}),
    **settled("tidligere_delmal", {1: {"status": "naet", "tekst": "Kom til tiden i to uger i træk"}}),
}
