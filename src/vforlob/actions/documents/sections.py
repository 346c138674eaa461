"""The sections of a document, one a point, made so that nothing the recipient is cleared for is lost. Knows no gate."""

from collections.abc import Iterator, Mapping

from vforlob.actions.documents.lines import lines, shown
from vforlob.actions.documents.rows import grouped, named, promised_by, row
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Value
from vforlob.model.referat import Afsnit, Linje, Raekke
from vforlob.rules.cleared import Cleared, ClearedPunkt, ClearedRow, Settled
from vforlob.rules.danish import long_date
from vforlob.rules.gate_rows import is_about_aftaler
from vforlob.rules.gate_scene import words
from vforlob.rules.gate_tables import HEARD_ALONE
from vforlob.rules.voices import DELMAL_STATUS, Voice
from vforlob.rules.voices import HEARD_ALONE as HEARD_ALONE_WORDS

NEXT_FELTER = {"naeste_kontakt": ("naeste_kontakt", "naeste_kl", "naeste_form"), "dato": ("dato", "kl", "form")}


def sections(cleared: Cleared, voice: Voice) -> tuple[Afsnit, ...]:
    """What was settled from last time comes first in the case's own texts, else before the new aftaler."""
    points = [(punkt.punkt, _section(punkt, cleared, voice)) for punkt in cleared.punkter if not punkt.is_empty]
    found = [(punkt, section) for punkt, section in points if section.linjer or section.raekker]
    settled = [section for section in _settled_sections(cleared, voice) if section.raekker]
    lists = (place for place, (punkt, _) in enumerate(found) if is_about_aftaler(punkt) and punkt.is_liste)
    place = 0 if voice.is_sober else next(lists, len(found))
    told = [section for _, section in found]
    return (*told[:place], *settled, *told[place:])


def heading_of(punkt: Punkt, voice: Voice) -> str:
    return voice.headings.get(punkt.id, punkt.text)


def _section(cleared: ClearedPunkt, whole: Cleared, voice: Voice) -> Afsnit:
    punkt = cleared.punkt
    if is_about_aftaler(punkt) and not punkt.is_liste and "hvad" in cleared.values:
        return _one_aftale(cleared, voice)
    told_elsewhere = _told_elsewhere(cleared, whole, voice)
    ticked = [
        felt
        for felt in punkt.single_felter
        if felt.known == "opgaver" and isinstance(cleared.values.get(felt.id), tuple)
    ]
    rest = [felt for felt in punkt.single_felter if felt.id not in told_elsewhere and felt not in ticked]
    found = list(lines(punkt, rest, cleared.values, voice))
    if cleared.note:
        found.append(Linje("Note", cleared.note, "", "note", cleared.note))
    rows = [*_ticks(ticked, cleared.values), *(row(punkt, one, voice) for one in cleared.rows)]
    own = promised_by((whole.recipient,), voice)
    return Afsnit(punkt.id, heading_of(punkt, voice), tuple(found), grouped(rows, own))


def _one_aftale(cleared: ClearedPunkt, voice: Voice) -> Afsnit:
    """A gruppe that is an aftale reads as one, with its own heading."""
    punkt = cleared.punkt
    notes = (Linje("Note", cleared.note, "", "note", cleared.note),) if cleared.note else ()
    return Afsnit(punkt.id, heading_of(punkt, voice), notes, (row(punkt, ClearedRow(cleared.values), voice),))


def _ticks(felter: list[Felt], values: Mapping[str, Value]) -> Iterator[Raekke]:
    """Each ticked task is a row of its own."""
    for felt in felter:
        for tick in words(values[felt.id]):
            yield Raekke(shown(felt, (tick,)), felter={felt.id: tick})


def _told_elsewhere(cleared: ClearedPunkt, whole: Cleared, voice: Voice) -> frozenset[str]:
    """The next contact has a section of its own, and who was heard alone stands at the top."""
    told: set[str] = set()
    if all(word in HEARD_ALONE_WORDS for word in words(cleared.values.get(HEARD_ALONE))):
        told.add(HEARD_ALONE)
    if whole.plan is not None and "plan" in cleared.punkt.writes:
        for first, felter in NEXT_FELTER.items():
            if cleared.values.get(first) == whole.plan.dato:
                told.update(felter)
                break
        if (whole.plan.form or "") not in voice.by_form:
            told -= {"naeste_form", "form"}
    return frozenset(told)


def _settled_sections(cleared: Cleared, voice: Voice) -> Iterator[Afsnit]:
    yield Afsnit(
        "tidligere_delmal",
        voice.headings["tidligere_delmal"],
        raekker=tuple(_reviewed(one) for one in cleared.delmal),
    )
    yield Afsnit(
        "tidligere_aftaler",
        voice.headings["tidligere_aftaler"],
        raekker=tuple(_settled(one, voice) for one in cleared.aftaler),
    )


def _settled(settled: Settled, voice: Voice) -> Raekke:
    assert isinstance(settled.record, Aftale)
    values = settled.values
    outcome = str(values.get("udfald", ""))
    if outcome == "flyttet" and values.get("frist"):
        outcome = f"flyttet til {long_date(str(values['frist']))}"
    reason = (Linje("Grund", str(values["grund"]), "", "grund", values["grund"]),) if values.get("grund") else ()
    return named(Raekke(settled.record.hvad, outcome, "", reason, values))


def _reviewed(settled: Settled) -> Raekke:
    values = settled.values
    status = str(values.get("status", ""))
    hale = DELMAL_STATUS.get(status, status)
    if values.get("frist"):
        hale = ", ".join(filter(None, (hale, f"ny frist {long_date(str(values['frist']))}")))
    said = (Linje("", str(values["tekst"]), "", "tekst", values["tekst"]),) if values.get("tekst") else ()
    return named(Raekke(getattr(settled.record, "specifikt", "") or "", hale, "", said, values))
