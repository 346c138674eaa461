"""What the mirror says: the figures as text, what is open and what to do, what each figure counts. Knows no screen."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vforlob.rules.danish import MONTHS, counted, listed, plain_date, short_date
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.spejl.breaches import Breach
from vforlob.rules.spejl.mirror import FEW, MEASURES, Row, Share, Spejl
from vforlob.rules.spejl.practice import FIRST_WEEK

NOTHING, NOT_KEPT = "ingen", "-"
OPEN_TITLE = "Det ældste, der stadig mangler, og siden hvornår"
NONE_OPEN = "Der mangler ikke noget af det i dag."
_METHOD = "Cabi, Gør en indsats for at nedbringe antallet af afbrudte virksomhedsforløb"
_REPORT = "Særligt tilrettelagt virksomhedsforløb, hovedrapport, kap. 4.7"


class Open(NamedTuple):
    """`number` is f12 or "delmål 7", `since` 4/11; `line` is what follows "vforlob "."""

    number: str
    since: str
    text: str
    line: str


class Explained(NamedTuple):
    title: str
    counted: str
    source: str


def share_text(share: Share) -> str:
    """4 af 7. "-" where it was not counted."""
    if share.whole is None:
        return NOT_KEPT
    return f"{share.part} af {share.whole}" if share.whole else NOTHING


def with_percent(share: Share) -> str:
    """20 af 24 (83 %); none where there are few."""
    percent = f" ({share.percent} %)" if share.percent is not None else ""
    return f"{share_text(share)}{percent}"


def row_texts(row: Row, spejl: Spejl) -> tuple[str, ...]:
    """The months and then the quarter, with the percentage there alone. A month that has not begun is empty."""
    ahead = spejl.upto.isoformat()[:7] if spejl.upto else "9"
    months = zip(spejl.quarter.months, row.months, strict=True)
    return (*("" if maned > ahead else share_text(share) for maned, share in months), with_percent(row.quarter))


def heads(spejl: Spejl) -> tuple[str, ...]:
    return (*(MONTHS[int(maned[5:]) - 1] for maned in spejl.quarter.months), "kvartalet")


def period_text(spejl: Spejl) -> str:
    upto = f", til og med {plain_date(spejl.upto)}" if spejl.upto else ""
    return f"{spejl.quarter.title}{upto}"


def remarks(spejl: Spejl, today: date) -> Iterator[str]:
    """What must be known to read the figures right."""
    begun = [maned for maned in spejl.quarter.months if maned <= today.isoformat()[:7]]
    missing = [MONTHS[int(maned[5:]) - 1] for maned in begun if maned not in spejl.kept]
    if spejl.upto and MONTHS[spejl.upto.month - 1] not in missing:
        yield f"{MONTHS[spejl.upto.month - 1].capitalize()} er talt til og med i dag."
    if not spejl.kept:
        yield "Der er ingen tal fra det kvartal."
    elif missing:
        yield f"»-«: Der er ingen tal fra {listed(missing)}."
    if any(0 < (row.quarter.whole or 0) < FEW for row in spejl.rows):
        yield "Tallene er små: Se på den enkelte sag, ikke på udviklingen."


def open_line(breach: Breach, today: date) -> Open:
    number = f"f{breach.nr}" if breach.emne == "forlob" else f"delmål {breach.nr}"
    text, line = _OPEN[breach.measure]
    since = short_date(breach.since, today) if breach.since else ""
    return Open(number, since, text.format(gap=_letters(breach.gap)), line.format(nr=breach.nr))


def explained(rules: RuleBook, today: date) -> tuple[Explained, ...]:
    """One sentence each, and its source."""
    week = rules.find(FIRST_WEEK, today)
    length = counted(week.days, "dag", "dage") if week else "7 dage"
    return tuple(
        Explained(measure.title, _EXPLAINED[measure.id][0].format(uge=length), _EXPLAINED[measure.id][1])
        for measure in MEASURES
    )


def _letters(gap: str) -> str:
    return " og ".join([", ".join(gap[:-1]), gap[-1]]) if len(gap) > 1 else gap


_OPEN = {
    "formode": ("Intet formøde, og ingen grund", "forløb ret f{nr}"),
    "startmode": ("Intet startmøde", "startmøde f{nr}"),
    "opfolgning": ("For længe siden, I talte sammen", "kontakt f{nr}"),
    "lonkroner": ("Ikke talt om løntimer", "opfølgning f{nr}"),
    "taet": ("Tæt opfølgning: ikke taget stilling", "tæt f{nr}"),
    "smart": ("Mangler {gap} i SMART", "delmål ret {nr}"),
    "afslutning": ("Ingen afsluttende samtale", "forløb vis f{nr}"),
}
_EXPLAINED = {
    "formode": (
        "Forløb, der begyndte i måneden, hvor der var holdt et formøde senest den første dag.",
        f"{_METHOD}: »Lav obligatoriske formøder«",
    ),
    "startmode": (
        "Forløb, der begyndte i måneden, hvor startmødet var holdt senest den første dag.",
        f"{_METHOD}: dagsorden til startmødet",
    ),
    "forste_uge": (
        "Forløb, hvis første {uge} sluttede i måneden, hvor du nåede nogen i de dage, efter den første dag.",
        f"Vores eget tal; afbrud sker »typisk tidligt i processen« ({_METHOD})",
    ),
    "opfolgning": (
        "Forløb i gang den sidste dag, hvor der ikke var gået længere siden sidste kontakt, end reglerne siger.",
        f"{_REPORT}: »hyppig opfølgning (min. månedlig)«; se tallene med: vforlob regler vis",
    ),
    "lonkroner": (
        "Forløb i gang den sidste dag, hvor I har talt om timer med løn, også når svaret var nej.",
        f"{_METHOD}: »Lønkroner« i dagsordenen til startmødet",
    ),
    "taet": (
        "Forløb i gang den sidste dag, hvor du har skrevet ja, hold øje eller nej til tæt opfølgning.",
        f"{_METHOD}: »Vurdér allerede inden forløbets start«",
    ),
    "smart": (
        "Åbne delmål den sidste dag, hvor alle fem dele af SMART er skrevet.",
        f"{_METHOD}: »SMART-modellen«",
    ),
    "afslutning": (
        "Forløb, der sluttede i måneden, hvor den afsluttende samtale med virksomheden blev holdt.",
        f"{_METHOD}: »Afslut altid forløbet med arbejdsgiver«",
    ),
}
