"""What is said of a message that cannot be made. Knows no message."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.beskeder import EmployerNotAsked, NothingPlanned


@explains(NothingPlanned)
def _(error: NothingPlanned) -> list[str]:
    return [
        f"f{error.forlob} er lukket uden efterværn, så der er ingen næste kontakt at skrive om.",
        f"Se forløbet: vforlob forløb vis f{error.forlob}",
    ]


@explains(EmployerNotAsked)
def _(error: EmployerNotAsked) -> list[str]:
    said = "har sagt nej til" if error.svar == "nej" else "har ikke svaret på"
    return [
        f"Borgeren {said}, at du kontakter arbejdsgiveren. Uden et ja bliver der ikke skrevet til dem.",
        f"Spørg ved næste samtale: vforlob efterværn f{error.forlob}",
    ]
