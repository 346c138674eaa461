"""One felt as it stands on paper: boxes, a short room or lines, and last time's answer. Knows no row and no page."""

from vforlob.actions.ark.eyes import Eyes
from vforlob.actions.last_time import last_answer, suggestion
from vforlob.actions.questions import felt_of
from vforlob.agenda.kinds import show
from vforlob.agenda.kinds.janej import JA, NEJ
from vforlob.agenda.kinds.skala import anchor_of, ends
from vforlob.agenda.paper import address
from vforlob.agenda.reserved import CLOSING_PUNKT, WHO_PUNKT
from vforlob.agenda.steps import Step
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.dokument import Mulighed, Sporgsmal
from vforlob.rules.gate_tables import KONSULENT, NEXT_CONTACT

SHORT = frozenset({"tal", "dato", "klokkeslaet"})
BOXES = frozenset({"valg", "flervalg", "janej", "skala"})
_LINES = {"tekst": 2, "kort": 1}
_BESIDE_BOXES = 1  # a text beside boxes and numbers only adds to them
_BESIDE = frozenset({WHO_PUNKT.id, CLOSING_PUNKT.id, "samtale_med_virksomhed"})


def felt_question(eyes: Eyes, punkt: Punkt, felt: Felt, niveau: int) -> Sporgsmal:
    """What stands once: a felt of a gruppe, or beside the rows of a list."""
    step = Step(eyes.page, punkt.id, felt.id)
    nr = address(eyes.sitting.agenda, step.key)
    asked = room(eyes, punkt, felt)._replace(nr=nr, niveau=niveau, sidst=earlier(eyes, punkt, felt, step))
    return asked._replace(tekst=punkt.text if punkt.is_scalar else felt.text)


def room(eyes: Eyes, punkt: Punkt, felt: Felt) -> Sporgsmal:
    """Without its number: how it is answered."""
    return Sporgsmal(
        nr="",
        tekst=felt.text,
        muligheder=boxes(eyes, punkt, felt),
        flere=felt.kind == "flervalg",
        linjer=1 if felt.kind in SHORT else _lines(punkt, felt),
        enhed=felt.unit if felt.kind in SHORT else "",
        felt=f"{punkt.id}.{felt.id}",
        kort=felt.kind in SHORT,
    )


def _lines(punkt: Punkt, felt: Felt) -> int:
    """Somebody's own words need room."""
    adds = punkt.is_gruppe and not felt.part and any(other.kind in SHORT | BOXES for other in punkt.felter)
    return min(_LINES.get(felt.kind, 0), _BESIDE_BOXES) if adds else _LINES.get(felt.kind, 0)


def boxes(eyes: Eyes, punkt: Punkt, felt: Felt, *, anchored: bool = True) -> tuple[Mulighed, ...]:
    if felt.kind == "janej":
        return (Mulighed(JA, JA), Mulighed(NEJ, NEJ))
    if felt.kind == "skala":
        first, last = ends(felt)
        steps = range(first, last + 1)
        return tuple(Mulighed(str(n), f"{n} {anchor_of(n, felt)}".strip() if anchored else str(n)) for n in steps)
    if felt.kind not in BOXES:
        return ()
    askable = felt_of(eyes.sitting, punkt, felt.id) if felt.known else felt
    left_out = {KONSULENT} if (punkt.id, felt.id) == (WHO_PUNKT.id, "deltagere") else set()  # she is always there
    return tuple(Mulighed(one.id, one.text or one.id) for one in askable.choices if one.id not in left_out)


def earlier(eyes: Eyes, punkt: Punkt, felt: Felt, step: Step) -> str:
    """Last time's answer; hours as they stand, and the borger's wish for a hensyn, where nothing was said before."""
    if felt.id in NEXT_CONTACT:  # it has been
        return ""
    sidst = last_answer(eyes.sitting, punkt, felt, step)
    if felt.kind == "tal":  # the unit stands beside it already
        sidst = sidst.partition(" ")[0]
    if sidst or punkt.id in _BESIDE or felt.kind == "dato":
        return sidst
    value = suggestion(eyes.sitting, punkt, felt, step)
    return show(value, felt._replace(unit="")) if value is not None else ""
