"""Short messages: what they say by recipient and form, never longer than an SMS, nothing of what they must not hold."""

from itertools import product

import pytest

from vforlob.rules.beskeder import LONGEST_SMS, About, mail, sms
from vforlob.rules.hints import find_health_words

TO, FORMS = ("borger", "virksomhed"), ("besog", "telefon", "video", "kommunen", None)
ABOUT = About("borger", "2026-12-01", "14:30", "besog", True, "jobcentret", "Karen Holm", "12 34 56 78")


@pytest.mark.parametrize(
    ("over", "told"),
    [
        ({}, "Vi ses tirsdag den 1. december kl. 14.30 på din arbejdsplads."),
        ({"form": "telefon", "kl": None}, "Jeg ringer til dig tirsdag den 1. december."),
        ({"form": "kommunen"}, "Vi ses tirsdag den 1. december kl. 14.30 hos jobcentret."),
        ({"form": None}, "Vi taler sammen tirsdag den 1. december kl. 14.30."),
        ({"til": "virksomhed"}, "Jeg kommer forbi hos jer tirsdag den 1. december kl. 14.30."),
        ({"til": "virksomhed", "form": "telefon"}, "Jeg ringer til jer tirsdag den 1. december kl. 14.30."),
        ({"agreed": False, "kl": None}, "Passer det dig, at vi taler sammen tirsdag den 1. december?"),
        ({"dato": None, "kl": None}, "Hvornår passer det dig, at vi taler sammen?"),
        ({"dato": None, "kl": None, "til": "virksomhed"}, "Hvornår passer det, at vi taler sammen?"),
    ],
)
def test_day_time_and_form_are_said_as_they_were_agreed(over: dict[str, object], told: str) -> None:
    about = ABOUT._replace(**over)

    assert told in sms(about)
    assert told in mail(about)


@pytest.mark.parametrize(
    ("til", "form", "agreed", "dato"), list(product(TO, FORMS, (True, False), ("2026-12-01", None)))
)
def test_every_message_fits_and_is_an_offer(til: str, form: str | None, agreed: bool, dato: str | None) -> None:
    about = ABOUT._replace(til=til, form=form, agreed=agreed, dato=dato, kl=None)

    for text in (sms(about), mail(about)):
        assert "kontrol" not in text.casefold()
        assert "!" not in text
        assert find_health_words(text) == ()
    assert len(sms(about)) <= LONGEST_SMS
    assert "\n" not in sms(about)
    assert "tilbud" in mail(about)
    assert mail(about).startswith("Emne: ")


@pytest.mark.parametrize("length", [0, 10, 60, 100, 150, 200, 5000])
def test_a_long_name_gives_way_before_the_day_does(length: int) -> None:
    text = sms(ABOUT._replace(name="K" * length, phone="1" * length))

    assert len(text) <= LONGEST_SMS
    assert "tirsdag den 1. december kl. 14.30" in text


@pytest.mark.parametrize(
    ("name", "phone", "signed"),
    [
        ("Karen", "12", "Hilsen Karen, tlf. 12"),
        ("Karen", "", "Hilsen Karen"),
        ("", "12", "Mit nummer er 12."),
        ("", "", "skriv eller ring."),
    ],
)
def test_it_is_signed_with_what_is_known(name: str, phone: str, signed: str) -> None:
    assert sms(ABOUT._replace(name=name, phone=phone)).endswith(signed)
