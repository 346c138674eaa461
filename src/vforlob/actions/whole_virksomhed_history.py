"""Everything that has happened at a virksomhed as dated lines, newest first. Knows no screen, and quotes no free text.

What was said about a borger stands in her forløb; here stands that it was said.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vforlob.actions.timeline_words import BEGAN, CHANNELS, FORMS, OUTCOMES, PAID
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.model.text import clean
from vforlob.model.timer import Lonkroner
from vforlob.rules.danish import number

ARTS = {
    "virksomhedspraktik": "praktik",
    "lontilskud": "løntilskud",
    "lonnede_timer": "timer med løn",
    "smajob": "småjob",
    "fleksjob": "fleksjob",
    "kombination": "kombination",
    "andet": "andet",
}
ASKED = {
    "kontaktet": "kontaktet",
    "snusebesog": "snusebesøg",
    "samtale": "samtale",
    "aftale": "aftale om et forløb",
    "afslag": "nej",
}
OWN = "konsulent"


class Happening(NamedTuple):
    """`art` is the kind of record, `id` its number, `forlob` the one it was about, None for none."""

    dato: str
    art: str
    id: int
    forlob: int | None
    tekst: str


class Found(NamedTuple):
    """What was written about one place. `titles` are those of the agendas by their hash, as they were asked."""

    forlobene: Sequence[Forlob]
    samtaler: Sequence[Samtale]
    kontakter: Sequence[Kontakt]
    lonkroner: Sequence[Lonkroner]
    henvendelser: Sequence[Henvendelse]
    jobabninger: Sequence[Jobabning]
    titles: Mapping[str, str] = {}


def happenings(found: Found, today: str) -> tuple[Happening, ...]:
    """What is planned has not happened. Of the same day the one that was written last stands first."""
    every = [
        *(one for it in found.forlobene for one in _of_forlob(it)),
        *(one for it in found.samtaler for one in _of_samtale(it, found.titles)),
        *(one for it in found.kontakter for one in _of_kontakt(it)),
        *(Happening(it.dato, "lonkroner", it.nr, it.forlob, _paid(it)) for it in found.lonkroner),
        *(Happening(it.dato, "henvendelse", it.nr, None, _asked(it)) for it in found.henvendelser),
        *(Happening(it.oprettet, "jobabning", it.nr, None, _opening(it)) for it in found.jobabninger if it.oprettet),
    ]
    return tuple(
        sorted((it for it in every if it.dato <= today), key=lambda it: (it.dato, it.art, it.id), reverse=True)
    )


def _of_forlob(forlob: Forlob) -> Iterator[Happening]:
    art = ARTS.get(forlob.art, forlob.art)
    if forlob.start:
        yield Happening(forlob.start, "forlob", forlob.nr, forlob.nr, f"{art[:1].upper()}{art[1:]} begynder")
    if forlob.status == "lukket" and forlob.lukket:
        outcome = OUTCOMES.get(forlob.udfald or "", forlob.udfald or "intet udfald")
        yield Happening(forlob.lukket, "forlob", forlob.nr, forlob.nr, f"Slut: {outcome}")


def _of_samtale(samtale: Samtale, titles: Mapping[str, str]) -> Iterator[Happening]:
    """Those where somebody from the place was at the table."""
    if "virksomhed" in samtale.med:
        how = f", {FORMS[samtale.form]}" if samtale.form in FORMS else ""
        title = titles.get(samtale.agenda_sha, samtale.agenda)
        yield Happening(samtale.dato, "samtale", samtale.nr, samtale.forlob, f"{title}{how}")


def _of_kontakt(kontakt: Kontakt) -> Iterator[Happening]:
    if "virksomhed" in kontakt.med:
        how = CHANNELS.get(kontakt.kanal or "", "Kontakt")
        began = kontakt.hvem_ringede
        who = f", {BEGAN[began]} begyndte" if began in BEGAN else ""
        yield Happening(
            kontakt.dato,
            "kontakt",
            kontakt.nr,
            kontakt.forlob,
            f"{how}{who if kontakt.naet == 'ja' else ', intet svar'}",
        )


def _paid(stage: Lonkroner) -> str:
    hours = f", {number(stage.timer)} om ugen" if stage.timer else ""
    return f"Timer med løn: {PAID.get(stage.trin, stage.trin)}{hours}"


def _asked(henvendelse: Henvendelse) -> str:
    reason = f" ({_line(henvendelse.grund)})" if henvendelse.grund else ""
    return f"Spurgt for b{henvendelse.borger}: {ASKED.get(henvendelse.trin, henvendelse.trin)}{reason}"


def _opening(opening: Jobabning) -> str:
    hours = f", {number(opening.timer)} timer om ugen" if opening.timer else ""
    return f"Jobåbning {opening.nr}{hours}: {_line(opening.opgaver or '')}"


def _line(text: str) -> str:
    shown = " ".join(clean(text, lines=False).split())
    return shown if len(shown) <= 60 else f"{shown[:59].rstrip()}…"
