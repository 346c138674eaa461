"""What is said when a machine is lost: names of what was counted, who could open it, what to do in which order."""

from vforlob.actions.databrud import (
    CONTACTS,
    COPY,
    DAMAGED,
    HOURS,
    IN_THE_CLEAR,
    LOCKED,
    MISSING,
    Databrud,
    Discovery,
    Lock,
)
from vforlob.rules.danish import clock, long_date, plain_date
from vforlob.store.envelope import DEMO, PASSPHRASE, RAW_KEY
from vforlob.store.location import NETWORK

LEGAL = "Hjælp, ikke juridisk rådgivning. Kommunens retningslinjer, DPO og fagsystem går forud."

# What a DPO asks for first, in this order: table, one, several.
COUNTED = (
    ("borger", "borger", "borgere"),
    (CONTACTS, "kontaktperson i virksomheder", "kontaktpersoner i virksomheder"),
    ("virksomhed", "virksomhed", "virksomheder"),
    ("forlob", "forløb", "forløb"),
    ("samtale", "samtale", "samtaler"),
    ("svar_nu", "svar fra samtaler", "svar fra samtaler"),
    ("kontakt", "kontakt", "kontakter"),
    ("aftale", "aftale", "aftaler"),
    ("delmal", "delmål", "delmål"),
    ("hensyn", "hensyn", "hensyn"),
    ("fravaer", "fraværsdag", "fraværsdage"),
)
# Which kind of sensitive data each table can hold.
SENSITIVE = {
    "borger": "Målgruppe, parathed og det, borgeren har fortalt om sig selv",
    "forlob": "Formålet med forløbet, og hvorfor der ikke var et formøde",
    "samtale": "Bemærkninger til sagsbehandleren",
    "samtale_udgave": "Hvorfor en samtale blev rettet",
    "svar_nu": "Svar i samtaler, også fri tekst, der kan sige noget om helbred",
    "kladde": "Halvt skrevet tekst",
    "aftale": "Hvad der er aftalt, og hvorfor det blev flyttet",
    "delmal": "Delmål med borgerens egne grunde",
    "hensyn": "Hensyn og behov, der kan pege på helbred",
    "clearance": "Hvem der må kende et hensyn",
    "opgave": "Tilpasninger og hjælpemidler",
    "lonkroner": "Hvad der er sagt om løn",
    "kontakt": "Hvad der blev sagt mellem samtalerne",
    "fravaer": "Fravær, herunder sygdom",
    "fremmode": "Optalte sygedage og fravær",
    "taet": "Tæt opfølgning og grunden til den",
    "udsat": "Hvorfor noget kan vente",
    "koordinering": "Andet i borgerens uge, fx behandling",
    "henvendelse": "Hvad der blev sagt, da en virksomhed blev spurgt",
    "sparring": "Sager lagt frem for kolleger",
    "historie": "Fortællinger med borgerens ja",
}
STATES = {
    LOCKED: "Ja. Databasen er krypteret (SQLCipher, AES-256). Uden nøglen kan den ikke læses.",
    IN_THE_CLEAR: "Nej. Filen er ikke krypteret. Regn med, at alt i den kan læses.",
    MISSING: "Databasen ligger ikke i mappen.",
    DAMAGED: "Filen er beskadiget eller er ikke en database fra vforlob.",
}
PLACES = {
    "": "en mappe eller disk, som konsulenten har valgt",
    NETWORK: "et netværksdrev",
}
UNPROVEN = (
    "Så vidt det kan ses, ja: Filen er ikke i klar tekst. Det kan først bekræftes, når den bliver åbnet med nøglen."
)
UNKNOWN_HERE = (
    "Om computeren var tændt og ulåst, da den blev væk. Var den det, kan den, der havde den, have læst alt.",
    "Om hele disken var krypteret, og om it-afdelingen kan spærre computeren. Det ved it-afdelingen.",
    "Om nogen kender adgangssætningen, eller om koden lå ved computeren.",
    "Papir, mails og filer, der er lavet uden om programmet eller kopieret videre.",
)
DPO_ROW = "Sig det til din leder og kommunens databeskyttelsesrådgiver, også når du ikke ved alt endnu."
STEPS_BEFORE = (
    f"Nu: {DPO_ROW}",
    "Nu: Bed it-afdelingen om at spærre computeren og dine adgange, og anmeld tyveri til politiet.",
    "Nu: Skriv ned, hvad der skete, hvornår, og hvornår det blev opdaget. Slet og ret intet, der kan vise det.",
    "Giv databeskyttelsesrådgiveren denne opgørelse. Der står ingen navne eller aliasser i den.",
)
STEP_TOLD = (
    "{}: Kommunen anmelder bruddet til Datatilsynet på virk.dk, med mindre det er usandsynligt, at det går ud over "
    "borgerne. Mangler der noget, sendes det senere; vent ikke på det."
)
STEPS_AFTER = (
    "Samtidig: Kommunen vurderer, om borgerne skal have besked (artikel 34). At data er krypteret, og at nøglen ikke "
    "er kommet væk, tæller med.",
    "Altid: Kommunen skriver bruddet i sin egen fortegnelse, også når det ikke bliver anmeldt (artikel 33, stk. 5).",
    "Bagefter: Hent data frem på en ny computer med »vforlob gendan«, skift adgangssætning med »vforlob adgang "
    "sætning«, og bed om en ny kode med »vforlob adgang kode«.",
)


def moment(found: Discovery, which: str) -> str:
    """mandag den 23. november 2026 (uge 48) kl. 13"""
    at = found.frist if which == "frist" else found.opdaget
    return f"{long_date(at.date())} {clock(at.strftime('%H:%M'))}"


def deadline_said(found: Discovery) -> str:
    when = moment(found, "frist")
    if not found.is_said:
        now = f"Blev det opdaget nu, er fristen {when}: {HOURS} timer."
        return f'{now} Blev det opdaget før, så skriv fx: vforlob databrud --opdaget "i går kl. 9"'
    if found.is_late:
        return (
            f"Fristen på {HOURS} timer var {when}. Den er overskredet: Anmeld nu, og skriv, hvorfor det blev senere "
            "(artikel 33, stk. 1)."
        )
    left = "under en time" if found.hours_left < 1 else f"{found.hours_left} timer"
    return f"Senest {when}. Der er {left} igen af de {HOURS} timer."


def steps(found: Discovery) -> tuple[str, ...]:
    when = "Nu, fristen er overskredet" if found.is_late else f"Senest {moment(found, 'frist')}"
    return (*STEPS_BEFORE, STEP_TOLD.format(when), *STEPS_AFTER)


def encryption_said(found: Databrud) -> str:
    """Random bytes look the same: only the key shows that it is our database."""
    return UNPROVEN if found.uden_noegle and found.laas.fil == LOCKED else STATES[found.laas.fil]


def who_could_open(lock: Lock) -> tuple[str, ...]:
    if lock.fil == IN_THE_CLEAR:
        return ("Enhver, der har filen.",)
    if not lock.art:
        return ("Det kan ikke ses: Filen med den låste nøgle (noegle.json) kan ikke læses her.",)
    ways = {
        PASSPHRASE: (_passphrase(lock),),
        RAW_KEY: ("Den, der har nøglefilen. Lå den på samme computer, hjælper krypteringen ikke.",),
        DEMO: ("Enhver: Det er en demo med opdigtede personer, og nøglen ligger i mappen.",),
    }[lock.art]
    code = ("Den, der har gendannelseskoden på papir.",) if lock.kode else ()
    return (*ways, *code, *((_keyring(lock),) if lock.art == PASSPHRASE else ()))


def _keyring(lock: Lock) -> str:
    if lock.noeglering is None:
        return "Om nøglen også lå i computerens nøglering, kan ikke ses i en kopi."
    if lock.noeglering:
        return "Den, der er logget ind på computeren som konsulenten: Nøglen ligger også i computerens nøglering."
    return "Nøglen ligger ikke i computerens nøglering."


def _passphrase(lock: Lock) -> str:
    price = f" (argon2id, {lock.pris.m // 1024} MiB, {lock.pris.t} gange)" if lock.pris else ""
    return f"Den, der kender adgangssætningen. Den er dyr at gætte{price} og står ikke på computeren."


def copies_said(found: Databrud) -> str:
    if found.kilde == COPY:
        here = "Det er denne kopi, der er set efter i. Om der ligger flere på computeren, kan ikke ses herfra."
    elif not found.kopier:
        here = "Ingen i datamappen."
    else:
        days = sorted({it.dag for it in found.kopier})
        span = plain_date(days[0]) if len(days) == 1 else f"{plain_date(days[0])} til {plain_date(days[-1])}"
        how_many = "1 krypteret kopi" if len(found.kopier) == 1 else f"{len(found.kopier)} krypterede kopier"
        here = f"{how_many} i datamappen, fra {span}."
    if found.andet_sted is None:
        return f"{here} Om der ligger kopier andre steder, kan ikke ses uden nøglen."
    if not found.andet_sted:
        return f"{here} Der er ikke valgt et andet sted til kopier."
    return f"{here} Der lægges også kopier i {found.andet_sted}; »vforlob kopi liste« viser hvor."


def sensitive_names(tables: dict[str, int]) -> list[tuple[str, int]]:
    return [(SENSITIVE.get(name, name), count) for name, count in tables.items()]
