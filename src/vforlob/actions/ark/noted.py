"""What was typed by the numbers of a sheet, laid over a samtale: its answers, its notes, what stands in the way.

Writes nothing and knows no screen.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vforlob.actions.ark.paper_rows import paper_rows, printed_rows, sheet_of
from vforlob.actions.drafts import TILLAEG, overlaid
from vforlob.actions.finish_words import against_words
from vforlob.actions.sitting import Sitting, around_of, kept, scope_of
from vforlob.agenda.answer_rows import NEEDED
from vforlob.agenda.crosscheck import contradictions
from vforlob.agenda.kinds.text import LONGEST
from vforlob.agenda.paper import address, paper_punkt
from vforlob.agenda.paper_lines import split
from vforlob.agenda.paper_reading import PaperRead, PaperRows, Said, Unread, read_entries
from vforlob.agenda.reserved import SAMTALE, WHO_PUNKT
from vforlob.agenda.walk import applying, is_part_present, is_switched_on
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.agenda import Punkt
from vforlob.model.answers import NOTE, Key, Value, row_values, rows_of
from vforlob.rules.danish import listed

NOT_ASKED = "Der bliver ikke spurgt om det, som de andre svar er."
DELTAGERE = Key(SAMTALE, "deltagere")
KONSULENT = "konsulent"
MOST = 200_000  # characters: what no sheet holds
OWNERS = {
    "borger": ("borgerens", "borgeren"),
    "virksomhed": ("virksomhedens", "virksomheden"),
    "mentor": ("mentorens", "mentoren"),
    "sagsbehandler": ("sagsbehandlerens", "sagsbehandleren"),
}


class Noted(NamedTuple):
    """`sitting` is the samtale with all of it, `changes` what is to be written. `problems` are sentences for what must
    be mended before it can be finished; `replaced` are answers that stood there already.
    """

    sitting: Sitting
    changes: Mapping[Key, Value | None]
    read: PaperRead
    rows: Mapping[str, PaperRows]
    problems: tuple[str, ...] = ()
    replaced: Mapping[Key, Value] = {}

    @property
    def is_whole(self) -> bool:
        """Everything that was typed could be read, and nothing speaks against anything."""
        return not self.read.unread and not self.problems


def noted(sitting: Sitting, text: str) -> Noted:
    """Raises FaultyFile when there is more text than a note has room for: then nothing may be lost by saving it."""
    if len(text) > MOST:
        raise too_much("i alt", MOST)
    rows = paper_rows(sitting)
    read = read_entries(split(text, sitting.agenda, printed_rows(rows, sitting)), sheet_of(sitting, rows))
    read = read._replace(answers=_with_konsulent(read.answers))
    after = _after(sitting, read.answers)
    read, after = _without_unused(sitting, after, read)
    changes: dict[Key, Value | None] = {**read.answers, **_notes(after, read)}
    if after.samtale.tillaeg != sitting.samtale.tillaeg:
        changes[TILLAEG] = after.samtale.tillaeg
    after = _after(sitting, {key: value for key, value in changes.items() if value is not None})
    replaced = {key: old for key in read.answers if (old := sitting.answers.get(key)) not in (None, changes[key])}
    return Noted(after, changes, read, rows, tuple(dict.fromkeys(_problems(after, read, rows))), replaced)


def _with_konsulent(answers: Mapping[Key, Value]) -> dict[Key, Value]:
    """She was there, whether she counts herself or not."""
    found = dict(answers)
    there = found.get(DELTAGERE)
    if isinstance(there, tuple):
        found[DELTAGERE] = tuple(dict.fromkeys((*there, KONSULENT)))
    return found


def _after(sitting: Sitting, answers: Mapping[Key, Value]) -> Sitting:
    """A point that must be switched on is switched on by answering it."""
    whole = {**sitting.answers, **answers}
    samtale = overlaid(sitting.samtale, whole)
    scope = scope_of(sitting._replace(samtale=samtale))
    named = {key.punkt for key in answers}
    more = [punkt.id for punkt in sitting.agenda.punkter if punkt.id in named and not is_switched_on(punkt, scope)]
    return sitting._replace(samtale=samtale._replace(tillaeg=(*samtale.tillaeg, *more)), answers=whole)


def _without_unused(sitting: Sitting, after: Sitting, read: PaperRead) -> tuple[PaperRead, Sitting]:
    """An answer that no condition asks for would be taken out when the samtale is finished: it is kept as a note."""
    counted, scope = kept(after), scope_of(after)
    unused: list[Said] = []
    for said in read.said:
        punkt = sitting.agenda.punkt(said.key.punkt)
        if punkt and said.key not in counted and is_part_present(punkt, said.felt, scope):
            unused.append(said)
    if not unused:
        return read, after
    gone = {said.key for said in unused}
    unread = tuple(Unread(f"{one.nr}: {one.raw}", one.key.punkt, NOT_ASKED) for one in unused)
    answers = {key: value for key, value in read.answers.items() if key not in gone}
    said_still = tuple(one for one in read.said if one.key not in gone)
    read = read._replace(answers=answers, said=said_still, unread=(*read.unread, *unread))
    return read, _after(sitting, answers)


def _notes(after: Sitting, read: PaperRead) -> dict[Key, Value | None]:
    """What stands in a note already is not written twice."""
    last = _last_punkt(after)
    lines = [*read.notes, *((one.punkt, one.line) for one in read.unread)]
    found: dict[Key, str] = {}
    for punkt_id, line in lines:
        key = Key(punkt_id if after.agenda.punkt(punkt_id) else last.id, NOTE)
        stands = found.get(key, str(after.answers.get(key, "")))
        if f"\n{line}\n" not in f"\n{stands}\n":
            found[key] = f"{stands}\n{line}".strip("\n")
        if len(found.get(key, "")) > LONGEST:
            raise too_much(f"punkt {address(after.agenda, key).partition(' ')[0]}", LONGEST)
    return dict(found)


def too_much(place: str, room: int) -> FaultyFile:
    sentence = f"Der er mere tekst, end der er plads til: {room} tegn. Intet er gemt. Del teksten."
    return FaultyFile("det, der er skrevet", [Fault(place, sentence)])


def _last_punkt(sitting: Sitting) -> Punkt:
    points = applying(sitting.agenda, kept(sitting), scope_of(sitting)) or sitting.agenda.punkter
    return points[-1]


def _problems(after: Sitting, read: PaperRead, rows: Mapping[str, PaperRows]) -> Iterator[str]:
    """In the order of the samtale."""
    scope = scope_of(after)
    for said in read.said:
        punkt = paper_punkt(after.agenda, said.key.punkt)
        if punkt is not None and not is_part_present(punkt, said.felt, scope):
            whose, who = OWNERS[said.felt.part or punkt.part]
            yield f"{said.nr}: Det er {whose} svar, men {who} står ikke under deltagere."
    yield from _rows_without_name(after, read, rows)
    for against in contradictions(after.agenda, kept(after), around_of(after)):
        yield against_words(after.agenda, against)


def _rows_without_name(after: Sitting, read: PaperRead, rows: Mapping[str, PaperRows]) -> Iterator[str]:
    """A row that says nothing that can be written."""
    for punkt in after.agenda.punkter:
        needed = next((NEEDED[word] for word in punkt.writes if word in NEEDED), "")
        felt = punkt.felt(needed) if needed else None
        if felt is None or felt not in punkt.row_felter:
            continue
        for raekke in rows_of(read.answers, punkt.id):
            row = row_values(after.answers, punkt.id, raekke)
            if needed not in row and "nr" not in row:
                place = next((at for at, one in rows[punkt.id].at.items() if one.raekke == raekke), None)
                nr = next((said.nr for said in read.said if said.key[::2] == (punkt.id, raekke)), punkt.number)
                shown = address(after.agenda, Key(punkt.id, "", place)) if place else nr
                yield f"{shown}: Rækken mangler »{felt.text.rstrip('?:')}«."


def who_was_there(sitting: Sitting) -> str:
    """In words: borger, leder og konsulent."""
    names = {choice.id: choice.text for choice in WHO_PUNKT.felter[0].choices}
    return listed([names.get(word, word) for word in sitting.samtale.deltagere])
