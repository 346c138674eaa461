"""The sentences and cells of the report of a month. Knows no record and no document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vforlob.model.dokument import Led
from vforlob.rules.danish import counted, listed, number
from vforlob.rules.maltal import Kept
from vforlob.rules.maltal_share import share
from vforlob.rules.months_typed import month_in_short
from vforlob.rules.outcomes import EARLY

NONE, STAR = "–", "*"
# What was done of what there was to do: the figure, its whole, the word for one and for more of them, and what is said
# where there was nothing to do.
_WHOLES = {
    "formode": ("startet", "forløb, der begyndte", "forløb, der begyndte", "ingen forløb begyndte"),
    "opfolgning": ("forlob", "forløb i gang", "forløb i gang", "ingen forløb i gang"),
    "lonkroner": ("forlob", "forløb i gang", "forløb i gang", "ingen forløb i gang"),
    "afsluttende_samtale": ("lukket", "afsluttet forløb", "afsluttede forløb", "ingen forløb sluttede"),
    "delmal_hele": ("delmal", "åbent delmål", "åbne delmål", "ingen åbne delmål"),
}
_ENDED = {
    "Afbrudt": {
        "afbrudt_virksomhed": "af virksomheden",
        "afbrudt_borger": "af borgeren",
        "afbrudt_kommune": "af kommunen",
        "udeblevet": "kom ikke igen, uden kontakt",
    },
    "Stoppet før tid": {
        "stoppet_afklaret": "afklaret",
        "stoppet_sygdom": "på grund af sygdom",
        "aldrig_startet": "kom aldrig i gang",
    },
    "Efter planen": {
        "job": "i job",
        "lontimer": "med løntimer",
        "uddannelse": "i uddannelse",
        "gennemfort": "gennemført",
    },
}
# Of the others how long it went is nobody's business, and of an illness least of all.
_WITH_WEEK = EARLY - {"stoppet_sygdom"}
SHARES = (
    ("formode", "Formøde holdt før start"),
    ("opfolgning", "Opfølgning til tiden"),
    ("lonkroner", "Talt om løntimer"),
    ("afsluttende_samtale", "Afsluttende samtale holdt"),
    ("delmal_hele", "Delmål med alle fem dele"),
)


def share_of(figures: Mapping[str, float], name: str) -> str:
    """Empty where the month did not keep it."""
    whole, one, more, nothing = _WHOLES[name]
    if name not in figures or whole not in figures:
        return ""
    of_what = one if figures[whole] == 1 else more
    return f"{share(figures[name], figures[whole])} {of_what}" if figures[whole] else nothing


def cell(tal: float | None) -> str:
    return NONE if tal is None else number(tal)


def earlier(kept: Iterable[Kept], shown: Iterable[str]) -> list[str]:
    """The cells of earlier months, each marked where it was corrected afterwards."""
    by_month = {one.maned: one for one in kept}
    found = (by_month.get(maned) for maned in shown)
    return [NONE if one is None else f"{number(one.now)}{STAR if one.rettet is not None else ''}" for one in found]


def short_months(months: Iterable[str], beside: str) -> list[str]:
    return [month_in_short(maned, beside).capitalize() for maned in months]


def moved(figures: Mapping[str, float]) -> str:
    """Who is on the list, and whether they have come nearer."""
    said = [f"{counted(figures.get('borgere', 0), 'borger', 'borgere')} på listen{_new(figures)}."]
    ready = (("klar", "klar"), ("taet_pa", "tæt på"), ("laengere_fra", "længere fra"))
    said.append(f"{listed([f'{number(figures.get(name, 0))} {text}' for name, text in ready])}.")
    if "rykket_frem" in figures and "rykket_tilbage" in figures:
        said.append(_steps(figures["rykket_frem"], figures["rykket_tilbage"]))
    return " ".join(said)


def _new(figures: Mapping[str, float]) -> str:
    new = figures.get("kommet_til", 0)
    return f", {number(new)} kommet til i måneden" if new else ""


def _steps(nearer: float, further: float) -> str:
    if not nearer and not further:
        return "Ingen har rykket sig i måneden."
    if not further:
        return f"{number(nearer)} er rykket nærmere."
    if not nearer:
        return f"{number(further)} er rykket længere fra."
    return f"{number(nearer)} er rykket nærmere og {number(further)} længere fra."


def ending_leds(endings: Sequence[tuple[str, int | None]]) -> Iterator[Led]:
    """By code and week: "Afbrudt: 2 af virksomheden (uge 3 og 7) og 1 af borgeren (uge 2)"."""
    for name, codes in _ENDED.items():
        said = []
        for code, text in codes.items():
            weeks = [week_told(udfald, uge) for udfald, uge in endings if udfald == code]
            if weeks:
                said.append(f"{len(weeks)} {text}{_in_weeks(weeks)}")
        if said:
            yield Led(listed(said), name)


def week_told(udfald: str, uge: int | None) -> int | None:
    return uge if udfald in _WITH_WEEK else None


def _in_weeks(weeks: Sequence[int | None]) -> str:
    known = sorted(week for week in weeks if week is not None)
    return f" (uge {listed([str(week) for week in known])})" if known else ""


def waiting(waits: int, without: int) -> str:
    """Who has waited too long for the first contact, and who has nothing agreed."""
    first = "Ingen venter for længe på den første kontakt."
    if waits:
        verb = counted(waits, "borger har ventet", "borgere har ventet")
        first = f"{verb} for længe på den første kontakt."
    second = "Alle uden forløb har et næste skridt."
    if without:
        second = f"{counted(without, 'borger', 'borgere')} uden forløb mangler et næste skridt."
    return f"{first} {second}"
