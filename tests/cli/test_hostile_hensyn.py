"""What people paste into hensyn, contacts, absence and wishes comes out whole, and steers no screen."""

import json
from collections.abc import Iterable, Iterator

import pytest

from building import make_case
from running import Ran, run
from safety.hostile import HOSTILE, harmful, in_toml, is_shown
from safety.hostile_case import kept
from vforlob.model.accounts import Indstilling
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

# The line that makes one -> what it needs beside texts, the columns that take a text, and where they are listed.
KINDS = {
    ("hensyn", "ny", "f1"): (
        'hvem = ["leder", "vitas"]\nbetydning = "ja"\n',
        {"hensyn": "tekst", "behov": "tekst", "losning": "tekst", "reformulering": "tekst", "hvorfor": "tekst"},
        ("hensyn", "f1"),
    ),
    ("kontakt", "f1"): (
        'dato = "20/11"\nkanal = "mail"\nmed = ["borger"]\nnaet = "nej"\n',
        {"tekst": "tekst"},
        ("kontakt", "liste", "f1"),
    ),
    ("ønske", "ny", "b1"): ("", {"onske": "kort", "branche": "kort", "tekst": "tekst"}, ("ønske", "b1")),
    ("koordinering", "ny", "b1"): (
        "",
        {"indsats": "kort", "hvornar": "kort", "hvem": "kort"},
        ("koordinering", "b1"),
    ),
}
SHOWN_WHOLE = {"hensyn"}
SOME = ("esc-clear", "bidi-override", "rich-close", "jinja-expression", "long", "lines", "percent", "braces")


def check(folder: str, line: tuple[str, ...], texts: Iterable[str]) -> Iterator[str]:
    """What is wrong with a record that has these texts; nothing when all is well."""
    fixed, columns, listed = KINDS[line]
    given = dict(zip(columns, texts, strict=False))
    said = "".join(f"{column} = {in_toml(text)}\n" for column, text in given.items())
    needed = "".join(f'{column} = "x"\n' for column in _needed(line[0]) if column not in given)
    made = run(*line, "--json", "--svar", "-", folder=folder, stdin=fixed + said + needed)
    if made.code != 0:
        yield f"{line}: {made.err[:300]}"
        return
    nr = str(json.loads(made.out)["id"])
    rows = json.loads(run(*listed, "--json", folder=folder).out)["raekker"]
    table = next(row for row in rows if str(row["id"]) == nr)
    yield from (
        f"{column} is changed" for column, text in given.items() if table[column] != kept(text, columns[column])
    )
    screens = [made, run(*listed, folder=folder), run(*listed, "--enkel", folder=folder)]
    if line[0] in SHOWN_WHOLE:
        shown = run(line[0], "vis", nr, folder=folder)
        screens += [shown, run("vitas", "f1", folder=folder)]
        yield from (f"{column} is lost" for column, text in given.items() if not is_shown(text, shown.out))
    screens += [run("besked", "f1", "--mail", folder=folder), run("forløb", "vis", "f1", folder=folder)]
    yield from _faults((*screens, run("fortryd", folder=folder)))


def _needed(family: str) -> tuple[str, ...]:
    return {"hensyn": ("hensyn", "behov", "losning"), "ønske": ("onske",), "koordinering": ("indsats",)}.get(family, ())


def _faults(screens: Iterable[Ran]) -> Iterator[str]:
    for ran in screens:
        yield from harmful((ran.out + ran.err).replace("\t", " "))
        if "Traceback" in ran.err or "ikke er forberedt på" in ran.err:
            yield ran.err


def check_all(store: Store, folder: str, line: tuple[str, ...], texts: list[str]) -> list[str]:
    make_case(store)
    many = len(KINDS[line][1])
    return [fault for at in range(0, len(texts), many) for fault in check(folder, line, texts[at : at + many])]


@pytest.mark.safety
@pytest.mark.parametrize("line", KINDS, ids=lambda line: line[0])
def test_some_texts_in_every_field(store: Store, folder: str, line: tuple[str, ...]) -> None:
    assert check_all(store, folder, line, [HOSTILE[name] for name in SOME]) == []


@pytest.mark.safety
@pytest.mark.parametrize("line", KINDS, ids=lambda line: line[0])
def test_every_text_in_some_field(store: Store, folder: str, line: tuple[str, ...]) -> None:
    assert check_all(store, folder, line, list(HOSTILE.values())) == []


@pytest.mark.parametrize("name", SOME)
def test_a_line_with_such_a_text_is_taken_or_refused_and_harmless(store: Store, folder: str, name: str) -> None:
    make_case(store)
    text = HOSTILE[name]

    for line in (
        ("kontakt", "f1", "--tekst", text),
        ("kontakt", "f1", "--med", text),
        ("kontakt", "f1", "--dato", text),
        ("fravær", "f1", text, "--syg"),
        ("fravær", "f1", "--syg", "--besked", text),
        ("besked", "f1", "--til", text),
        ("hensyn", "vis", text),
        ("ønske", "ret", text),
    ):
        ran = run(*line, folder=folder)
        assert ran.code in {0, 2, 3}, (line[:2], ran.err)
        assert list(_faults([ran])) == []
        assert max(map(len, ran.err.splitlines()), default=0) < 400


@pytest.mark.safety
@pytest.mark.parametrize("name", SOME)
def test_texts_that_were_never_cleaned_come_out_of_vitas_and_besked_harmless(
    store: Store, folder: str, name: str
) -> None:
    make_case(store)
    text = HOSTILE[name]
    with store.doing("prøve"):
        store.door(Virksomhed).change(1, navn=text, sted=text, kontakt=text, telefon=text, email=text)
        store.door(Forlob).change(1, hensigt=text, hensigt_art="optraening", dage=("man",))
        store.door(Hensyn).change(1, losning=text)
        store.door(Clearance).add(Clearance(0, 1, 1, "vitas", "ma"))
        for setting in ("konsulent", "telefon", "kommune_ord"):
            store.door(Indstilling).add(Indstilling(0, setting, text))

    lines = (("vitas", "f1"), ("vitas", "f1", "--json"), ("besked", "f1"), ("besked", "f1", "--mail"), ("hensyn", "f1"))
    found = [run(*line, folder=folder) for line in lines]

    assert [ran.code for ran in found] == [0] * len(lines)
    assert list(_faults(found)) == []
    assert len(found[2].out.strip()) <= 300
    assert is_shown(text, found[0].out)
