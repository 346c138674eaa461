"""The matrix of who can ever be given what, as data. Knows no answers and decides nothing by itself."""

from vforlob.model.agenda import RECIPIENTS

BORGER, VIRKSOMHED, MENTOR, SAGSBEHANDLER, JOURNAL = RECIPIENTS

EVERYONE = frozenset(RECIPIENTS)
# What matters to the case has to be noted: these two can never be opted out of.
CASE_ONLY = frozenset({SAGSBEHANDLER, JOURNAL})
OUTSIDE = frozenset({VIRKSOMHED, MENTOR})
BORGER_AND_CASE = CASE_ONLY | {BORGER}
ALL_BUT_MENTOR = EVERYONE - {MENTOR}
DEFAULT = BORGER_AND_CASE

NOTE = "note"

# Rows of the matrix that a point's id finds; a felt named in FELT_ROWS obeys that row instead.
POINT_ROWS = {
    **dict.fromkeys(("opgaver", "selvstaendigt", "hensigt", "cv", "opstart", "opfolgning"), EVERYONE),
    **dict.fromkeys(("lonkroner", "vitas", "arbejdstoj"), ALL_BUT_MENTOR),
    **dict.fromkeys(
        (
            *("indsats", "bidrag", "erfaringer", "ressourcer", "onsker"),
            *("egen_indsats", "geografi", "onskeliste", "koordinering"),
        ),
        BORGER_AND_CASE,
    ),
    # How an outcome came about, what is next for the borger, and what she says once she has a job.
    **dict.fromkeys(("udfald", "naeste_skridt", "pa_vej", "hvem_ringer", "ma_kontakte_arbejdsgiver"), BORGER_AND_CASE),
    # What the virksomhed thinks of a next time is no answer to the borger.
    "igen": CASE_ONLY | {VIRKSOMHED},
    **dict.fromkeys(("laering", "svaere_emner"), CASE_ONLY),
    # Several agendas have a point of these names; a felt that none of them has gets the stricter row.
    "timetal": BORGER_AND_CASE,
    "fremmode": BORGER_AND_CASE,
}

FELT_ROWS = {
    **{("timetal", felt): EVERYONE for felt in ("timer", "dage", "praktik", "lontilskud", "ordinaer")},
    **{("fremmode", felt): EVERYONE for felt in ("modetid", "sygemelding_til", "telefon", "inden_kl", "ogsa_kommunen")},
    ("fremmode", "aftalt"): ALL_BUT_MENTOR,
    ("fremmode", "modt"): ALL_BUT_MENTOR,
    ("delmal", "delt"): BORGER_AND_CASE,
    ("skema", "tema"): ALL_BUT_MENTOR,
    ("skema", "borger"): BORGER_AND_CASE,
    ("skema", "virksomhed"): CASE_ONLY | {VIRKSOMHED},
    **{("skema", felt): CASE_ONLY for felt in ("konsulent", "tekst")},
    ("socialt", "tegn"): ALL_BUT_MENTOR,
    ("forlaengelse", "slut"): ALL_BUT_MENTOR,
    ("forlaengelse", "begrundelse"): BORGER_AND_CASE,
}

WRITES_ROWS = {"opgaver": EVERYONE}

# Never to virksomhed or mentor, wherever it stands and whatever a file says.
NEVER_IDS = frozenset(
    {
        *("indsats", "bidrag", "erfaringer", "onsker", "onskeliste", "koordinering"),
        *("syg", "fri", "udeblevet", "uafklaret", "for_sent", "sygedage", "sygefravaer", "fravaer"),
        *("diagnose", "diagnoser", "behandling", "behandlinger", "medicin", "helbred", "sygdom"),
        *("ydelse", "ydelser", "malgruppe", "sanktion", "sanktioner", "parathed"),
        *("taet", "taet_opfolgning", "bekymring", "tidligere_forlob", "udfald", "arsag", "klogere", "laering"),
        *("kender_virksomheden_arsag", "svaere_emner", "pa_vej", "ma_kontakte_arbejdsgiver", "hvem_ringer"),
        *("rejse", "ud_ad_doren"),
    }
)
NEVER_WRITES = frozenset({"onsker", "koordinering", "udfald", "laering"})

# After employment the employer is contacted, and written to, only where the borger has said yes here.
EMPLOYER_ONLY_BY_YES = "ma_kontakte_arbejdsgiver"

# Of a hensyn, the only felter that can leave the borger and the case.
HENSYN_SHARED = frozenset({"losning", "virker"})
HENSYN_RAW = "hensyn"
CLEARANCE_FELTER = frozenset({"hvem", "sporg_forst"})
ROLE_OF = {VIRKSOMHED: "leder", MENTOR: "mentor"}

NEXT_CONTACT = frozenset({"naeste_kontakt", "naeste_kl", "naeste_form"})
AFTALE_RECIPIENTS = "modtagere"
HEARD_ALONE = "alene"

# Whose words a part's words are. What konsulent or sagsbehandler says is nobody's own.
SIDE_OF = {"borger": BORGER, "virksomhed": VIRKSOMHED, "mentor": VIRKSOMHED}

# Who somebody at the table counts as, and the clearance a hensyn then needs beside that of the leder.
KONSULENT = "konsulent"
COUNTS_AS = {
    **dict.fromkeys(("borger", "bisidder", "tolk"), BORGER),
    **dict.fromkeys(("virksomhed", "leder", "mentor", "tillidsrepraesentant", "andre"), VIRKSOMHED),
    "sagsbehandler": SAGSBEHANDLER,
}
ALSO_NEEDS = {"mentor": "mentor", "tillidsrepraesentant": "kolleger", "andre": "kolleger"}
