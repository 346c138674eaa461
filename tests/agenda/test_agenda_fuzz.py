"""Mutated agenda files: each is read, or refused as a faulty file, and fast. The long ring has ten thousand."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from figures import reached
from vforlob.agenda.library import shipped_folder
from vforlob.agenda.loader import load_agenda
from vforlob.errors.answer import FaultyFile

SHIPPED = [path.read_bytes() for path in sorted(Path(shipped_folder()).glob("*.toml"))]
SLOWEST = 0.1
SLOW_AGAIN = 3  # a machine with other work may be slow once; the file is slow when it is slow every time

WORDS = [
    *(b"id", b"tekst", b"type", b"valg", b"kendte", b"anker", b"min", b"max", b"skriver", b"hvis", b"modtagere"),
    *(b"[[punkt]]", b"[[punkt.felt]]", b"[punkt]", b"gruppe", b"liste", b"skala", b"flervalg", b"true", b"false"),
    *(b'"', b'"""', b"'", b"=", b"[", b"]", b"{", b"}", b",", b"#", b"\\", b"\\u0000", b"1e999", b"nan", b"2026-02-30"),
    *("æ".encode(), b"\xff", b"\x00", b"\r", b"\t", b"\x1b[2J", "\u202e".encode(), "\U0001f4a5".encode()),
    *(b"og", b"eller", b"besvaret", b"forlob.art = kombination", b"aftaler", b"fremmode", b"hensyn", b"svar", b"note"),
]  # fmt: skip

Mutation = Callable[[bytearray, random.Random], None]


def flip_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def drop_bytes(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randrange(1, 200)]


def put_in_word(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    data[place:place] = chance.choice(WORDS)


def swap_words(data: bytearray, chance: random.Random) -> None:
    words = bytes(data).split(b" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    data[:] = b" ".join(words)


def shuffle_lines(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).split(b"\n")
    for _ in range(chance.randrange(1, 6)):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    data[:] = b"\n".join(lines)


def double_lines(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).split(b"\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.randrange(1, 30)]
    data[:] = b"\n".join([*lines[:start], *some, *lines[start:]])


def cut_off(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def join_lines(data: bytearray, chance: random.Random) -> None:
    place = data.find(b"\n", chance.randrange(len(data)))
    if place >= 0:
        data[place : place + 1] = b" "


def nest(data: bytearray, chance: random.Random) -> None:
    depth = chance.choice([3, 8, 9, 50, 1_000])
    opened = chance.choice([b"[", b"{a=", b"[[", b"[\n"])
    place = data.find(b"= ", chance.randrange(len(data))) + 2
    data[place:place] = opened * depth


def dots(data: bytearray, chance: random.Random) -> None:
    many = chance.choice([2, 8, 9, 100, 1_900, 20_000])
    line = data.find(b"\n", chance.randrange(len(data))) + 1
    data[line:line] = chance.choice([b"", b"[", b"[["]) + b"a." * many + b"a = 1\n"


def change_value(data: bytearray, chance: random.Random) -> None:
    place = data.find(b"= ", chance.randrange(len(data)))
    if place >= 0:
        end = data.find(b"\n", place)
        value = [b"1", b'"x"', b"[]", b"{}", b"true", b"[1]", b'["a: b"]', b"1.5", b"2026-01-01", b'""', b"[[]]"]
        data[place + 2 : end] = chance.choice(value)


MUTATIONS: list[Mutation] = [
    *(flip_byte, drop_bytes, put_in_word, swap_words, shuffle_lines, double_lines),
    *(cut_off, join_lines, nest, dots, change_value, change_value),
]


def mutated(seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(chance.choice(SHIPPED))
    for _ in range(chance.randrange(1, 5)):
        chance.choice(MUTATIONS)(data, chance)
        if not data:
            break
    return bytes(data)


class Seen:
    """What came of many files: how many were read, how many refused, and the longest that any of them took."""

    read = refused = 0
    longest = 0.0


def what_is_wrong(data: bytes, load: Callable[[str, bytes], object] = load_agenda, seen: Seen | None = None) -> str:
    """The detector: empty when the file was read, or refused as it should be, in time."""
    seen, seconds, refused = seen or Seen(), [], False
    for _ in range(SLOW_AGAIN):
        start = time.perf_counter()
        try:
            load("muteret.toml", data)
        except FaultyFile as error:
            refused = True
            bad = [f for f in error.faults if not f.sentence.endswith(".") or f.line > data.count(b"\n") + 1]
            if bad or not error.faults:
                return f"a fault without a sentence or with a line beyond the file: {bad!r}"
        except Exception as error:  # the detector is there to see every other one
            return f"{type(error).__name__}: {error}"
        seconds.append(time.perf_counter() - start)
        if seconds[-1] < SLOWEST:
            seen.longest = max(seen.longest, seconds[-1])
            seen.refused += refused
            seen.read += not refused
            return ""
    return f"slow: {min(seconds):.3f} s"


def found_wrong(seeds: range, seen: Seen | None = None) -> dict[int, str]:
    return {seed: wrong for seed in seeds if (wrong := what_is_wrong(mutated(seed), seen=seen))}


def test_three_hundred_mutated_agendas_are_read_or_refused() -> None:
    assert found_wrong(range(300)) == {}


@pytest.mark.safety
@pytest.mark.tal
@pytest.mark.parametrize("part", range(2))
def test_ten_thousand_mutated_agendas_are_read_or_refused(part: int) -> None:
    seen, seeds = Seen(), range(part * 5_000, (part + 1) * 5_000)

    wrong = found_wrong(seeds, seen)

    reached(
        9,
        "Ødelagte dagsordener, læst af programmet",
        required="10.000, alle læst eller afvist på dansk med linje, 0 nedbrud",
        reached=f"{len(seeds)}: {seen.read} læst, {seen.refused} afvist med linje, {len(wrong)} nedbrud,"
        f" højst {seen.longest * 1000:.0f} ms",
        control="en læser, der bryder ned, er langsom eller tier, bliver set",
    )
    assert wrong == {}
    assert seen.read + seen.refused == len(seeds)


def test_the_mutations_make_both_good_and_faulty_files() -> None:
    def is_refused(data: bytes) -> bool:
        try:
            load_agenda("x", data)
        except FaultyFile:
            return True
        return False

    refused = [is_refused(mutated(seed)) for seed in range(300)]

    assert 0.5 < sum(refused) / len(refused) < 1


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda _path, data: {}[data], "KeyError"),
        (lambda _path, data: data.decode("ascii"), "UnicodeDecodeError"),
        (lambda _path, data: time.sleep(SLOWEST * 1.1), "slow"),
    ],
    ids=["another exception", "a codec that gives up", "a slow reader"],
)
def test_the_detector_goes_red(broken: Callable[[str, bytes], object], said: str) -> None:
    assert said in what_is_wrong("å".encode(), broken)


def test_the_detector_sees_a_fault_without_a_sentence() -> None:
    def refuses_badly(path: str, _data: bytes) -> None:
        raise FaultyFile(path, [])

    assert "without a sentence" in what_is_wrong(b"", refuses_badly)
