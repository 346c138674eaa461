"""The sentences of a samtale while it is held. Knows no case and no question."""

from vforlob.agenda.walk import Count
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.place import DiskFull
from vforlob.model.agenda import Agenda
from vforlob.model.case import Case
from vforlob.rules.danish import listed, quoted

ONLY_YOU = "Kun til dig"
FIRST_QUESTION = "Det er det første spørgsmål."
TURN_TO_ALL = "Tryk Enter, når alle må se skærmen."
TURN_TO_ALONE = "Tryk Enter, når du sidder alene."
MEETING_SAVED = "Samtalen er gemt. Tryk Enter, når du sidder alene."
GO_ON = "Tryk Enter for at gå videre."
TRY_AGAIN = "Tryk Enter for at prøve at gemme igen."
DISK_FULL = "Disken er fuld. Dit svar står her endnu og er ikke gemt. Frigør plads, og tryk Enter."
NOT_WRITTEN = "Svaret kunne ikke gemmes. Det står her endnu. Se efter disken, og tryk Enter."
BUSY = "Databasen er optaget af et andet program. Dit svar står her endnu og er ikke gemt."
SOMEBODY = "Sæt kryds ved dem, der er med. Er du alene, så kryds konsulent."
NEEDED = {
    "frist": "En flyttet aftale skal have en ny frist. Skriv den, eller gå tilbage med :t.",
    "grund": "En bortfaldet aftale skal have en grund. Skriv den, eller gå tilbage med :t.",
}
SUMMARY = "Nummer retter et punkt · »færdig« slutter samtalen"
SUMMARY_OF_CORRECTION = "Nummer retter et punkt · »færdig« slutter · »kassér« dropper rettelsen"
DROP = "Skriv »kassér« igen for at droppe rettelsen. Den færdige samtale står, som den er. Enter beholder rettelsen."
SUMMARY_WRONG = "Skriv nummeret på det punkt, du vil rette, eller »færdig«."
NOTES = "Vil du skrive en note til et punkt? Skriv dets nummer, eller tryk Enter."
GOES_TO_THE_CASE = (
    "Det, der betyder noget for sagen, skriver konsulenten i journalen.",
    "Det kan sagsbehandleren læse. Virksomheden får kun det, I to aftaler.",
)
NOTES_HELP = "En note ser kun du, sagsbehandleren og journalen."
NOTE = "Note"
NOTE_HELP = "Kun dig, sagsbehandler og journal."
NOT_FINISHED = "Samtalen kunne ikke afsluttes. Alle svar er gemt. Frigør plads på disken, og skriv »færdig« igen."
BEFORE_AGAIN = "Samtalen kan ikke afsluttes endnu:"


def disk_sentence(reason: VforlobError) -> str:
    if isinstance(reason, DiskFull):
        return DISK_FULL
    return BUSY if reason.exit_code == ExitCode.LOCKED else NOT_WRITTEN


def heading_shared(agenda: Agenda, case: Case) -> str:
    """What everybody at the table sees above a question: no alias. A title of several words is not held anywhere."""
    if case.virksomhed is None:
        return agenda.title
    return f"{agenda.title}{' · ' if ' ' in agenda.title else ' hos '}{case.virksomhed.navn}"


def heading_alone(agenda: Agenda, case: Case) -> str:
    number = f"f{case.forlob.nr}" if case.forlob else f"b{case.borger.nr}"
    return f"{ONLY_YOU} · {agenda.title} {number}"


def answered_of(count: Count) -> str:
    return f"{count.answered} af {count.total} punkter besvaret"


def no_such_punkt(number: str, agenda: Agenda) -> str:
    """Which numbers there are: "1-10, A og B"."""
    numbered = [punkt.number for punkt in agenda.punkter if not punkt.appendix]
    letters = [punkt.number for punkt in agenda.punkter if punkt.appendix]
    plain = f"1-{len(numbered)}" if len(numbered) > 1 else "1"
    typed = number if number.isdecimal() or len(number) == 1 else quoted(number)
    return f"Der er intet punkt {typed}. Punkterne er {listed([plain, *letters])}."


def not_asked(number: str) -> str:
    return f"Punkt {number} hører ikke til denne samtale, som den er nu."
