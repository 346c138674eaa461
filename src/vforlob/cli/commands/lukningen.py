"""The command that empties the screen, for somebody else may look at it next. Open, act, show."""

from vforlob.cli.adgang_screens import say
from vforlob.cli.context import context
from vforlob.cli.wiping import wipe_terminal
from vforlob.errors.base import VforlobError
from vforlob.store.envelope import DEMO, RAW_KEY, read_envelope

_OPENS = {
    RAW_KEY: "Datamappen åbner igen med nøglefilen.",
    DEMO: "Demoen åbner igen uden adgangssætning; alt i den er opdigtet.",
}


def luk() -> None:
    """Nothing is open between two commands; the screen is what is left of them."""
    if wipe_terminal():
        say("Skærmen er ryddet.")
    say("Der er ikke noget åbent: mellem to kommandoer holder vforlob ingen nøgle.")
    say(_opens(context().folder))
    say("Har du menuen åben i et andet vindue, så luk den der med q.")


def _opens(folder: str) -> str:
    try:
        envelope = read_envelope(folder)
    except VforlobError:
        return "Her er ingen datamappe, der kan åbnes."  # closing is never refused
    if envelope.in_keyring:
        return (
            "Datamappen åbner uden adgangssætning, så længe du er logget ind på computeren, for nøglen ligger i "
            "nøgleringen. Lås også computeren."
        )
    return _OPENS.get(envelope.kind, "Datamappen åbner igen med adgangssætningen.")
