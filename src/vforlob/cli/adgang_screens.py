"""What is said of the ways into the folder, and of what was just changed. Knows no key and asks nothing."""

from vforlob.actions.adgang import Access
from vforlob.cli.context import in_folder
from vforlob.cli.layout import flow, labelled, screen_width
from vforlob.cli.show import err, out
from vforlob.rules.danish import counted
from vforlob.store.copied_envelopes import Followed
from vforlob.store.envelope import DEMO, PASSPHRASE

_KINDS = {
    "raanoegle": "Datamappen åbner med en nøglefil. Den har ingen adgangssætning; pas på nøglefilen som på en nøgle.",
    DEMO: "Demoen er opdigtet, og nøglen ligger i mappen. Den har ingen adgangssætning.",
}
_OLD_WAY = "Kopier, du har lagt andre steder, åbner stadig med {}. Lav en ny kopi der, og slet de gamle."
_COPIES = ("sikkerhedskopi", "sikkerhedskopier")
COMMANDS = ("adgang sætning", "adgang kode", "adgang nøglering", "adgang lås")


def show_access(access: Access) -> None:
    """What is set, without a key."""
    width = screen_width()
    out(" Kun til dig · Adgang")
    out()
    if access.kind != PASSPHRASE:
        out("\n".join(labelled("Nøgle", _KINDS[access.kind], width)))
        return
    rows = [
        ("Adgangssætning", "sat"),
        ("Gendannelseskode", "lavet. Den ligger på papir hos dig; vforlob kender den ikke."),
        ("Nøglering", _keyring(access)),
    ]
    if access.old_copies:
        rows.append(("Sikkerhedskopier", _old_copies(access.old_copies)))
    for label, text in rows:
        out("\n".join(labelled(label, text, width)))


def _keyring(access: Access) -> str:
    if access.in_keyring:
        return "til. Når du er logget ind på computeren, åbner vforlob uden adgangssætning."
    return "fra. Du skriver adgangssætningen, hver gang du åbner."


def _old_copies(count: int) -> str:
    copies = counted(count, "kopi", "kopier")
    return f"{copies} åbner stadig med en tidligere sætning eller kode."


def show_commands() -> None:
    """For those who cannot pick a letter."""
    out()
    for command in COMMANDS:
        out(f" {in_folder(f'vforlob {command}')}")


def say(text: str) -> None:
    """A sentence of the result, broken between words."""
    out(flow(text, screen_width()))


def tell_new_passphrase(copies: Followed) -> None:
    err("Den nye adgangssætning gælder fra nu af. Den gamle åbner ikke længere; gendannelseskoden er den samme.")
    tell_copies(copies, "den gamle sætning")


def tell_new_code(copies: Followed) -> None:
    err("Den nye gendannelseskode gælder fra nu af. Den gamle åbner ikke længere; riv papiret over.")
    tell_copies(copies, "den gamle kode")


def tell_copies(copies: Followed, opens_with: str) -> None:
    if copies.written:
        err(f"{counted(copies.written, *_COPIES)} i datamappen fulgte med.")
    if copies.left:
        err(f"{counted(copies.left, *_COPIES)} kunne ikke følge med og åbner stadig med {opens_with}.")
        err(f"Se efter, om disken er fuld, og kør så: {in_folder('vforlob adgang')}")
    err(_OLD_WAY.format(opens_with))
