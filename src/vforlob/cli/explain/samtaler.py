"""What is said when a samtale cannot be gone on with or corrected. Knows no answers."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.samtaler import NotFinished, NothingToContinue, VersionNotFound
from vforlob.rules.danish import counted


@explains(NothingToContinue)
def _(_error: NothingToContinue) -> list[str]:
    return ["Der er ingen samtale, der er begyndt og ikke færdig.", "Begynd en med fx: vforlob opfølgning f12"]


@explains(NotFinished)
def _(error: NotFinished) -> list[str]:
    return [f"Samtalen s{error.samtale} er ikke færdig endnu og kan rettes undervejs.", f"Fortsæt den: {error.line}"]


@explains(VersionNotFound)
def _(error: VersionNotFound) -> list[str]:
    if not error.finished:
        return [f"Samtalen s{error.samtale} er ikke færdig endnu og har ingen udgaver."]
    made = counted(error.finished, "udgave", "udgaver")
    return [f"Samtalen s{error.samtale} har {made}.", f"Skriv fx --udgave {error.finished}."]
