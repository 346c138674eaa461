"""Cases for the group on the screen: the list, one with its advice, what is hidden on paper. Decides nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from vforlob.actions.documents.sparring import PARTS
from vforlob.cli.layout import for_you, one_line, wrap
from vforlob.cli.owners import Owner
from vforlob.cli.page_parts import heading, section
from vforlob.cli.record_lists import columns
from vforlob.model.sparring import Sparring
from vforlob.rules.danish import listed, short_date

NONE_YET = "Der er ingen sager til sparring. Lav en: vforlob sparring ny f12"
NAMES = dict(PARTS)
HIDDEN = {
    "alias": "borgerens alias",
    "andres_alias": "en anden borgers alias",
    "navn": "et navn",
    "virksomhed": "virksomhedens navn",
    "del": "en del af virksomhedens navn",
    "anden_virksomhed": "en anden virksomheds navn",
    "sted": "et sted",
    "telefon": "et telefonnummer",
    "mail": "en mailadresse",
    "cpr": "noget, der ligner et cpr-nummer",
    "cvr": "et cvr-nummer",
}


def sparring_list(rows: Sequence[tuple[Sparring, Owner]], today: date, width: int) -> list[str]:
    """Those that still have no advice first."""
    cells = [
        (
            str(sparring.nr),
            f"{owner.number} {one_line(owner.borger.alias)}",
            short_date(sparring.dato, today),
            f"råd {short_date(sparring.rad_dato, today)}" if sparring.rad_dato else "mangler råd",
            one_line(sparring.sporgsmal or ""),
        )
        for sparring, owner in rows
    ]
    return [
        *for_you("Sager til sparring", width),
        "",
        *columns(("", "Sag", "Lavet", "Råd", "Spørgsmål"), cells, width),
        "",
        " vforlob sparring NR · vis NR · ret NR · ny f12",
    ]


def sparring_screen(sparring: Sparring, owner: Owner, today: date, width: int) -> list[str]:
    lines = heading(f"Sparring {sparring.nr} · {owner.name} · {short_date(sparring.dato, today)}", width)
    for column, name in PARTS:
        when = f" ({short_date(sparring.rad_dato, today)})" if column == "rad" and sparring.rad_dato else ""
        lines += section(f"{name}{when}", paragraphs(getattr(sparring, column), width), width)
    return lines


def paragraphs(text: str | None, width: int) -> list[str]:
    """As it was typed, line for line."""
    if not text:
        return []
    return [f"   {part}" for line in text.split("\n") for part in (wrap(line, width - 4) if line.strip() else [""])]


def hidden_sentence(hidden: Iterable[tuple[int, str, tuple[str, ...]]]) -> str:
    """What is not printed as it stands, and where it stands."""
    parts = [
        f"{listed([HIDDEN.get(kind, kind) for kind in kinds])} (sag {nr}, {NAMES[column].lower()})"
        for nr, column, kinds in hidden
    ]
    return f"I teksten står {listed(parts)}. Det bliver skiftet ud i det, der bliver skrevet ud." if parts else ""


def saved_lines(sparring: Sparring) -> list[str]:
    if sparring.rad:
        return [f"Rådet er gemt i sag {sparring.nr}.", f"Se det: vforlob sparring vis {sparring.nr}"]
    return [
        f"Sag {sparring.nr} er klar til sparring.",
        f"Skriv den ud til kolleger: vforlob sparring {sparring.nr}",
        f"Skriv rådet ind bagefter: vforlob sparring ret {sparring.nr}",
    ]
