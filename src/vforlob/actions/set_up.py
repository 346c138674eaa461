"""Set up a data folder: its key, its store, what the consultant answered. Asks nothing and knows no screen."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from vforlob.actions.settings import setting
from vforlob.model.accounts import Indstilling
from vforlob.store.founding import founded
from vforlob.store.key import create_with_passphrase, create_with_raw_key
from vforlob.store.keyfile import create_demo_key
from vforlob.store.open import create_store
from vforlob.store.store import Store

Clock = Callable[[], datetime]
Answers = Mapping[str, str]


def set_up_with_passphrase(
    folder: str, passphrase: str, answers: Answers, now: Clock, hand_over: Callable[[str], None]
) -> bytes:
    """`hand_over` shows the recovery code and returns when the consultant has it. If it raises, nothing is set up."""
    with founded(folder) as stage:
        key, code = create_with_passphrase(stage, passphrase)
        _fill(stage, key, answers, now)
        hand_over(code)
    return key


def set_up_with_raw_key(folder: str, key: bytes, answers: Answers, now: Clock) -> None:
    with founded(folder) as stage:
        create_with_raw_key(stage, key)
        _fill(stage, key, answers, now)


def set_up_demo(folder: str, answers: Answers, now: Clock) -> bytes:
    """An empty folder for made-up people: its key lies in it."""
    with founded(folder) as stage:
        key = create_demo_key(stage)
        _fill(stage, key, answers, now)
    return key


def set_up_now(store: Store, names: Iterable[str]) -> dict[str, str]:
    """What stands, for those that were ever answered."""
    return {name: value for name in names if (value := setting(store, name))}


def set_up_again(store: Store, answers: Answers) -> dict[str, str]:
    """Only what became another; the earlier answers stay beneath. What was changed."""
    changed = {name: value for name, value in answers.items() if value != setting(store, name)}
    if changed:
        with store.doing("opsæt ret"):
            for name, value in changed.items():
                store.door(Indstilling).add(Indstilling(0, name, value, store.now().date().isoformat()))
    return changed


def _fill(stage: str, key: bytes, answers: Answers, now: Clock) -> None:
    today = now().date().isoformat()
    with create_store(stage, key, now) as store:
        settings = store.door(Indstilling)
        with store.doing("opsaet"):
            for name, value in answers.items():
                settings.add(Indstilling(0, name, value, today))
        store.checkpoint()  # the file is moved alone
