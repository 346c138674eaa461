"""Recall and false alarms of the cpr detector. All numbers are made up."""

import random
from datetime import date, timedelta

import pytest

from vforlob.rules.cpr import find_cpr, mask_cpr

DAYS = (date(2026, 11, 24) - date(1920, 1, 1)).days
AROUND = (
    "{}",
    "cpr {}",
    "Borgeren ({}) ringede",
    "f. {}.",
    "Se sag: Ø. Hansen, {} og mor",
    "nr.{}",
    "telefonen tog {}",
)


def made_up_numbers(count: int) -> list[str]:
    rng = random.Random(2026)
    written = ("{:%d%m%y}-{}", "{:%d%m%y}{}", "{:%d%m%y} {}", "{:%d%m%y} - {}", "{:%d%m%y}\u2013{}")
    found = []
    for _ in range(count):
        day = date(1920, 1, 1) + timedelta(rng.randrange(DAYS))
        seventh = rng.choice("0123") if day.year < 2000 else rng.choice("456789" if day.year < 2037 else "5678")
        found.append(rng.choice(written).format(day, f"{seventh}{rng.randrange(1000):03}"))
    return found


def harmless_numbers(count: int) -> list[str]:
    """Telephone, case and account numbers as they are written."""
    rng = random.Random(7)

    def digits(n: int) -> str:
        return "".join(rng.choice("0123456789") for _ in range(n))

    shapes = (
        lambda: f"tlf. {rng.randrange(2, 10)}{digits(7)}",
        lambda: f"{rng.randrange(20, 99)} {digits(2)} {digits(2)} {digits(2)}",
        lambda: f"+45 {rng.randrange(20, 99)} {digits(2)} {digits(2)} {digits(2)}",
        lambda: f"+45{rng.randrange(20, 99)}{digits(6)}",
        lambda: f"0045{rng.randrange(20, 99)}{digits(6)}",
        lambda: f"Telefon: 45{rng.randrange(20, 99)}{digits(6)}",
        lambda: f"mobil {digits(8)}, tlf {digits(8)}",
        lambda: f"P-nr. 10{digits(8)}",
        lambda: f"p-nummer: {digits(10)}",
        lambda: f"sagsnr. {digits(10)}",
        lambda: f"sag {digits(10)}",
        lambda: f"Sagsnummer: 20{digits(2)}-{digits(6)}",
        lambda: f"{digits(2)}.{digits(2)}.{digits(2)}-G{digits(2)}-{digits(3)}-26",
        lambda: f"konto {digits(10)}",
        lambda: f"kontonr. {digits(4)} {digits(10)}",
        lambda: f"{digits(4)} {digits(10)}",
        lambda: f"CVR {digits(8)}",
        lambda: f"EAN {digits(13)}",
        lambda: f"{rng.randrange(1, 31)}/{rng.randrange(1, 13)}-26 kl. {rng.randrange(8, 17)}.30",
        lambda: f"{rng.randrange(10, 29)}.11.26 {rng.randrange(10, 24)}00",
    )
    return [rng.choice(shapes)() for _ in range(count)]


def test_nearly_every_cpr_number_is_found():
    rng = random.Random(1)
    numbers = made_up_numbers(10_000)

    missed = [number for number in numbers if not find_cpr(rng.choice(AROUND).format(number))]

    assert len(missed) <= 10


def test_hardly_any_other_number_is_taken_for_one():
    numbers = harmless_numbers(10_000)

    false_alarms = [number for number in numbers if find_cpr(number)]

    assert len(false_alarms) <= 100


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("010190-1234", "010190-••••"),
        ("0101901234", "010190••••"),
        ("010190 1234", "010190 ••••"),
        ("01 01 90 1234", "01 01 90 ••••"),
        ("01.01.90-1234", "01.01.90-••••"),
        ("cpr 0101901234 og 020290-4321.", "cpr 010190•••• og 020290-••••."),
        ("290200-4123", "290200-••••"),
        ("cpr-nr: 0101901234", "cpr-nr: 010190••••"),
    ],
)
def test_the_last_four_digits_are_masked(text, masked):
    assert mask_cpr(text) == masked
    assert find_cpr(masked) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "320190-1234",
        "011390-1234",
        "tlf 0101901234",
        "P-nr. 1003388394",
        "010190-xxxx",
        "1010190-12345",
        "54 00 00 00",
    ],
)
def test_what_is_no_cpr_number_stays(text):
    assert mask_cpr(text) == text
