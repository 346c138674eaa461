"""Who may be given what: the one place that decides it, for documents and for the screen. Knows no words."""

from vforlob.model.agenda import Felt, Punkt
from vforlob.rules.gate_rows import ROWS, is_about_aftaler, is_about_hensyn, part_of
from vforlob.rules.gate_scene import (
    Recipients,
    Row,
    Scene,
    aftale_recipients,
    alone_in,
    cleared,
    delmal_recipients,
    hensyn_number,
    is_said_alone,
    is_shared_in,
    parties,
    recipients_here,
    with_decisions,
)
from vforlob.rules.gate_tables import (
    AFTALE_RECIPIENTS,
    ALSO_NEEDS,
    BORGER,
    CASE_ONLY,
    CLEARANCE_FELTER,
    COUNTS_AS,
    DEFAULT,
    EVERYONE,
    HEARD_ALONE,
    HENSYN_SHARED,
    KONSULENT,
    MENTOR,
    NEVER_IDS,
    NEVER_WRITES,
    NOTE,
    OUTSIDE,
    SAGSBEHANDLER,
    SIDE_OF,
    VIRKSOMHED,
)

__all__ = [
    "Recipients",
    "Row",
    "Scene",
    "aftale_recipients",
    "alone_in",
    "cleared",
    "delmal_recipients",
    "hensyn_on_shared_screen",
    "is_about_hensyn",
    "is_shared_in",
    "may",
    "may_show_earlier",
    "on_shared_screen",
    "page_of",
    "parties",
    "recipients_here",
    "recipients_of",
    "shown_to_all",
    "with_decisions",
]

BEFORE, SHARED, AFTER = "for", "faelles", "efter"


def may(recipient: str, punkt: Punkt, felt: Felt, scene: Scene, row: Row | None = None) -> bool:
    """Whether a document to `recipient` may hold this answer. `row` is the row (or gruppe) it stands in."""
    if recipient in OUTSIDE and not scene.has_forlob:
        return False
    return recipient in recipients_of(punkt, felt, scene, row)


def recipients_of(punkt: Punkt, felt: Felt, scene: Scene, row: Row | None = None) -> Recipients:
    """Everyone who may ever be given the answer. One that several rows of the matrix find obeys all of them; what a
    file states can only narrow a row of the matrix, and decides alone where there is none.
    """
    if is_for_the_case_only(punkt, felt):
        return CASE_ONLY
    found = [allowed for rule in ROWS if (allowed := rule(punkt, felt, scene, row or {})) is not None]
    stated = felt.modtagere if felt.modtagere is not None else punkt.modtagere
    if found:
        allowed = EVERYONE.intersection(*found)
        if stated is not None:
            allowed &= CASE_ONLY.union(stated)
    else:
        allowed = CASE_ONLY.union(DEFAULT if stated is None else stated)
    if is_blocked(punkt, felt):
        allowed -= OUTSIDE
    return allowed - out_of_hearing(punkt, felt, scene)


def is_for_the_case_only(punkt: Punkt, felt: Felt) -> bool:
    """Notes, `kun_til_dig`, who was heard alone, and who an aftale is for."""
    if punkt.alone or felt.alone or felt.id == NOTE or HEARD_ALONE in (felt.id, punkt.id):
        return True
    return felt.id == AFTALE_RECIPIENTS and is_about_aftaler(punkt)


def is_blocked(punkt: Punkt, felt: Felt) -> bool:
    """Never to virksomhed or mentor, whatever a file says."""
    if punkt.id in NEVER_IDS or felt.id in NEVER_IDS or NEVER_WRITES.intersection(punkt.writes):
        return True
    if is_about_hensyn(punkt, felt) and felt.id not in HENSYN_SHARED:
        return True
    return part_of(punkt, felt) == SAGSBEHANDLER


def out_of_hearing(punkt: Punkt, felt: Felt, scene: Scene) -> Recipients:
    """Whom an answer must be kept from because its part said it alone."""
    part = part_of(punkt, felt)
    if part not in SIDE_OF or not is_said_alone(part, scene):
        return frozenset()
    return frozenset({BORGER, VIRKSOMHED, MENTOR}) - {SIDE_OF[part]}


def on_shared_screen(punkt: Punkt, felt: Felt, scene: Scene, row: Row | None = None) -> bool:
    """Whether everyone present but the konsulent may be given it. What is asked when she is alone, or was said alone,
    is on no shared screen even when nobody else is there.
    """
    if is_for_the_case_only(punkt, felt) or _is_marked_alone(part_of(punkt, felt), scene):
        return False
    if not shown_to_all(recipients_of(punkt, felt, scene, row), scene):
        return False
    return not is_about_hensyn(punkt, felt) or has_extra_clearances(hensyn_number(row or {}), scene)


def _is_marked_alone(part: str, scene: Scene) -> bool:
    return part in scene.alone or SIDE_OF.get(part) in scene.alone


def has_extra_clearances(hensyn_nr: int | None, scene: Scene) -> bool:
    """A mentor, a tillidsrepræsentant or others at the table need a clearance of their own beside that of the leder."""
    needed = {ALSO_NEEDS[word] for word in scene.deltagere if word in ALSO_NEEDS}
    return all(cleared(hensyn_nr, rolle, scene) for rolle in needed)


def shown_to_all(recipients: Recipients, scene: Scene) -> bool:
    """Whether everyone present but the konsulent is among the recipients: for earlier aftaler and delmål."""
    present = (word for word in scene.deltagere if word != KONSULENT)
    return all(COUNTS_AS.get(word, VIRKSOMHED) in recipients for word in present)


def hensyn_on_shared_screen(hensyn_nr: int, scene: Scene) -> bool:
    """Whether everyone present may know this hensyn's løsning: which hensyn a shared screen may list."""
    roles = {COUNTS_AS.get(word, VIRKSOMHED) for word in scene.deltagere if word != KONSULENT}
    if VIRKSOMHED not in roles:
        return True
    return cleared(hensyn_nr, "leder", scene) and has_extra_clearances(hensyn_nr, scene)


def page_of(punkt: Punkt, felt: Felt, scene: Scene, row: Row | None = None, *, first: bool = False) -> str:
    """Where it is asked: on the shared screen, or alone before or after the meeting. `first` says that nothing shared
    stands before it in the agenda: a `kun_til_dig` point that comes first is asked first.
    """
    if on_shared_screen(punkt, felt, scene, row):
        return SHARED
    if felt.id == HEARD_ALONE or punkt.id == HEARD_ALONE:
        return BEFORE
    if is_about_hensyn(punkt, felt):
        return _hensyn_page(punkt, felt, scene, row)
    return BEFORE if first and (punkt.alone or felt.alone) else AFTER


def _hensyn_page(punkt: Punkt, felt: Felt, scene: Scene, row: Row | None) -> str:
    """Clearances are decided with the borger beforehand, with the rest of their rows; the number of a hensyn is asked
    wherever its row is.
    """
    if any(punkt.felt(felt_id) for felt_id in CLEARANCE_FELTER) and felt.id != NOTE:
        return BEFORE
    nr = hensyn_number(row or {})
    return SHARED if felt.id == "nr" and nr and hensyn_on_shared_screen(nr, scene) else AFTER


def may_show_earlier(punkt: Punkt, felt: Felt, scene: Scene, earlier: Scene, row: Row | None = None) -> bool:
    """Whether an answer from an earlier samtale may stand on the shared screen now: everyone present may be given it
    by what holds now, and by who was there and was heard alone when it was said.
    """
    as_said = earlier._replace(clearances=scene.clearances, then=scene.then, hensyn=scene.hensyn)
    return on_shared_screen(punkt, felt, scene, row) and shown_to_all(recipients_of(punkt, felt, as_said, row), scene)
