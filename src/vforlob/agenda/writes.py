"""What each word of `skriver` reads: the felter it cannot do without, their types and their choices. Only data."""

from typing import NamedTuple


class Way(NamedTuple):
    """One shape a word can be written from: felter in the rows of a liste, and felter that stand once."""

    rows: tuple[str, ...] = ()
    single: tuple[str, ...] = ()


class Shape(NamedTuple):
    """What a felt must be, where it is there. No `choices` means any."""

    kinds: tuple[str, ...]
    choices: tuple[str, ...] = ()


JA_NEJ = ("ja", "nej")
ROLES = ("leder", "mentor", "kolleger", "vitas")
FORMS = ("besog", "telefon", "video", "kommunen")
WHO = ("borger", "konsulent", "sagsbehandler", "virksomhed", "mentor", "andre")
RECIPIENT_CHOICES = ("borger", "virksomhed", "mentor", "sagsbehandler", "journal")
HOURS = ("praktik", "lontilskud", "ordinaer")
DAYS = ("man", "tir", "ons", "tor", "fre", "lor", "son")
VITAS = (
    "ikke_oprettet",
    "oprettet",
    "underskrevet_arbejdsgiver",
    "underskrevet_medarbejderrepraesentant",
    "sendt",
    "bevilget",
    "afslag",
)
OUTCOMES = (
    "gennemfort",
    "job",
    "lontimer",
    "uddannelse",
    "stoppet_afklaret",
    "stoppet_sygdom",
    "afbrudt_borger",
    "afbrudt_virksomhed",
    "afbrudt_kommune",
    "aldrig_startet",
    "udeblevet",
)
STOPPED_BY = ("borger", "virksomhed", "kommune", "andre")
COUNTED = ("aftalt", "modt", "syg", "fri", "udeblevet", "uafklaret")

WRITES: dict[str, tuple[Way, ...]] = {
    "forlob.start": (Way(single=("dato",)),),
    "forlob.slut": (Way(single=("borger", "virksomhed", "slut")),),
    "forlob.hensigt": (Way(single=("art", "tekst")),),
    "forlob.dage": (Way(single=("dage",)),),
    "forlob.kontakt": (
        Way(single=("fast_tid", "kontakt_kommune", "stedfortraeder")),
        Way(single=("modtages_af", "mentor")),
    ),
    "forlob.vitas": (Way(single=("svar",)),),
    "timer": (Way(single=("start", "slut", "hvornar")), Way(single=("timer",)), Way(single=HOURS)),
    "aftaler": (Way(rows=("hvad", "hvem", "frist")), Way(single=("hvad", "hvem", "frist"))),
    "plan": (Way(single=("naeste_kontakt",)), Way(single=("dato",))),
    "hensyn": (
        Way(rows=("hensyn", "behov", "losning")),
        Way(rows=("nr", "hvem", "sporg_forst")),
        Way(rows=("nr", "virker")),
    ),
    "opgaver": (Way(rows=("opgave", "trin")), Way(single=("opgaver",))),
    "delmal": (Way(rows=("specifikt", "frist")), Way(rows=("nr", "status"))),
    "fremmode": (Way(single=COUNTED),),
    "lonkroner": (Way(single=("trin",)), Way(single=("svar",))),
    "onsker": (Way(rows=("onske",)),),
    "koordinering": (Way(rows=("indsats", "hvornar")),),
    "borger.cv": (Way(single=("gennemgaet",)),),
    "borger.ressourcer": (Way(single=("erhvervserfaring", "skolegang", "interesser", "andet")),),
    "borger.geografi": (Way(single=("sted", "transport", "minutter")),),
    "udfald": (Way(single=("kode", "dato")),),
    "virksomhed": (Way(single=("svar",)),),
    "laering": (Way(single=("virkede", "anderledes", "match")),),
}

# These belong to a forløb, and an agenda about a borger has none.
NEED_FORLOB = ("opgaver", "fremmode", "lonkroner", "udfald", "virksomhed")

_TEXT = Shape(("kort", "tekst"))
_DAY, _CLOCK, _NUMBER = Shape(("dato",)), Shape(("klokkeslaet",)), Shape(("tal",))
_AGREE = Shape(("valg", "janej"), (*JA_NEJ, "ved_ikke"))
_ROLES = Shape(("flervalg", "valg"), ROLES)
_FORM = Shape(("valg",), FORMS)

SHAPES: dict[str, dict[str, Shape]] = {
    "forlob.start": {"dato": _DAY, "rejse": _TEXT, "ud_ad_doren": _CLOCK},
    "forlob.slut": {"borger": _AGREE, "virksomhed": _AGREE, "slut": _DAY},
    "forlob.hensigt": {"art": Shape(("valg",), ("afklaring", "optraening", "ansaettelse")), "tekst": _TEXT},
    "forlob.dage": {"dage": Shape(("flervalg",), DAYS)},
    "forlob.kontakt": dict.fromkeys(("fast_tid", "kontakt_kommune", "stedfortraeder", "modtages_af", "mentor"), _TEXT),
    "forlob.vitas": {"svar": Shape(("valg",), VITAS)},
    "timer": {"hvornar": _DAY, **dict.fromkeys(("start", "slut", "timer", *HOURS), _NUMBER)},
    "aftaler": {
        "hvad": _TEXT,
        "hvem": Shape(("flervalg", "valg"), WHO),
        "hvem_andre": _TEXT,
        "frist": _DAY,
        "modtagere": Shape(("flervalg",), RECIPIENT_CHOICES),
    },
    "plan": {
        "naeste_kontakt": _DAY,
        "naeste_kl": _CLOCK,
        "naeste_form": _FORM,
        "dato": _DAY,
        "kl": _CLOCK,
        "form": _FORM,
        "svar": Shape(("valg",), ("ingen_aftale",)),
    },
    "hensyn": {
        "nr": _NUMBER,
        "hensyn": _TEXT,
        "behov": _TEXT,
        "losning": _TEXT,
        "hvorfor": _TEXT,
        "hvem": _ROLES,
        "sporg_forst": _ROLES,
        "aftalt": _DAY,
        "betydning": Shape(("janej", "valg"), JA_NEJ),
        "virker": Shape(("valg",), ("ja", "delvist", "nej", "ikke_laengere")),
    },
    "opgaver": {
        "opgave": _TEXT,
        "trin": Shape(("valg",), ("ny", "oplaeres", "med_hjaelp", "selvstaendigt")),
        "timetype": Shape(("valg",), HOURS),
        "opgaver": Shape(("flervalg",)),
    },
    "delmal": {
        "nr": _NUMBER,
        "art": Shape(("valg",), ("jobmal", "kompetencemal", "udviklingsmal")),
        **dict.fromkeys(("specifikt", "malbart", "attraktivt", "realistisk", "tekst"), _TEXT),
        "frist": _DAY,
        "status": Shape(("valg",), ("aben", "naet", "delvist", "justeret", "bortfaldet")),
        "delt": Shape(("janej", "valg"), JA_NEJ),
    },
    "fremmode": dict.fromkeys((*COUNTED, "for_sent"), _NUMBER),
    "lonkroner": {
        "trin": Shape(("valg",), ("ikke_italesat", "italesat", "forhandles", "aftalt", "i_gang", "afvist")),
        "svar": Shape(("valg",), ("ja", "maske", "nej")),
        "timer": _NUMBER,
        "opgaver": _TEXT,
        "tekst": _TEXT,
        "fra_uge": _NUMBER,
    },
    "onsker": {"onske": _TEXT, "branche": _TEXT},
    "koordinering": {"indsats": _TEXT, "hvornar": _TEXT, "hvem": _TEXT},
    "borger.cv": {"gennemgaet": Shape(("janej", "valg"), JA_NEJ)},
    "borger.ressourcer": dict.fromkeys(("erhvervserfaring", "skolegang", "interesser", "andet"), _TEXT),
    "borger.geografi": {
        "sted": _TEXT,
        "transport": Shape(("valg",), ("gang", "cykel", "bus", "bil", "andet")),
        "minutter": _NUMBER,
    },
    "udfald": {
        "kode": Shape(("valg",), OUTCOMES),
        "dato": _DAY,
        "hvem": Shape(("valg", "flervalg"), STOPPED_BY),
        "kender_virksomheden_arsag": Shape(("valg", "janej"), (*JA_NEJ, "delvist")),
        "arsag": _TEXT,
        "klogere": _TEXT,
    },
    "virksomhed": {"svar": Shape(("valg", "janej"), ("ja", "maske", "nej"))},
    "laering": dict.fromkeys(("virkede", "anderledes", "match"), _TEXT),
}
