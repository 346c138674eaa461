"""The rows of a list as rows of a document: aftaler, hensyn, delmål, tasks, and any other. Knows no gate."""

from collections.abc import Callable, Iterable, Mapping

from vforlob.actions.documents.lines import OWN_WORDS, capital, lines, shown
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Value
from vforlob.model.referat import Linje, Raekke
from vforlob.rules.cleared import LOSNING, ClearedRow
from vforlob.rules.danish import listed, long_date
from vforlob.rules.gate_rows import is_about_aftaler, is_about_hensyn
from vforlob.rules.gate_scene import words
from vforlob.rules.voices import DELMAL_STATUS, RECIPIENTS, WORKS, Voice

# Before there is a forløb nothing is cleared: what was said is a wish for the startmøde.
WISHED = "Må gerne få det at vide (aftales endeligt på startmødet)"

Shape = Callable[[Punkt, ClearedRow, Voice], Raekke]


def row(punkt: Punkt, cleared: ClearedRow, voice: Voice) -> Raekke:
    return named(_shape_of(punkt)(punkt, cleared, voice))


def named(raekke: Raekke) -> Raekke:
    """A row always has a text: where its name was not answered or not cleared, what comes next stands for it."""
    if raekke.tekst:
        return raekke
    if raekke.hale:
        return raekke._replace(tekst=raekke.hale, hale="")
    if not raekke.linjer:
        return raekke
    first, *rest = raekke.linjer
    return raekke._replace(tekst=f"{first.navn}: {first.tekst}" if first.navn else first.tekst, linjer=tuple(rest))


def grouped(rows: Iterable[Raekke], first: str) -> tuple[Raekke, ...]:
    """Rows of a group together, the recipient's own group first, the others as they came."""
    rows = tuple(rows)
    groups = list(dict.fromkeys(one.gruppe for one in rows))
    order = {group: (group != first, place) for place, group in enumerate(groups)}
    return tuple(sorted(rows, key=lambda one: order[one.gruppe]))


def promised_by(hvem: Iterable[str], voice: Voice) -> str:
    """ "Du har lovet", "Du og virksomheden har lovet"; where nobody is named, it is everybody's."""
    who = tuple(hvem)
    if len(who) == 1 and who[0] in voice.promised:
        return voice.promised[who[0]]
    return capital(f"{_people(who, voice)} har lovet") if who else "Vi har aftalt"


def _shape_of(punkt: Punkt) -> Shape:
    if is_about_aftaler(punkt):
        return _aftale
    if is_about_hensyn(punkt, LOSNING):
        return _hensyn
    if "delmal" in punkt.writes:
        return _delmal
    if punkt.felt("opgave") is not None:
        return _opgave
    return _plain


def _aftale(punkt: Punkt, cleared: ClearedRow, voice: Voice) -> Raekke:
    values = cleared.values
    hvem = words(values.get("hvem"))
    by_whom = [_people(hvem, voice)] if voice.is_sober and hvem else []
    hale = ", ".join([*by_whom, *_deadline(values)])
    rest = _rest(punkt, values, voice, "hvad", "hvem", "frist", "modtagere")
    if "modtagere" in values:
        known_to = listed([RECIPIENTS.get(word, word) for word in words(values["modtagere"])])
        rest = (*rest, Linje("Må kendes af", known_to, "", "modtagere", values["modtagere"]))
    gruppe = "" if voice.is_sober else promised_by(hvem, voice)
    return Raekke(_text(punkt, values, "hvad"), hale, gruppe, rest, values)


def _hensyn(punkt: Punkt, cleared: ClearedRow, voice: Voice) -> Raekke:
    values = cleared.values
    name = next((felt for felt in ("hensyn", "losning", "behov") if felt in values), "")
    if cleared.known:
        name = ""
    text = cleared.known or _text(punkt, values, name)
    works = str(values.get("virker", ""))
    hale = WORKS.get(works, works and _text(punkt, values, "virker"))
    rest = _rest(punkt, values, voice, name, "virker")
    if punkt.felt("nr") is None:
        rest = tuple(one._replace(navn=WISHED) if one.felt == "hvem" else one for one in rest)
    return Raekke(text, hale, "", rest, values)


def _delmal(punkt: Punkt, cleared: ClearedRow, voice: Voice) -> Raekke:
    values = cleared.values
    name = "" if cleared.known else "specifikt"
    status = str(values.get("status", ""))
    hale = [DELMAL_STATUS.get(status, status), *_deadline(values)]
    rest = _rest(punkt, values, voice, name, "status", "frist")
    return Raekke(cleared.known or _text(punkt, values, name), ", ".join(filter(None, hale)), "", rest, values)


def _opgave(punkt: Punkt, cleared: ClearedRow, voice: Voice) -> Raekke:
    values = cleared.values
    hale = ", ".join(_text(punkt, values, felt) for felt in ("trin", "timetype") if felt in values)
    return Raekke(
        _text(punkt, values, "opgave"), hale, "", _rest(punkt, values, voice, "opgave", "trin", "timetype"), values
    )


def _plain(punkt: Punkt, cleared: ClearedRow, voice: Voice) -> Raekke:
    """The first answer names the row when nobody in particular said it; the others stand below by name."""
    values = cleared.values
    first = next((felt for felt in punkt.row_felter if felt.id in values), None)
    if first is None or first.part:
        return Raekke("", "", "", _rest(punkt, values, voice), values)
    rest = _rest(punkt, values, voice, first.id)
    if len(rest) == 1 and _fits_on_the_line(rest[0]):
        only = rest[0]
        hale = f"{only.navn[:1].lower()}{only.navn[1:]}: {only.tekst}"
        return Raekke(_name(first, values), hale, "", (), values)
    return Raekke(_name(first, values), "", "", rest, values)


def _name(felt: Felt, values: Mapping[str, Value]) -> str:
    """A choice is written to stand in a list; as the name of a row it begins a line."""
    text = shown(felt, values[felt.id])
    return text if felt.kind in OWN_WORDS else capital(text)


def _fits_on_the_line(linje: Linje) -> bool:
    return not linje.hvem and "\n" not in linje.tekst and not linje.navn.endswith("?")


def _rest(punkt: Punkt, values: Mapping[str, Value], voice: Voice, *told: str) -> tuple[Linje, ...]:
    """Everything else that the row holds; a gruppe that reads as a row has all of its felter in it."""
    felter = punkt.row_felter if punkt.is_liste else punkt.felter
    return tuple(lines(punkt, [felt for felt in felter if felt.id not in told], values, voice))


def _text(punkt: Punkt, values: Mapping[str, Value], felt_id: str) -> str:
    felt = punkt.felt(felt_id)
    return shown(felt, values[felt_id]) if felt is not None and felt_id in values else ""


def _deadline(values: Mapping[str, Value]) -> list[str]:
    return [f"senest {long_date(str(values['frist']))}"] if values.get("frist") else []


def _people(hvem: Iterable[str], voice: Voice) -> str:
    """In a letter whoever writes it names herself last."""
    who = hvem if voice.is_sober else sorted(hvem, key=lambda word: word == "konsulent")
    return listed([voice.people.get(word, word) for word in who])
