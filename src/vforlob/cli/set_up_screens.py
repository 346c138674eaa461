"""What is said and asked while a folder is set up, beside the answers. Knows the screens, makes no key."""

from secrets import SystemRandom

from vforlob.actions.asking import ALONE, Answered, Ask, Pause, Question
from vforlob.agenda.kinds import KINDS
from vforlob.cli.context import context
from vforlob.cli.explain.registry import explain
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.show import err, out
from vforlob.cli.wiping import wipe_terminal
from vforlob.errors.answer import BadAnswer
from vforlob.errors.key import NoKeyring
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.rules.danish import listed
from vforlob.store.keyring_copy import keep, system_keyring
from vforlob.store.recovery import GROUP, groups_of, same_group

_GROUPS_BACK = 2
_GROUPS_A_LINE = 4
_JANEJ = Felt("noeglering", "", "janej")
_CALLED = {
    "navne": "om navne må gemmes",
    "konsulent": "dit navn",
    "telefon": "dit telefonnummer",
    "kommune_ord": "det, I kalder stedet",
}
KEYRING_WORDS = (
    "",
    "Nøglen i computerens nøglering",
    "Så åbner vforlob uden adgangssætning, når du er logget ind på computeren.",
    "Det beskytter stadig mod den, der kun har en kopi af mappen. En stjålet computer er da kun så godt "
    "beskyttet som din adgangskode til den.",
    "Det beskytter ikke mod andre programmer, der kører som dig: de kan hente nøglen uden at spørge. Det beskytter "
    "heller ikke mod den, der sætter sig ved din åbne computer. Nøgleringen i Windows kan ikke låses for sig; den er "
    "åben, så længe du er logget ind.",
    "Adgangssætningen og gendannelseskoden skal du stadig have: på en anden computer, når nøgleringen bliver væk, og "
    "når du vil ændre noget her.",
)


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
        "Skal din leder eller kommunens DPO sige ja først, så afbryd, og giv dem en side:",
        "  vforlob fortegnelse --leder --ud side.pdf",
        "",
        "Der er fire spørgsmål, en adgangssætning og en kode, du skriver af. Afbryder du, er intet gemt.",
        "",
    )


def hand_over_code(code: str, ask: Ask) -> None:
    """Shown once; two groups are typed back, so that it is on paper. The screen is wiped afterwards, also when she
    leaves: a code that opens nothing must not be taken for one that does.
    """
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
    try:
        for number in sorted(SystemRandom().sample(whole, _GROUPS_BACK)):
            _ask_group(groups[number], number + 1, ask)
    finally:
        wipe_terminal()


def offer_keyring(folder: str, key: bytes, ask: Ask) -> None:
    """Everything works without it, so nothing that goes wrong here undoes the set-up."""
    try:
        system_keyring()
        if wants_keyring(ask):
            keep(folder, key)
            err("Nøglen ligger nu også i computerens nøglering.")
    except NoKeyring as error:
        _say(*explain(error))
    except (KeyboardInterrupt, EOFError):
        err("Nøglen er ikke lagt i nøgleringen.")


def tell_done(folder: str, answers: dict[str, str]) -> None:
    names = "med navn og telefonnummer" if answers["navne"] == "ja" else "med alias, uden navn og telefonnummer"
    out(f"vforlob er sat op i {folder}.")
    out(f"Borgere gemmes {names}.")
    out("Siden til din leder og kommunens databeskyttelsesrådgiver:")
    out("  vforlob fortegnelse --leder")
    out("Næste skridt: vforlob borger ny")


def tell_changed(changed: dict[str, str]) -> None:
    if not changed:
        out("Intet er ændret.")
        return
    out(f"Gemt: {listed([_CALLED[name] for name in changed])}.")
    if changed.get("navne") == "nej":
        out("Navne og telefonnumre, der er gemt, bliver stående. Tag dem væk med: vforlob borger ret")
    if {"konsulent", "telefon"} & changed.keys():
        out("Det står under de tekster, du laver fra nu af.")


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


def wants_keyring(ask: Ask) -> bool:
    """What it is worth and what it costs stands above the question. Leaving is KeyboardInterrupt."""
    _say(*KEYRING_WORDS, "")
    reply = ask(
        Question(
            "janej",
            "Vil du også lægge nøglen i computerens nøglering?",
            lambda typed: KINDS["janej"].read(typed, _JANEJ, context().today),
            page=ALONE,
            title="Nøglering",
            help="Nøgleringen åbner, når du logger ind på computeren. Tomt svar er nej. Du kan ændre det senere: "
            "vforlob adgang nøglering",
            saves=False,
        )
    )
    if isinstance(reply, Pause):
        raise KeyboardInterrupt
    return isinstance(reply, Answered) and reply.value == "ja"


def _say(*lines: str) -> None:
    for line in lines:
        err("\n".join(wrap(line, screen_width())))
