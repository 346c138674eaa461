"""Type the lines of a sheet at the terminal, look at what was read, save it. What is typed is kept from the first line.

Knows no number and no kind of answer.
"""

from contextlib import ExitStack

from vforlob.actions import meeting_words as words
from vforlob.actions.ark.noted import Noted, noted
from vforlob.actions.ark.paper_rows import paper_rows, printed_rows
from vforlob.actions.ark.take_down import LINES, take_down
from vforlob.actions.asking import ALONE, Answered, Pause, Question
from vforlob.actions.drafts import begin
from vforlob.actions.sitting import Sitting
from vforlob.agenda.kinds import KINDS
from vforlob.agenda.paper_lines import split
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.explain.registry import explain
from vforlob.cli.holding import tell
from vforlob.cli.layout import flow, screen_width
from vforlob.cli.paper_preview import preview_lines, problem_lines
from vforlob.cli.samtale_end import filled_lines, held_json
from vforlob.cli.show import emit, out
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.records import SamtaleOpenElsewhere
from vforlob.model.agenda import Choice, Felt
from vforlob.model.answers import Value
from vforlob.store.answers import draft_of, keep_draft
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store

FIRST = "Skriv eller indsæt linjerne, fx »4a: 9«"
MORE = "Flere linjer? Enter på en tom linje er slut"
AGAIN = "Ret linjerne"
AGAIN_PLAINLY = "Skriv de numre, der skal rettes. De erstatter det, der stod"
HELP = (
    "Numrene fra arket, ét på hver linje. Flere linjer hører til det sidste nummer. Rækker: »10.1: hvad; hvem; frist«."
)
FINISH, DRAFT, MEND = "faerdig", "kladde", "ret"
_WHAT_NOW = Felt(
    "hvad_nu",
    "Gem som færdig, som kladde, eller ret?",
    "valg",
    choices=(Choice(FINISH, "gem som færdig"), Choice(DRAFT, "gem som kladde"), Choice(MEND, "ret linjerne")),
    help="En kladde gør du færdig senere. Det, der ikke kunne læses, er gemt som noter.",
)
_LINES = Felt(LINES.felt, FIRST, "tekst", help=HELP)


class _Left(Exception):
    """She has gone. `interrupted` by Ctrl-C."""

    def __init__(self, interrupted: bool) -> None:
        super().__init__()
        self.interrupted = interrupted


class Prompt:
    """One sheet at the terminal. `locks` holds the samtale until it is over; `line` is the command that goes on."""

    def __init__(self, store: Store, sitting: Sitting, line: str, locks: ExitStack, json: bool) -> None:
        self._store, self._line, self._locks, self._json = store, line, locks, json
        self._sitting = _with_usual_form(sitting)
        self._ask = asker(context(), ALONE)
        self._heading = words.heading_alone(sitting.agenda, sitting.case)
        kept = draft_of(store, sitting.samtale.nr, LINES) if sitting.samtale.nr else ""
        self._text = kept

    def run(self) -> int:
        try:
            self._type()
            if not self._text.strip():
                out("Der er ikke skrevet noget. Intet er gemt.")
                return ExitCode.OK
            while True:
                code = self._offer()
                if code is not None:
                    return code
        except _Left as left:
            return self._gone(left)

    def _type(self) -> None:
        """Chunk by chunk, so that several pastes and typed lines may follow each other; an empty one ends it."""
        shown = ("Du var i gang med:", *self._text.split("\n")) if self._text.strip() else ()
        text = MORE if shown else FIRST
        while True:
            typed = self._asked(text, shown=shown)
            if not typed:
                return
            self._text = f"{self._text}\n{typed}".strip("\n")
            self._keep("")
            text, shown = MORE, ()

    def _offer(self) -> int | None:
        """None: the lines were mended, look again."""
        try:
            read = noted(self._sitting, self._text)
        except FaultyFile as faulty:
            for sentence in (fault.sentence for fault in faulty.faults):
                tell(sentence)
            self._mend()
            return None
        out("")
        out("\n".join(preview_lines(read, screen_width() - 1)))
        while True:
            wanted = self._choice()
            if wanted == MEND:
                self._mend()
                return None
            if wanted == FINISH and read.problems:
                tell("\n".join(problem_lines(read, screen_width() - 2)).strip("\n"))
                continue
            code = self._save(read, finish=wanted == FINISH)
            if code is not None:
                return code

    def _save(self, read: Noted, *, finish: bool) -> int | None:
        """None where the disk or another window is in the way: everything that was typed stands here still."""
        try:
            filled = take_down(self._store, self._sitting, read, finish=finish)
        except VforlobError as failed:
            if failed.exit_code not in {ExitCode.DISK, ExitCode.LOCKED}:
                raise
            for sentence in explain(failed):
                tell(sentence)
            return None
        for sentence in filled_lines(filled):
            out(sentence)
        code = int(ExitCode.OK)
        if finish:
            from vforlob.cli.after_samtale import after_samtale  # late: only at the end

            code = after_samtale(self._store, filled.samtale, self._ask)
        if self._json:
            emit(held_json(filled.samtale, filled.points))
        return code

    def _mend(self) -> None:
        """With keys the whole text can be edited; as plain lines a number that is written again takes the other's
        place.
        """
        if not context().plain:
            self._text = self._asked(AGAIN, draft=self._text) or self._text
        else:
            typed = self._asked(AGAIN_PLAINLY)
            self._text = self._merged(typed) if typed else self._text
        self._keep("")

    def _merged(self, typed: str) -> str:
        printed = printed_rows(paper_rows(self._sitting), self._sitting)
        new = split(typed, self._sitting.agenda, printed)
        again = {entry.nr for entry in new}
        old = [entry for entry in split(self._text, self._sitting.agenda, printed) if entry.nr not in again]
        return "\n".join(entry.line for entry in (*old, *new))

    def _asked(self, text: str, *, draft: str = "", shown: tuple[str, ...] = ()) -> str:
        """What was typed; "" for an empty line."""
        question = Question(
            kind=_LINES.kind,
            text=text,
            read=lambda typed: KINDS[_LINES.kind].read(typed, _LINES, context().today),
            page=ALONE,
            heading=self._heading,
            help=HELP,
            draft=draft,
            shown=shown,
            saves=False,
            keep_draft=lambda typed: self._keep(typed, instead=bool(draft)),
        )
        return str(self._reply(question) or "")

    def _choice(self) -> str:
        question = Question(
            kind=_WHAT_NOW.kind,
            text=_WHAT_NOW.text,
            read=lambda typed: KINDS[_WHAT_NOW.kind].read(typed, _WHAT_NOW, context().today),
            page=ALONE,
            heading=self._heading,
            help=_WHAT_NOW.help,
            choices=_WHAT_NOW.choices,
            saves=False,
        )
        while True:
            value = self._reply(question)
            if value is not None:
                return str(value)

    def _reply(self, question: Question) -> Value | None:
        while True:
            reply = self._ask(question)
            if isinstance(reply, Pause):
                raise _Left(reply.interrupted)
            if isinstance(reply, Answered):
                return reply.value

    def _keep(self, typed: str, *, instead: bool = False) -> None:
        """Lines that are not saved yet survive the window. A samtale that another window has begun meanwhile keeps
        them as well.
        """
        whole = typed if instead and typed else f"{self._text}\n{typed}".strip("\n")
        if not whole.strip():
            return
        try:
            if not self._sitting.samtale.nr:
                self._sitting = begin(self._store, self._sitting)
                self._locks.enter_context(hold_lock(self._store.folder, self._sitting.samtale.nr))
            keep_draft(self._store, self._sitting.samtale.nr, LINES, whole)
        except SamtaleOpenElsewhere as elsewhere:
            keep_draft(self._store, elsewhere.samtale, LINES, whole)
        except VforlobError:  # a full disk is told of when it is saved; the lines stand here till then
            return

    def _gone(self, left: _Left) -> int:
        if self._sitting.samtale.nr or self._text.strip():
            out(flow(f"Sat på pause. Det, du skrev, er gemt. Fortsæt med: {self._line}", screen_width()))
        else:
            out("Der er ikke skrevet noget. Intet er gemt.")
        return ExitCode.INTERRUPTED if left.interrupted else ExitCode.OK


def _with_usual_form(sitting: Sitting) -> Sitting:
    """As last time, shown before it is saved and written over by a line of its own."""
    samtale, last = sitting.samtale, sitting.last
    if samtale.form or samtale.nr or last is None:
        return sitting
    return sitting._replace(samtale=samtale._replace(form=last.samtale.form))
