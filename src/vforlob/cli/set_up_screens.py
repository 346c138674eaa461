"""What is said and asked while a folder is set up, beside the answers. Knows the screens, makes no key."""

import sys
from secrets import SystemRandom

from vforlob.actions.asking import ALONE, Answered, Ask, Pause, Question
from vforlob.agenda.kinds import KINDS
from vforlob.cli.context import context
from vforlob.cli.explain.registry import explain
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.show import err, out
from vforlob.errors.answer import BadAnswer
from vforlob.errors.key import NoKeyring
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.store.keyring_copy import keep, system_keyring
from vforlob.store.recovery import GROUP, groups_of, same_group

_GROUPS_BACK = 2
_GROUPS_A_LINE = 4
_JANEJ = Felt("noeglering", "", "janej")


def tell_what_is_kept(folder: str) -> None:
    _say(
        "Kun til dig · Opsætning",
        "",
        f"Her gemmes det: {folder}",
        "Der ligger dine borgere, virksomheder og forløb, svarene fra samtalerne, aftaler, delmål og hensyn. "
        "Alt er krypteret fra første bogstav og bliver på denne computer; vforlob sender ikke noget nogen steder hen.",
        "",
        "vforlob er din arbejdskopi og ikke journalen. Det, der betyder noget for sagen, skal stadig i journalen. "
        "Der er ikke plads til cpr-numre.",
        "",
        "Der er fire spørgsmål, en adgangssætning og en kode, du skriver af. Afbryder du, er intet gemt.",
        "",
    )


def hand_over_code(code: str, ask: Ask) -> None:
    """Shown once; two groups are typed back, so that it is on paper. The screen is wiped afterwards."""
    groups = groups_of(code)
    _say("", "Gendannelseskoden åbner dine data, hvis adgangssætningen bliver glemt:", "")
    for start in range(0, len(groups), _GROUPS_A_LINE):
        err("    " + "  ".join(groups[start : start + _GROUPS_A_LINE]))
    _say(
        "",
        "Den vises kun nu. Skriv den af, og læg den i en lukket kuvert hos din leder eller i kommunens boks til "
        "adgangskoder, ikke på computeren. Bliver både sætning og kode væk, kan ingen åbne dine data igen.",
        "",
    )
    whole = [number for number, group in enumerate(groups) if len(group) == GROUP]
    for number in sorted(SystemRandom().sample(whole, _GROUPS_BACK)):
        _ask_group(groups[number], number + 1, ask)
    _wipe_screen()


def offer_keyring(folder: str, key: bytes, ask: Ask) -> None:
    """Everything works without it, so nothing that goes wrong here undoes the set-up."""
    try:
        system_keyring()
        if _wants_keyring(ask):
            keep(folder, key)
            err("Nøglen ligger nu også i computerens nøglering.")
    except NoKeyring as error:
        _say(*explain(error))
    except (KeyboardInterrupt, EOFError):
        err("Nøglen er ikke lagt i nøgleringen.")


def tell_done(folder: str, answers: dict[str, str]) -> None:
    names = "med navn og telefonnummer" if answers["navne"] == "ja" else "med kaldenavn, uden navn og telefonnummer"
    out(f"vforlob er sat op i {folder}.")
    out(f"Borgere gemmes {names}.")
    out("Næste skridt: vforlob borger ny")


def _ask_group(group: str, number: int, ask: Ask) -> None:
    def read(typed: str) -> Value:
        if not same_group(typed, group):
            raise BadAnswer(f"Det er ikke gruppe {number}. Se efter på papiret, og skriv de fire tegn igen.")
        return group

    text = f"Skriv gruppe {number} fra papiret"
    question = Question("kort", text, read, page=ALONE, title="Gendannelseskode", saves=False)
    while True:
        reply = ask(question)
        if isinstance(reply, Pause):
            raise KeyboardInterrupt
        if isinstance(reply, Answered) and reply.value is not None:
            return


def _wants_keyring(ask: Ask) -> bool:
    reply = ask(
        Question(
            "janej",
            "Vil du også lægge nøglen i computerens nøglering?",
            lambda typed: KINDS["janej"].read(typed, _JANEJ, context().today),
            page=ALONE,
            title="Nøglering",
            help="Så skriver du ikke adgangssætningen, når du er logget ind. Prisen er, at andre programmer, der kører "
            "som dig, også kan hente nøglen, og at hver start tager lidt længere. Tomt svar er nej.",
            shown=(
                "Ja: du slipper for adgangssætningen, når du er logget ind på computeren.",
                "Men andre programmer, der kører som dig, kan så også hente nøglen, og hver start tager lidt længere.",
            ),
            saves=False,
        )
    )
    return isinstance(reply, Answered) and reply.value == "ja"


def _wipe_screen() -> None:
    if context().plain or not sys.stdout.isatty():
        err("Ryd skærmen, så koden ikke bliver stående.")
        return
    from prompt_toolkit.shortcuts import clear  # late: only here

    clear()


def _say(*lines: str) -> None:
    for line in lines:
        err("\n".join(wrap(line, screen_width())))
