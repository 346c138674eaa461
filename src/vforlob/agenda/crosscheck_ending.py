"""What an outcome needs, and what it cannot say, with one sentence for each. Knows no screen and no storage."""

from collections.abc import Iterator

from vforlob.agenda.around import Against, Around
from vforlob.agenda.kinds import show
from vforlob.model.agenda import Agenda, Punkt
from vforlob.model.answers import Answers, Key, Value
from vforlob.rules.danish import plain_date
from vforlob.rules.outcomes import BROKEN_OFF_BY, CAN_BE_AHEAD, CLEARED_UP, NEVER_STARTED

OUTCOME = "udfald"
TALK, HELD, TRIED = "samtale_med_virksomhed", "holdt", "forsog"
LEARNED, KNOWS_WHY = "klogere", "kender_virksomheden_arsag"

_TALK = (
    "Et forløb slutter ikke uden en samtale med virksomheden. Skriv, at den er holdt, "
    "eller hvor mange gange du har forsøgt."
)
_LEARNED = "Forløbet er stoppet som afklaret. Skriv, hvad I er blevet klogere på."
_KNOWS_WHY = "Forløbet er afbrudt. Skriv, om virksomheden kender årsagen."
_BEFORE_START = "Forløbet kan ikke slutte før opstart, som var den {}. Ret datoen, eller vælg »kom aldrig i gang«."
_AHEAD = "Datoen ligger efter samtalen. Skriv den dag, forløbet stoppede."
_WHO = "Udfaldet er »{}«, men som den, der stoppede, står {}. Ret et af svarene."


def ending(agenda: Agenda, answers: Answers, around: Around) -> Iterator[Against]:
    """Of the point that closes the forløb, once it has an outcome."""
    for punkt in agenda.punkter:
        kode = answers.get(Key(punkt.id, "kode"))
        if OUTCOME in punkt.writes and kode is not None:
            yield from _closing_talk(agenda, punkt, answers)
            yield from _needed(punkt, str(kode), answers)
            yield from _day(punkt, str(kode), answers, around)
            yield from _who(punkt, str(kode), answers)


def _closing_talk(agenda: Agenda, punkt: Punkt, answers: Answers) -> Iterator[Against]:
    """Also where the forløb never began: the virksomhed was waiting. An agenda without the point is the talk itself."""
    talk = agenda.punkt(TALK)
    if talk is None or answers.get(Key(TALK, HELD)) == "ja":
        return
    tried = answers.get(Key(TALK, TRIED))
    if not isinstance(tried, int | float) or tried < 1:
        felt = TRIED if Key(TALK, HELD) in answers and talk.felt(TRIED) else HELD
        yield Against(Key(TALK, felt), _TALK, Key(punkt.id, "kode"))


def _needed(punkt: Punkt, kode: str, answers: Answers) -> Iterator[Against]:
    """Where the agenda asks for it at all."""
    wanted = [(LEARNED, _LEARNED)] if kode == CLEARED_UP else [(KNOWS_WHY, _KNOWS_WHY)] if kode in BROKEN_OFF_BY else []
    for felt, sentence in wanted:
        if punkt.felt(felt) is not None and Key(punkt.id, felt) not in answers:
            yield Against(Key(punkt.id, felt), sentence, Key(punkt.id, "kode"))


def _day(punkt: Punkt, kode: str, answers: Answers, around: Around) -> Iterator[Against]:
    """What is agreed can lie ahead: a job, the last day as planned. What has been broken off has happened."""
    said = answers.get(Key(punkt.id, "dato"))
    day = str(said or around.dato)
    key = Key(punkt.id, "dato" if said is not None else "kode")
    if around.start and day and day < around.start and kode != NEVER_STARTED:
        yield Against(key, _BEFORE_START.format(plain_date(around.start)))
    if around.dato and day > around.dato and kode not in CAN_BE_AHEAD:
        yield Against(key, _AHEAD)


def _who(punkt: Punkt, kode: str, answers: Answers) -> Iterator[Against]:
    """The code says who broke it off; the answer may name others beside."""
    named = answers.get(Key(punkt.id, "hvem"))
    who, asked, code = BROKEN_OFF_BY.get(kode), punkt.felt("hvem"), punkt.felt("kode")
    if who is None or named is None or asked is None or code is None or who in _words(named):
        return
    yield Against(Key(punkt.id, "hvem"), _WHO.format(show(kode, code), show(named, asked)))


def _words(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
