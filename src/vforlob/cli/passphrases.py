"""Choose a passphrase with the consultant: her own sentence, or five words. Knows no folder and locks nothing."""

from vforlob.actions.asking import ALONE, Answered, Ask, Question
from vforlob.cli.explain.registry import explain
from vforlob.cli.secret import read_secret
from vforlob.cli.show import err
from vforlob.errors.answer import BadAnswer
from vforlob.errors.key import WeakPassphrase
from vforlob.model.agenda import Choice
from vforlob.model.text import fold
from vforlob.store.passphrase import generate_passphrase, judge_passphrase

_WORDS, _OWN = "ord", "egen"
_CHOICES = (
    Choice(_WORDS, "Fem ord, som vforlob vælger"),
    Choice(_OWN, "Min egen sætning, mindst 20 tegn"),
)


def choose_passphrase(ask: Ask, heading: str = "Adgang") -> str:
    """Typed twice, so that it is what she thinks it is."""
    while True:
        reply = ask(_QUESTION._replace(heading=heading))
        if isinstance(reply, Answered):
            if reply.value is not None:
                return _own() if reply.value == _OWN else _made()
        else:
            raise KeyboardInterrupt


def _own() -> str:
    err("Skriv en hel sætning. Tegnene vises ikke, mens du skriver.")
    while True:
        typed = read_secret("Ny adgangssætning: ")
        try:
            judge_passphrase(typed)
        except WeakPassphrase as weak:
            err("\n".join(explain(weak)))
            continue
        if read_secret("Den samme igen:    ") == typed:
            return typed
        err("De to er ikke ens. Skriv den to gange igen.")


def _made() -> str:
    while True:
        words = generate_passphrase()
        err(f"\n  {words}\n\nSkriv ordene af på papir. Du skal bruge dem, hver gang du åbner vforlob.")
        while True:
            typed = read_secret("Skriv de fem ord (tom linje giver fem andre): ")
            if not typed.strip():
                break
            if typed.casefold().split() == words.split():
                return words
            err("Ordene passer ikke. Se på dem igen; mellemrum mellem hvert.")


def _read(typed: str) -> str:
    wanted = fold(typed.strip())
    for choice in _CHOICES:
        if wanted in {choice.id, fold(choice.text)}:
            return choice.id
    raise BadAnswer("Vælg en af de to.")


_QUESTION = Question(
    kind="valg",
    text="Hvordan vil du låse dine data?",
    read=_read,
    page=ALONE,
    title="Adgangssætning",
    help="Adgangssætningen er det eneste, der åbner dine data til daglig. Fem tilfældige ord er lettere at huske "
    "end tegn og sværere at gætte.",
    choices=_CHOICES,
    saves=False,
)
