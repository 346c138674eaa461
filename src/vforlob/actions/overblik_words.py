"""What every figure is called, what exactly is counted, and who asks for it. Knows no figure's value.

A number in a sentence comes from the dated rules, and so does the source of that number.
"""

from datetime import date
from typing import NamedTuple

from vforlob.rules.danish import counted
from vforlob.rules.overblik import names
from vforlob.rules.rulebook import UNITS, Rule, RuleBook

REPORT = "Særligt tilrettelagt virksomhedsforløb, hovedrapport"
BOOKLET = "Teknologisk Institut, På spring til arbejdsmarkedet, marts 2006"
CABI = "Cabi, Gør en indsats for at nedbringe antallet af afbrudte virksomhedsforløb"
DAMVAD = "DAMVAD, kap. 7.3"


class Words(NamedTuple):
    """`ord` is what is typed after `overblik`. `taeller` is one sentence; where it has a place {} the value of `regel`
    stands there, and that rule is the source beside `kilde`. `ingen` is said where the list is empty.
    """

    ord: str
    titel: str
    taeller: str
    ingen: str
    kilde: str = ""
    regel: str = ""


class Definition(NamedTuple):
    titel: str
    taeller: str
    kilde: str


WORDS = {
    names.BORGERE: Words(
        "borgere",
        "Borgere",
        "Alle borgere på din liste, med og uden forløb.",
        "Her er ingen borgere endnu.",
        f"{REPORT}, kap. 4.7: »lavt caseload hos S og VK (30-45 sager)«",
        regel="sagsstamme_hoj",
    ),
    names.KLAR: Words(
        "klar",
        "Klar",
        "Borgere, hvor der står, at de er klar.",
        "Ingen står som klar.",
        f"{REPORT}, kap. 4.3: »hvilke borgere er klar, tæt på, længere fra«",
    ),
    names.TAET_PA: Words(
        "tæt-på",
        "Tæt på",
        "Borgere, hvor der står, at de er tæt på.",
        "Ingen står som tæt på.",
        f"{REPORT}, kap. 4.3: »hvilke borgere er klar, tæt på, længere fra«",
    ),
    names.LAENGERE_FRA: Words(
        "længere-fra",
        "Længere fra",
        "Borgere, hvor der står, at de er længere fra.",
        "Ingen står som længere fra.",
        f"{REPORT}, kap. 4.3: »hvilke borgere er klar, tæt på, længere fra«",
    ),
    names.UDEN_PARATHED: Words(
        "uden-parathed",
        "Uden parathed",
        "Borgere, hvor der hverken står klar, tæt på eller længere fra.",
        "Der står en parathed for alle.",
        f"{REPORT}, kap. 4.3: »hvilke borgere er klar, tæt på, længere fra«",
    ),
    names.SKAL_TIL: Words(
        "skal-til",
        "Mangler »det skal der til«",
        "Borgere, der er tæt på eller længere fra, hvor der ikke står, hvad der skal til.",
        "Der står, hvad der skal til, for alle, der er tæt på eller længere fra.",
        f"{REPORT}, kap. 4.3: »hvad skal der konkret til«",
    ),
    names.CV: Words(
        "cv",
        "Har CV",
        "Borgere, hvor der står, at de har et CV.",
        "Der står ikke for nogen, at de har et CV.",
        f"{REPORT}, kap. 4.3: »hvor mange borgere har et CV«",
    ),
    names.UDEN_CV: Words(
        "uden-cv",
        "Uden CV",
        "Borgere, hvor der ikke står, at de har et CV.",
        "Alle har et CV.",
        f"{REPORT}, kap. 4.3: »hvor mange borgere har et CV«",
    ),
    names.UDEN_FORLOB: Words(
        "uden-forløb",
        "Uden forløb",
        "Borgere uden et åbent eller planlagt forløb. Den, hvis sidste forløb endte i job, løntimer eller uddannelse, "
        "tæller først igen, når der er en ny henvisning.",
        "Alle har et forløb, et job eller en uddannelse.",
        f"{BOOKLET}, s. 22",
    ),
    names.MELLEM: Words(
        "mellem-forløb",
        "Mellem forløb",
        "Af dem uden forløb: dem, der har haft et, som er lukket.",
        "Ingen er mellem to forløb.",
        f"{BOOKLET}, s. 22: ingen må blive »tabt« mellem to forløb",
    ),
    names.UDEN_SKRIDT: Words(
        "uden-næste-skridt",
        "Uden næste skridt",
        "Af dem uden forløb: dem, hvor der hverken er en åben aftale eller en planlagt kontakt, eller hvor den er "
        "mere end {} over sin dag.",
        "Alle uden forløb har et næste skridt.",
        regel="naeste_skridt_over_dage",
    ),
    names.VENTER: Words(
        "venter",
        "Venter på første kontakt",
        "Borgere, der blev henvist for mere end {} siden, og som endnu ikke er nået.",
        "Ingen venter på den første kontakt.",
        regel="henvist_arbejdsdage",
    ),
    names.PLANLAGT: Words(
        "planlagt",
        "Planlagt",
        "Åbne forløb, hvis første dag ikke er kommet, eller som ingen første dag har.",
        "Ingen forløb er planlagt.",
        f"{REPORT}, kap. 4.3: resultater »ned på sagsstammeniveau«",
    ),
    names.BEGYNDELSEN: Words(
        "uge-1-4",
        "Uge 1-4",
        "Forløb i gang, der har varet mindre end {}, og som ikke slutter snart.",
        "Ingen forløb er i de første uger.",
        regel="kontakt_start_uger",
    ),
    names.SENERE: Words(
        "senere",
        "Senere",
        "Forløb i gang, der har varet {} eller mere, og som ikke slutter snart.",
        "Ingen forløb er længere fremme.",
        regel="kontakt_start_uger",
    ),
    names.SLUTTER: Words(
        "slutter-snart",
        "Slutter snart",
        "Forløb i gang, hvis sidste dag er højst {} væk eller er gået.",
        "Ingen forløb slutter snart.",
        regel="forlob_slutter_dage",
    ),
    names.EFTERVAERN: Words(
        "efterværn",
        "Efterværn",
        "Lukkede forløb, hvor du stadig holder kontakt, efter at jobbet er begyndt.",
        "Ingen er i efterværn.",
        "Vores eget tal; DAMVAD, kap. 7.3, siger, at mange har brug for opfølgning, når de er kommet i job",
    ),
    names.FORFALDNE: Words(
        "forfaldne",
        "Forfaldne kontakter",
        "Forløb, også i efterværn, hvor den næste kontakt skulle have været før i dag, efter det, I aftalte, eller "
        "efter reglerne. »Opfølgning til tiden« ser kun på, hvor længe siden det er, I talte sammen.",
        "Ingen kontakter er over tid.",
        regel="kontakt_senest_dage",
    ),
    names.TAET: Words(
        "tæt",
        "Tæt opfølgning",
        "Åbne forløb, hvor det sidste, der er besluttet om tæt opfølgning, er ja.",
        "Ingen følges tæt lige nu.",
        f"{CABI}: forløb, der kan bekymre, skal »følges ekstra tæt«",
    ),
    names.LONTIMER: Words(
        "løntimer",
        "Ordinære timer om ugen",
        "De ordinære løntimer om ugen i alle forløb, der er i gang, lagt sammen.",
        "Ingen forløb har ordinære timer endnu.",
        f"{REPORT}, kap. 4.6: »målet med praktik er lønkroner«",
    ),
    names.UGE: Words(
        "uge",
        "Denne uge",
        "Forløb, hvor den næste kontakt ligger i ugen eller er over tid; dem, der allerede er nået i ugen, tæller som "
        "holdt. Et opkald foreslås kun, når der er talt med både borger og virksomhed inden for {}, ingen aftaler er "
        "åbne, og forløbet hverken har en frist, er nyt, slutter snart eller følges tæt.",
        "Der er ingen kontakter i denne uge.",
        f"{DAMVAD}: det er svært at nå »en tilstrækkelig tæt opfølgning«",
        "opkald_talt_dage",
    ),
    names.NAESTE_UGE: Words(
        "næste-uge",
        "Næste uge",
        "Forløb, hvor den næste kontakt ligger i næste uge. Et opkald foreslås som i denne uge.",
        "Der er ingen kontakter i næste uge.",
        f"{DAMVAD}: det er svært at nå »en tilstrækkelig tæt opfølgning«",
    ),
}
TYPED = tuple(words.ord for words in WORDS.values())


def name_of(typed: str) -> str:
    """The figure that is meant, empty where there is none."""
    from vforlob.model.text import fold  # late: the whole overview needs no word

    wanted = fold("-".join(typed.split()))
    return next((name for name, words in WORDS.items() if wanted in {fold(words.ord), fold(name)}), "")


def definition(name: str, today: date, rules: RuleBook) -> Definition:
    words = WORDS[name]
    rule = rules.at(words.regel, today) if words.regel else None
    told = words.taeller.replace("{}", _value(rule)) if rule else words.taeller
    sources = [source for source in (words.kilde, rule.source if rule else "") if source]
    return Definition(words.titel, told, "; ".join(sources))


def _value(rule: Rule) -> str:
    one, many = UNITS[rule.unit]
    return counted(rule.number, one, many)
