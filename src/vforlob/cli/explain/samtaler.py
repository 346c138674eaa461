"""What is said when a samtale cannot be gone on with or corrected. Knows no answers."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.samtaler import ForlobClosed, NotFinished, NothingToContinue, VersionNotFound
from vforlob.rules.danish import counted, long_date


@explains(NothingToContinue)
def _(_error: NothingToContinue) -> list[str]:
    return ["Der er ingen samtale, der er begyndt og ikke færdig.", "Begynd en med fx: vforlob opfølgning f12"]


@explains(NotFinished)
def _(error: NotFinished) -> list[str]:
    return [f"Samtalen s{error.samtale} er ikke færdig endnu og kan rettes undervejs.", f"Fortsæt den: {error.line}"]


@explains(ForlobClosed)
def _(error: ForlobClosed) -> list[str]:
    when = f" {long_date(error.lukket)}" if error.lukket else ""
    said = [f"f{error.forlob} blev lukket{when}. Derfor kan {error.command} ikke begyndes der."]
    if error.eftervaern:
        return [*said, f"Skal I tale sammen om jobbet, så hold efterværn: vforlob efterværn f{error.forlob}"]
    if error.samtale:
        said.append(f"Er afslutningen forkert, så ret den: vforlob samtale ret s{error.samtale}")
    return [*said, "Skal borgeren i gang igen, så opret et nyt forløb: vforlob forløb ny"]


@explains(VersionNotFound)
def _(error: VersionNotFound) -> list[str]:
    if not error.finished:
        return [f"Samtalen s{error.samtale} er ikke færdig endnu og har ingen udgaver."]
    made = counted(error.finished, "udgave", "udgaver")
    return [f"Samtalen s{error.samtale} har {made}.", f"Skriv fx --udgave {error.finished}."]
