"""The later meetings of the same realistic case as values: midtvejs, the end, efterværn, and a call. Knows no store."""

from typing import Any

from matrix import agenda
from scenes import BORGER, CLEARANCES, FORLOB, HENSYN, VIRKSOMHED, answers, settled
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.case import Case, Held
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Plan
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer

BEFORE = (
    Samtale(29, "startmode", "", 7, 12, "2026-11-02", status="faerdig", udgave=1),
    Samtale(31, "opfolgning", "", 7, 12, "2026-11-20", status="faerdig", udgave=1),
)
TIMER = (Timer(1, 7, 12, "2026-11-02", praktik=12.5), Timer(2, 7, 12, "2026-11-20", 12.5, None, 2.0, samtale=31))
AIMED = FORLOB._replace(hensigt_art="optraening", hensigt="Komme op på 20 timer")


def _held(samtale: Samtale, given: dict[Key, Value], **case: Any) -> Held:
    whole = Case(BORGER, FORLOB, VIRKSOMHED, HENSYN, CLEARANCES, samtaler=BEFORE)._replace(**case)
    return Held(
        samtale,
        agenda(samtale.agenda),
        given,
        whole,
        CLEARANCES,
        HENSYN,
        whole.aftaler,
        whole.delmal,
    )


def _samtale(nr: int, name: str, dato: str, kl: str, form: str, deltagere: tuple[str, ...], **over: Any) -> Samtale:
    parties = {"borger": "borger", "leder": "virksomhed", "sagsbehandler": "sagsbehandler", "mentor": "mentor"}
    med = tuple(sorted({parties[word] for word in deltagere if word in parties}))
    plain = Samtale(nr, name, "", 7, 12, dato, kl, form, deltagere, med, "faerdig", 1, None)
    return plain._replace(**over)


def midtvejs() -> Held:
    samtale = _samtale(33, "midtvejs", "2026-12-18", "13:00", "besog", ("borger", "leder", "konsulent"))
    return _held(
        samtale,
        MIDTVEJS,
        delmal=(
            Delmal(1, 7, 12, specifikt="Møde kl. 9 tre dage om ugen", status="naet", delt="ja", frist="2026-11-30"),
            Delmal(2, 7, 12, specifikt="Sige til, før jeg bliver for træt", status="delvist", delt="nej"),
        ),
        timer=(*TIMER, Timer(3, 7, 12, "2026-12-18", 15, None, 4, samtale=33)),
        aftaler=(
            Aftale(4, 7, 12, "Spørge leder om nøgle til skabet", ("borger",), til_stede=("borger", "virksomhed")),
        ),
    )


def afslutning() -> Held:
    samtale = _samtale(
        36,
        "afslutning",
        "2027-02-03",
        "14:30",
        "besog",
        ("borger", "leder", "konsulent"),
        kraever_samtale="ja",
        anmaerkning="Vi skal tale om befordring i det nye job.",
    )
    return _held(samtale, AFSLUTNING, timer=TIMER, forlob=AIMED)


def stopped_early() -> Held:
    """By the borger in the second week; the virksomhed has been told on the telephone."""
    samtale = _samtale(36, "afslutning", "2026-11-16", "10:00", "telefon", ("borger", "konsulent"))
    worked = (HENSYN[0]._replace(virker="ja"), HENSYN[1])
    return _held(samtale, STOPPED_EARLY, timer=TIMER[:1], samtaler=BEFORE[:1], forlob=AIMED, hensyn=worked)


def eftervaern() -> Held:
    samtale = _samtale(38, "eftervaern", "2027-02-10", "09:00", "telefon", ("borger", "konsulent"))
    return _held(
        samtale,
        EFTERVAERN,
        timer=(*TIMER, Timer(4, 7, 12, "2027-02-10", None, None, 20, samtale=38)),
        planer=(Plan(9, 7, 12, "2027-03-03", kilde="eftervaern_uge_4", samtale=38),),
        forlob=FORLOB._replace(status="lukket", lukket="2027-02-03", udfald="job", eftervaern="2028-02-03"),
    )


def opkald() -> Held:
    samtale = _samtale(34, "opkald", "2026-12-08", "08:15", "telefon", ("leder", "konsulent"))
    return _held(
        samtale,
        OPKALD,
        planer=(Plan(7, 7, 12, "2026-12-11", kilde="opkald_opfolgning_dage", samtale=34),),
        opgaver=(Opgave(1, 7, 12, "Fejning og aflæsning", "selvstaendigt", trin_siden="2026-11-20"),),
    )


MIDTVEJS = answers(
    {
        "hensigt_effekt": {
            "effekt": "Vi ved, at 15 timer går, og at faste opgaver giver ro",
            "passer": "delvist",
            "tekst": "Op på 20 timer, og flere af dem med løn",
        },
        "skema": [
            {"tema": "fremmode", "borger": 4, "virksomhed": 5, "konsulent": 4, "tekst": "Ingen dage uden besked"},
            {"tema": "samarbejdsevne", "borger": 3, "virksomhed": 4, "konsulent": 3},
            {"tema": "initiativ", "virksomhed": 2, "konsulent": 2, "tekst": "Venter på at blive sat i gang"},
        ],
        "det_gode": {"borger_tekst": "At jeg kender mine opgaver", "virksomhed_tekst": "Hun er til at regne med"},
        "ret_til": {"hvad": ("opgaver", "timetal"), "tekst": "En ny opgave om ugen, og timer i butikken"},
        "delmal": [
            {"nr": 1, "status": "naet", "tekst": "Tre uger i træk"},
            {"nr": 2, "status": "delvist"},
            {
                "specifikt": "Pakke to paller om dagen",
                "malbart": "Paller på listen ved porten",
                "attraktivt": "At være en af dem, der kan det hele",
                "frist": "2027-01-15",
                "art": "kompetencemal",
                "delt": "ja",
            },
        ],
        "timetal": {"praktik": 15, "ordinaer": 4},
        "aftaler": [
            {"hvad": "Vise pakkebordets liste", "hvem": ("virksomhed",), "frist": "2026-12-22"},
            {"hvad": "Sende bevillingen til løntimerne", "hvem": ("konsulent",)},
        ],
    },
    {"aftaler": {"naeste_kontakt": "2027-01-12", "naeste_kl": "13:00", "naeste_form": "besog"}},
) | settled("tidligere_aftaler", {4: {"udfald": "gjort"}})

AFSLUTNING = answers(
    {
        "samtale_med_virksomhed": {"holdt": "ja", "form": "besog"},
        "gik_godt": {"borger_tekst": "Jeg blev brugt til noget", "virksomhed_tekst": "Vi kunne regne med hende"},
        "gik_skidt": {"virksomhed_tekst": "Mødetiden i begyndelsen"},
        "igen": {"svar": "ja", "hvornar": "til maj", "type": "pakkebord i sæsonen"},
        "udfald": {
            "kode": "job",
            "dato": "2027-02-03",
            "klogere": "Faste opgaver og en kort pause er nok til 20 timer",
            "rammer": "Pause hver anden time, én at spørge",
            "opgaver_til": "Pakning og aflæsning",
            "opgaver_fra": "Kassen",
        },
        "laering": {
            "virkede": "At tale om løn fra den første dag",
            "anderledes": "Aftale mødetiden skriftligt",
            "match": "Små hold passede",
            "maerker": "lager, mødetid",
        },
        "naeste_skridt": {"hvad": "Ringe efter den første uge", "hvem": ("konsulent",), "frist": "2027-02-10"},
        "aftaler": [
            {"hvad": "Skrive kontrakten under", "hvem": ("virksomhed", "borger"), "frist": "2027-02-05"},
            {"hvad": "Aflevere nøglen til skabet", "hvem": ("borger",), "frist": "2027-02-05"},
        ],
    }
)

STOPPED_EARLY = answers(
    {
        "samtale_med_virksomhed": {"holdt": "nej", "forsog": 2},
        "gik_godt": {"borger_tekst": "De var søde"},
        "gik_skidt": {"borger_tekst": "Der var for meget larm"},
        "udfald": {
            "kode": "afbrudt_borger",
            "dato": "2026-11-13",
            "hvem": "borger",
            "arsag": "Borgeren oplyser, at larmen var for meget",
            "kender_virksomheden_arsag": "nej",
            "klogere": "Et stille sted er en betingelse",
            "rammer": "Faste opgaver virkede",
        },
        "laering": {"anderledes": "Besøge stedet, mens maskinerne kører"},
        "naeste_skridt": {"hvad": "Holde møde om et nyt forløb", "hvem": ("sagsbehandler", "konsulent")},
    }
)

EFTERVAERN = answers(
    {
        "trivsel": {"borger": 4, "borger_tekst": "Det bedste er kollegerne"},
        "timetal": {"ordinaer": 20},
        "hensyn": [{"nr": 1, "virker": "ja"}, {"nr": 2, "virker": "ikke_laengere"}],
        "pa_vej": {"svar": "Ny vagtplan til marts"},
        "hvem_ringer": {"svar": "Værkføreren, og ellers konsulenten"},
        "ma_kontakte_arbejdsgiver": {"svar": "ja"},
        "aftaler": [
            {"hvad": "Give besked om vagtplanen i god tid", "hvem": ("virksomhed",), "frist": "2027-02-20"},
            {"hvad": "Spørge om en fast pause", "hvem": ("borger",), "frist": "2027-02-17"},
        ],
    }
)

OPKALD = answers(
    {
        "hvad_sker": {
            "virksomhed_tekst": "Kommer for sent tre mandage i træk",
            "hvornar": "tre mandage i træk",
            "gar_godt": "Opgaverne, når hun er der",
        },
        "hvad_har_du_gjort": {"svar": "Har ikke sagt noget endnu"},
        "krav": {"virksomhed_tekst": "Være klar kl. 9.15", "sagt": "nej", "borgers_krav": "En at spørge om morgenen"},
        "hvem_taler": {"hvad": "Tale med borgeren om mødetiden", "hvem": ("virksomhed",), "frist": "2026-12-09"},
        "aftaler": [{"hvad": "Ringe og høre, hvordan det gik", "hvem": ("konsulent",), "frist": "2026-12-10"}],
    }
)
