"""What people paste into aftaler, delmål, opgaver and hours comes out whole, also as an earlier value."""

import json
from collections.abc import Iterable, Iterator

import pytest

from building import make_case
from running import run
from safety.hostile import HOSTILE, harmful, in_toml, is_shown
from safety.hostile_case import kept
from vforlob.store.store import Store

# Family -> what every record of it needs beside texts, and the columns that take a text with their kind.
FAMILIES = {
    "aftale": ('hvem = ["konsulent", "andre"]\nfrist = "27/11"\n', {"hvad": "kort", "hvem_andre": "kort"}),
    "delmål": (
        'art = "jobmal"\nfrist = "27/11"\n',
        {"specifikt": "tekst", "malbart": "tekst", "attraktivt": "tekst", "realistisk": "tekst"},
    ),
    "opgave": ('trin = "ny"\n', {"opgave": "kort", "tilpasning": "tekst", "hjaelpemidler": "tekst"}),
    "timer": ('ordinaer = 30\nfra = "1/12"\n', {"grund": "kort"}),
}


def check(folder: str, family: str, texts: Iterable[str]) -> Iterator[str]:
    """What is wrong with a record that has these texts; nothing when all is well."""
    fixed, columns = FAMILIES[family]
    given = dict(zip(columns, texts, strict=False))
    said = "".join(f"{column} = {in_toml(text)}\n" for column, text in given.items())
    made = run(family, "ny", "f1", "--json", "--svar", "-", folder=folder, stdin=fixed + said)
    if made.code != 0:
        yield f"{family}: {made.err[:200]}"
        return
    nr = "f1" if family == "timer" else str(json.loads(made.out)["id"])
    changed = "".join(f'{column} = "noget andet {nr}"\n' for column in given)
    screens = [run(family, "vis", nr, folder=folder).out]
    whole = json.loads(run(family, "vis", nr, "--json", folder=folder).out)
    table = whole["trin"][-1] if family == "timer" else whole
    yield from (column for column, text in given.items() if table[column] != kept(text, columns[column]))
    assert run(family, "ret", str(table["id"]), "--svar", "-", folder=folder, stdin=changed).code == 0
    screens.append(run(family, "vis", nr, folder=folder).out)
    for screen in screens:
        yield from (f"{family}.{column} is lost" for column, text in given.items() if not is_shown(text, screen))
    for screen in (*screens, run(family, folder=folder).out, made.out + made.err, run("fortryd", folder=folder).out):
        yield from harmful(screen)


def check_all(store: Store, folder: str, family: str, texts: list[str]) -> list[str]:
    make_case(store)
    many = len(FAMILIES[family][1])
    few = [texts[at : at + many] for at in range(0, len(texts), many)]
    return [fault for dealt in few for fault in check(folder, family, dealt)]


@pytest.mark.parametrize("family", FAMILIES)
def test_some_texts_in_every_field(store: Store, folder: str, family: str) -> None:
    texts = [
        HOSTILE[name] for name in ("esc-clear", "bidi-override", "rich-close", "jinja-expression", "long", "lines")
    ]

    assert check_all(store, folder, family, texts) == []


@pytest.mark.safety
@pytest.mark.parametrize("family", FAMILIES)
def test_every_text_in_some_field(store: Store, folder: str, family: str) -> None:
    assert check_all(store, folder, family, list(HOSTILE.values())) == []
