"""What the demo says: that it is made up, where it lies, and how to go on in it. Knows no case."""

CONSULTANT = {"navne": "nej", "konsulent": "Din Jobkonsulent", "telefon": "54 00 00 00", "kommune_ord": ""}


def building(folder: str) -> str:
    return f"Bygger en opdigtet sagsstamme i {folder}. Det tager et øjeblik."


def ready(folder: str) -> str:
    return f"Demoen ligger i {folder}. Alle borgere og virksomheder i den er opdigtede.\n"


def continuations(folder: str, forlob: int) -> list[str]:
    """Every line can be copied as it is: the demo is not the folder that is used when none is named."""
    from shlex import quote  # only here

    mappe = f"--mappe {quote(folder)}"
    return [
        "",
        " Prøv selv:",
        f"    vforlob opfølgning f{forlob} {mappe}",
        f"    vforlob forløb vis f{forlob} {mappe}",
        f"    vforlob samtale liste {mappe}",
        f"    vforlob {mappe}",
        f" Byg den om: vforlob demo --forfra {mappe}",
    ]
