"""What opens the folder, and what still opens its copies. Asks for nothing and never holds a key."""

from collections.abc import Iterator

from vforlob.actions.checking.fund import Fund, advarsel, oplysning
from vforlob.rules.danish import counted
from vforlob.store.envelope import DEMO, PASSPHRASE, RAW_KEY, Envelope, read_envelope

_KINDS = {
    RAW_KEY: Fund(
        "noglefil",
        "oplysning",
        "Mappen åbnes med en nøglefil og har ingen adgangssætning.",
        "Læg nøglefilen, hvor kun du kan læse den, og ikke i datamappen.",
    ),
    DEMO: oplysning("demo", "Det er en demo: alt i den er opdigtet, og nøglen ligger ved siden af."),
}


def refuse_weak(envelope: Envelope) -> None:
    """Before anybody is asked: a passphrase typed into a weak envelope would protect too little. Raises
    KeyEnvelopeUnsafe.
    """
    from vforlob.store.wrapping import check_cost  # late: only a passphrase has a cost

    if envelope.kind == PASSPHRASE and envelope.cost is not None:
        check_cost(envelope.cost, weak_is_fine=False)


def look_at_key(folder: str) -> Iterator[Fund]:
    """Raises what reading the envelope raises."""
    envelope = read_envelope(folder)
    if envelope.kind in _KINDS:
        yield _KINDS[envelope.kind]
    if envelope.in_keyring:
        yield from _keyring(folder)
    yield from _old_envelopes(folder)


def _keyring(folder: str) -> Iterator[Fund]:
    from vforlob.store.keyring_copy import fetch  # late: 70 ms, and only for those who chose it

    if fetch(folder) is None:
        yield advarsel(
            "noglering",
            "Computerens nøglering skulle have nøglen, men den er der ikke. Du bliver spurgt om adgangssætningen.",
            "Læg den der igen, eller slå det fra: vforlob adgang nøglering",
        )
    else:
        yield oplysning(
            "noglering",
            "Computerens nøglering åbner mappen for den, der er logget ind.",
            "Vil du hellere skrive adgangssætningen hver gang: vforlob adgang nøglering fra",
        )


def _old_envelopes(folder: str) -> Iterator[Fund]:
    from vforlob.store.copied_envelopes import old_envelopes  # late: few folders had another passphrase

    old = len(old_envelopes(folder))
    if old:
        yield advarsel(
            "gammel-adgang",
            f"{counted(old, 'sikkerhedskopi åbnes', 'sikkerhedskopier åbnes')} stadig med en tidligere adgangssætning"
            " eller gendannelseskode.",
            "Sæt adgangssætningen igen, så følger kopierne med: vforlob adgang sætning",
        )
