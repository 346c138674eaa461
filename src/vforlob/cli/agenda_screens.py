"""Agendas as lines on the screen: the list of them, one of them, and what is wrong with a file. Reads nothing."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vforlob.agenda.library import AgendaFile
from vforlob.cli.agenda_names import spelt
from vforlob.cli.layout import wrap
from vforlob.errors.base import Fault
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.rules.danish import counted, listed, number

KIND_WORDS = {
    "tekst": "tekst",
    "kort": "kort tekst",
    "janej": "ja eller nej",
    "valg": "ét svar",
    "flervalg": "flere svar",
    "tal": "tal",
    "dato": "dato",
    "klokkeslaet": "klokkeslæt",
    "skala": "skala",
    "gruppe": "felter",
    "liste": "rækker",
}
_KNOWN_WORDS = {
    "opgaver": "de opgaver, der er skrevet op",
    "hensyn": "de hensyn, der er skrevet op",
    "delmal": "de delmål, der er åbne",
    "valg": "hvert svar i den første kolonne",
}
_PARTS = {"borger": "borgeren", "virksomhed": "virksomheden", "konsulent": "konsulenten"}
_RECIPIENTS = {
    "borger": "borgeren",
    "virksomhed": "virksomheden",
    "mentor": "mentoren",
    "sagsbehandler": "sagsbehandleren",
    "journal": "journalen",
}


class Listed(NamedTuple):
    """One agenda file; `agenda` is None when it cannot be read."""

    file: AgendaFile
    agenda: Agenda | None


def list_lines(agendas: Iterable[Listed]) -> Iterator[str]:
    rows = [_row(it) for it in agendas]
    widest = [max(len(row[column]) for row in rows) for column in range(2)]
    yield from (f" {name:<{widest[0]}}  {title:<{widest[1]}}  {rest}".rstrip() for name, title, rest in rows)
    yield ""
    yield f" Se en af dem: vforlob agenda vis {rows[0][0]}"


def agenda_lines(agenda: Agenda, *, own: bool, width: int) -> Iterator[str]:
    name = "" if spelt(agenda.id) == agenda.title.lower() else f" · {agenda.id}"
    yield f" {agenda.title}{name} · udgave {agenda.version or '1'}{' · din egen' if own else ''}"
    yield from (f" {line}" for line in (wrap(agenda.source, width - 2) if agenda.source else []))
    concerns = "et forløb" if agenda.concerns == "forlob" else "en borger"
    present = f" Med ved bordet: {listed(agenda.deltagere)}." if agenda.deltagere else ""
    yield from (f" {line}" for line in wrap(f"Gælder {concerns}.{present}", width - 2))
    section = ""
    for punkt in agenda.punkter:
        if punkt.section and punkt.section != section:
            section = punkt.section
            yield from ("", f" {section}")
        yield ""
        yield from _punkt_lines(punkt, width)


def fault_lines(faults: Iterable[Fault], width: int) -> Iterator[str]:
    """Line and place first, the sentence under it."""
    for fault in faults:
        where = ", ".join(part for part in (f"linje {fault.line}" if fault.line else "", fault.place) if part)
        head = f"{where[:1].upper()}{where[1:]}: " if where else ""
        first, *rest = wrap(f"{head}{fault.sentence}", width - 4)
        yield f" {first}"
        yield from (f"   {line}" for line in rest)


def counts_sentence(agenda: Agenda) -> str:
    """ "uden fejl", and how much there is in it."""
    felter = sum(len(punkt.felter) for punkt in agenda.punkter)
    plain = [punkt for punkt in agenda.punkter if not punkt.appendix]
    parts = [counted(len(plain), "punkt", "punkter")]
    if len(plain) < len(agenda.punkter):
        parts.append(counted(len(agenda.punkter) - len(plain), "tillæg", "tillæg"))
    parts.append(counted(felter, "felt", "felter"))
    return f"{agenda.title} er uden fejl: {listed(parts)}."


def _row(it: Listed) -> tuple[str, str, str]:
    own = " · din egen" if it.file.own else ""
    if it.agenda is None:
        return spelt(it.file.id), "", f"kan ikke læses: vforlob agenda tjek {spelt(it.file.id)}"
    return spelt(it.agenda.id), it.agenda.title, f"{counted(len(it.agenda.punkter), 'punkt', 'punkter')}{own}"


def _punkt_lines(punkt: Punkt, width: int) -> Iterator[str]:
    first, *rest = wrap(punkt.text, width - 6)
    yield f" {punkt.number:>2}  {first}"
    yield from (f"     {line}" for line in rest)
    about = _about_punkt(punkt)
    yield from (f"     {line}" for text in about for line in wrap(text, width - 6))
    if not punkt.is_scalar:
        for felt in punkt.felter:
            yield from _felt_lines(punkt, felt, width)


def _felt_lines(punkt: Punkt, felt: Felt, width: int) -> Iterator[str]:
    first, *rest = wrap(f"{felt.text} ({'; '.join(_about_felt(punkt, felt))})", width - 9)
    yield f"     - {first}"
    yield from (f"       {line}" for line in rest)


def _about_punkt(punkt: Punkt) -> list[str]:
    texts = [punkt.help, punkt.why]
    if punkt.is_scalar:
        texts.append(f"Svar: {'; '.join(_about_felt(punkt, punkt.felter[0]))}")
    elif punkt.is_liste:
        texts.append(_rows(punkt))
    if punkt.alone:
        texts.append("Kun til dig")
    elif punkt.modtagere is not None:
        texts.append(f"Til {_given_to(punkt.modtagere)}")
    if punkt.condition:
        texts.append(f"Kun hvis {punkt.condition}")
    if punkt.thorough:
        texts.append("Kun i den grundige udgave")
    if not punkt.enabled:
        texts.append("Kun når det er slået til")
    return [text for text in texts if text]


def _rows(punkt: Punkt) -> str:
    wished = punkt.max if punkt.max is not None else punkt.min
    many = f", gerne {number(wished)}" if wished is not None else ""
    return f"Rækker{many}" + (f" til {_KNOWN_WORDS[punkt.known]}" if punkt.known else "")


def _about_felt(punkt: Punkt, felt: Felt) -> list[str]:
    texts = [KIND_WORDS[felt.kind]]
    if felt.kind == "skala" and felt.min is not None and felt.max is not None:
        texts[0] = f"skala {number(felt.min)}-{number(felt.max)}"
    if felt.choices:
        texts[0] += f": {' / '.join(choice.text for choice in felt.choices)}"
    elif felt.known and felt.kind != "tal":
        texts[0] += f" blandt {_KNOWN_WORDS[felt.known]}"
    if felt.part:
        texts.append(f"fra {_PARTS[felt.part]}")
    if felt.alone and not punkt.alone:
        texts.append("kun til dig")
    elif felt.modtagere is not None and felt.modtagere != punkt.modtagere:
        texts.append(f"til {_given_to(felt.modtagere)}")
    if felt.outside_rows:
        texts.append("uden for rækkerne")
    if felt.condition:
        texts.append(f"kun hvis {felt.condition}")
    return texts


def _given_to(modtagere: tuple[str, ...]) -> str:
    return listed([_RECIPIENTS[word] for word in modtagere])
