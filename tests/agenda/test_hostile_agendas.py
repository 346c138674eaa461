"""Agenda files made to hurt, and files that only look as if they were: each is read, or refused in a sentence."""

import time

import pytest

from vforlob.agenda.loader import load_agenda
from vforlob.agenda.prescan import DEEPEST, LARGEST_FILE, LONGEST_LINE, MOST_DOTS, MOST_SIGNS, prescan
from vforlob.errors.answer import FaultyFile

HEAD = 'id = "x"\ntitel = "X"\ngaelder = "forlob"\n'
GOOD = HEAD + '[[punkt]]\nid = "a"\ntekst = "Aé"\ntype = "kort"\n'
GOOD_BYTES = GOOD.encode()
NUMBER = GOOD_BYTES + b"[[punkt]]\nid='t'\ntekst='T'\ntype='tal'\n"
BOM = b"\xef\xbb\xbf"
# The slowest that a file of the largest size may be; what people write takes a tenth of a second at most.
SECONDS = 3.0

# name: (the bytes, the line of the fault or None when the file is good, a part of the sentence)
REFUSED: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 0, "Her mangler »id«, »titel« og »gaelder«."),
    "only a BOM": (BOM, 0, "Her mangler"),
    "only white space": (b" \n\t\n", 0, "Her mangler"),
    "two BOMs": (BOM + BOM + GOOD_BYTES, 1, "Linjen begynder ikke med et navn"),
    "UTF-16 with a BOM": (GOOD.encode("utf-16"), 1, "UTF-16"),
    "UTF-16 of the other kind": (b"\xfe\xff" + GOOD.encode("utf-16-be"), 1, "UTF-16"),
    "Windows letters": (GOOD.replace("é", "ø").encode("cp1252"), 6, "Byte 70 er ikke UTF-8"),
    "a lone surrogate": (GOOD_BYTES + b"#\xed\xa0\x80", 8, "er ikke UTF-8"),
    "an overlong slash": (GOOD_BYTES + b"#\xc0\xaf", 8, "er ikke UTF-8"),
    "NUL": (GOOD_BYTES + b"\x00", 8, "Linjen begynder ikke med et navn"),
    "NUL in a text": (GOOD_BYTES.replace(b"X", b"X\x00"), 2, "tegn, der ikke kan ses"),
    "NUL in a comment": (b"# \x00\n" + GOOD_BYTES, 1, "tegn, der ikke kan ses"),
    "escape in a text": (GOOD_BYTES.replace(b"X", b"\x1b[31m"), 2, "tegn, der ikke kan ses"),
    "escape written as an escape": (GOOD_BYTES.replace(b"X", b"\\u001b]52;c;"), 2, "tegn, der ikke kan vises"),
    "text that turns around": (GOOD_BYTES.replace(b"X", "a\u202eb".encode()), 2, "tegn, der ikke kan vises"),
    "line separator in a text": (GOOD_BYTES.replace(b"X", "a\u2028b".encode()), 2, "tegn, der ikke kan vises"),
    "a bare carriage return": (GOOD_BYTES.replace(b"\ntitel", b"\rtitel"), 1, ""),
    "duplicate key in the head": (b'id = "y"\n' + GOOD_BYTES, 2, "brugt før"),
    "duplicate key in a point": (GOOD_BYTES + b'id = "b"\n', 8, "brugt før"),
    "duplicate table": (GOOD_BYTES + b"[a]\n[a]\n", 9, "Overskriften i [ ] er brugt før"),
    "a table over the points": (GOOD_BYTES + b"[punkt]\n", 8, "brugt før"),
    "the points over a value": (b'punkt = "x"\n' + GOOD_BYTES, 5, "brugt før"),
    "dotted key of 39 KiB": (GOOD_BYTES + b"a." * 20_000 + b"a = 1", 8, "Linjen er på 40005 tegn"),
    "dotted key within the line": (GOOD_BYTES + b"a." * 1_900 + b"a = 1", 8, "flere end 8 punktummer"),
    "dotted header": (GOOD_BYTES + b"[" + b"a." * 1_900 + b"a]", 8, "flere end 8 punktummer"),
    "dotted header of a list": (GOOD_BYTES + b"[[" + b"a." * 9 + b"a]]", 8, "flere end 8 punktummer"),
    "dotted key with quotes": (GOOD_BYTES + b'"a".' * 9 + b"a = 1", 8, "flere end 8 punktummer"),
    "dotted key with spaces": (GOOD_BYTES + b"a . " * 9 + b"a = 1", 8, "flere end 8 punktummer"),
    "dotted key in a row": (GOOD_BYTES + b"a = {" + b"a." * 9 + b"a = 1}", 8, "flere end 8 punktummer"),
    "deep list": (GOOD_BYTES + b"a = " + b"[" * 1_900 + b"]" * 1_900, 8, "mere end 8 parenteser"),
    "deep list that is not closed": (GOOD_BYTES + b"a = " + b"[" * 3_900, 8, "mere end 8 parenteser"),
    "deep list over many lines": (GOOD_BYTES + b"a = " + b"[\n" * 1_000, 16, "mere end 8 parenteser"),
    "deep row": (GOOD_BYTES + b"a = " + b"{a=" * 1_000, 8, "mere end 8 parenteser"),
    "one line too long": (GOOD_BYTES + b"#" * (LONGEST_LINE + 1), 8, "må højst være på 4000"),
    "one byte too many": (GOOD_BYTES + b"#\n" * LARGEST_FILE, 0, "må højst fylde 256 KiB"),
    "more signs than sense": (GOOD_BYTES + b"a = [\n" + b"1,\n" * (MOST_SIGNS + 1) + b"]", 19_997, "Filen er for stor"),
    "points inline": (HEAD.encode() + b'punkt = [{id="a",tekst="A",type="kort"}]', 4, "under [[punkt]]"),
    "points that are no tables": (HEAD.encode() + b"punkt = [1, 2]", 4, "begynder med [[punkt]]"),
    "points that are a number": (HEAD.encode() + b"punkt = 4", 4, "begynder med [[punkt]]"),
    "no points in a list": (HEAD.encode() + b"punkt = []", 4, "under [[punkt]]"),
    "felter before any point": (HEAD.encode() + b'[[punkt.felt]]\nid = "f"', 4, "begynder med [[punkt]]"),
    "felter of felter": (GOOD_BYTES + b"[[punkt.felt]]\n[[punkt.felt.felt]]", 7, "Kun gruppe og liste"),
    "point by a dotted key": (HEAD.encode() + b'punkt.id = "a"', 4, "begynder med [[punkt]]"),
    "text without an end": (GOOD_BYTES + b'hjaelp = "', 8, "mangler et anførselstegn"),
    "long text without an end": (GOOD_BYTES + b'hjaelp = """\n' + b"a\n" * 1_000, 1008, "mangler et anførselstegn"),
    "half an escape at the end": (GOOD_BYTES + b'hjaelp = """\\', 8, ""),
    "unquoted text": (GOOD_BYTES + "hjaelp = Spørg pænt\n".encode(), 8, "Tekst står i anførselstegn"),
    "ja without quotes": (GOOD_BYTES + b"tillaeg = ja\n", 8, "Tekst står i anførselstegn"),
    "curly quotes": (GOOD_BYTES + "hjaelp = “Spørg”\n".encode(), 8, "Tekst står i anførselstegn"),
    "Danish letters in a key": (GOOD_BYTES + 'hjælp = "?"\n'.encode(), 8, "Navne har kun a-z"),
    "a path from Windows": (GOOD_BYTES + b'hjaelp = "C:\\Users\\x"\n', 8, "Omvendt skråstreg"),
    "a date that is none": (GOOD_BYTES + b"min = 2026-13-40\n", 8, ""),
    "a date for a text": (GOOD_BYTES + b"hjaelp = 2026-11-20\n", 8, "skal være tekst"),
    "infinity": (NUMBER + b"max = inf\n", 12, "skal være et tal"),
    "a number of 3,900 digits": (NUMBER + b"max = " + b"9" * 3_900, 12, "skal være et tal"),
    "a number in Python's way": (NUMBER + b"max = 1e999\n", 12, "skal være et tal"),
    "rows in rows of a list": (GOOD_BYTES + b"modtagere = [[[[[[[1]]]]]]]", 8, "kan ikke indeholde"),
    "a template in a condition": (GOOD_BYTES + b'hvis = "{{ 7 * 7 }} = 49"', 8, "kan ikke stå i »hvis«"),
    "Python in a condition": (GOOD_BYTES + b"hvis = \"__import__('os').system('id') = 1\"", 8, ""),
    "a YAML file": (b"id: x\npunkt:\n  - id: a\n", 1, "lighedstegn"),
    "a JSON file": (b'{"id": "x"}', 1, "Linjen begynder ikke med et navn"),
    "a web page": (b"<!DOCTYPE html>\n<html>", 1, "Linjen begynder ikke med et navn"),
    "a zip file": (b"PK\x03\x04\x14\x00\x00\x00", 1, ""),
    "a merge conflict": (GOOD_BYTES + b"<<<<<<< HEAD\n", 8, "Linjen begynder ikke med et navn"),
}  # fmt: skip

TAKEN: dict[str, bytes] = {
    "a BOM": BOM + GOOD_BYTES,
    "lines of Windows": GOOD_BYTES.replace(b"\n", b"\r\n"),
    "no line break at the end": GOOD_BYTES.rstrip(),
    "tabs before words": GOOD_BYTES.replace(b"tekst", b"\t tekst\t"),
    "dots in a comment": GOOD_BYTES + b"# " + b"." * 3_000,
    "dots in a text": GOOD_BYTES.replace(b"X", b"." * 100),
    "brackets in a text": GOOD_BYTES.replace(b"X", b"[" * 100),
    "brackets in a comment": GOOD_BYTES + b"#" + b"[{" * 1_000,
    "quotes in a comment": GOOD_BYTES + b"# \"\"\" '''\n",
    "the longest line": GOOD_BYTES + b"#" * LONGEST_LINE,
    "the largest file": GOOD_BYTES + (b"#" * 999 + b"\n") * ((LARGEST_FILE - len(GOOD_BYTES)) // 1000),
    "a header in a text": GOOD_BYTES + b'hjaelp = """\n[[punkt]]\n"""\n',
    "an emoji": GOOD_BYTES.replace(b"X", "👩🏽‍🔧".encode()),
    "a decomposed letter": GOOD_BYTES.replace(b"X", "a\u030a".encode()),
}


def timed(data: bytes) -> tuple[float, FaultyFile | None]:
    start = time.perf_counter()
    refused = None
    try:
        load_agenda("fjendtlig.toml", data)
    except FaultyFile as error:
        refused = error
    return time.perf_counter() - start, refused


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_line_in_a_sentence(name: str) -> None:
    data, line, part = REFUSED[name]

    seconds, refused = timed(data)

    assert refused is not None
    first = refused.faults[0]
    assert (first.line, part in first.sentence) == (line, True), first.sentence
    assert all(fault.sentence.endswith(".") and fault.sentence.isprintable() for fault in refused.faults)
    assert seconds < SECONDS


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_that_only_looks_strange_is_taken(name: str) -> None:
    _, refused = timed(TAKEN[name])

    assert refused is None


def test_there_are_at_least_forty_hostile_files() -> None:
    assert len(REFUSED) + len(TAKEN) >= 40


def test_an_agenda_that_went_through_windows_is_the_same_agenda() -> None:
    plain, windows = load_agenda("x", GOOD_BYTES), load_agenda("x", TAKEN["lines of Windows"])

    assert windows == plain
    assert load_agenda("x", TAKEN["a BOM"]).sha == plain.sha
    assert load_agenda("x", GOOD_BYTES + b"# x").sha != plain.sha


def test_a_decomposed_letter_becomes_the_letter() -> None:
    assert load_agenda("x", TAKEN["a decomposed letter"]).title == "å"


def test_the_prescan_stands_at_its_limits() -> None:
    prescan(b"#" * LONGEST_LINE)
    prescan(b"a" + b".a" * MOST_DOTS + b" = 1")
    prescan(b"a = " + b"[" * DEEPEST + b"]" * DEEPEST)
    prescan(b"a = 1 # \xe6".replace(b"\xe6", "æ".encode()))

    assert prescan(BOM + b"a = 1") == "a = 1"
