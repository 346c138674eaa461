"""The commands that set up a data folder, and correct what was answered then. Open, act, show."""

from vforlob.actions.asking import ALONE
from vforlob.actions.set_up import set_up_again, set_up_now, set_up_with_passphrase, set_up_with_raw_key
from vforlob.actions.set_up_answers import FELTER, HEADING, ask_answers, defaults, read_answers, read_some_answers
from vforlob.cli.clock import is_clock_set
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.files import read_given, shown_name
from vforlob.cli.passphrases import choose_passphrase
from vforlob.cli.set_up_screens import hand_over_code, offer_keyring, tell_changed, tell_done, tell_what_is_kept
from vforlob.cli.show import err
from vforlob.errors.base import ExitCode
from vforlob.errors.use import ClockRefused, NothingGiven
from vforlob.store.founding import refuse_taken
from vforlob.store.keyfile import read_key_file


def opsaet(*, noeglefil: str = "", svar: str = "") -> int:
    """Set up the data folder, with questions or with a key file."""
    refuse_taken(context().folder)
    try:
        _with_key_file(noeglefil, svar) if noeglefil else _with_passphrase(svar)
    except (KeyboardInterrupt, EOFError):
        err("Afbrudt. Der er ikke sat noget op, og der er ikke gemt noget.")
        return ExitCode.INTERRUPTED
    return ExitCode.OK


def ret(*, svar: str = "") -> int:
    """What was answered at set-up, corrected; the key stays."""
    current = context()
    if not svar and not current.may_ask:
        raise NothingGiven("svarene", in_folder("vforlob opsæt ret --svar FIL"))
    given = read_some_answers(read_given(svar), shown_name(svar), current.today) if svar else None
    with open_store() as store:
        if given is None:
            try:
                given = _corrected(set_up_now(store, (felt.id for felt in FELTER)))
            except (KeyboardInterrupt, EOFError):
                err("Afbrudt. Der er ikke ændret noget.")
                return ExitCode.INTERRUPTED
        tell_changed(set_up_again(store, given))
    return ExitCode.OK


def _corrected(now: dict[str, str]) -> dict[str, str]:
    from vforlob.cli.ask import asker  # late: a file asks nothing

    return ask_answers(asker(context(), ALONE), context().today, now)


def _with_key_file(noeglefil: str, svar: str) -> None:
    current = context()
    answers = _from_file(svar) if svar else defaults()
    set_up_with_raw_key(current.folder, read_key_file(noeglefil), answers, current.clock)
    tell_done(current.folder, answers)


def _with_passphrase(svar: str) -> None:
    current = context()
    if is_clock_set():
        raise ClockRefused  # a folder that is worked in for real keeps the real time, from its first event
    if not current.may_ask:
        raise NothingGiven("en nøglefil, når der ikke er nogen at spørge", "vforlob opsæt --noeglefil STI --svar FIL")
    from vforlob.cli.ask import asker  # late: a key file asks nothing

    ask = asker(current, ALONE)
    tell_what_is_kept(current.folder)
    answers = _from_file(svar) if svar else ask_answers(ask, current.today)
    passphrase = choose_passphrase(ask, HEADING)
    key = set_up_with_passphrase(
        current.folder, passphrase, answers, current.clock, lambda code: hand_over_code(code, ask)
    )
    offer_keyring(current.folder, key, ask)
    tell_done(current.folder, answers)


def _from_file(svar: str) -> dict[str, str]:
    return read_answers(read_given(svar), shown_name(svar), context().today)
