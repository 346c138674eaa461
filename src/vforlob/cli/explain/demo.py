"""What is said when a demo cannot be built. Knows no folder."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.demo import NotADemoFolder


@explains(NotADemoFolder)
def _(error: NotADemoFolder) -> list[str]:
    return [
        f"Mappen {error.folder} er ikke en demo, så der er ikke rørt noget.",
        "Vælg en tom mappe med --mappe, eller kør uden: vforlob demo",
    ]
