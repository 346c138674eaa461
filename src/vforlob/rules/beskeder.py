"""The words of a short message about the next contact. Knows no hensyn, no absence and no alias: none can slip in."""

from typing import NamedTuple

from vforlob.rules.danish import clock, weekday_date

BORGER, VIRKSOMHED = "borger", "virksomhed"
LONGEST_SMS = 300
BESOG, TELEFON, VIDEO, KOMMUNEN = "besog", "telefon", "video", "kommunen"


class About(NamedTuple):
    """What the message is about. `dato` None: no day can be named, so one is asked for. `agreed`: they know of it.

    `kommune` is what the kommune's place is called; `name` and `phone` sign it.
    """

    til: str
    dato: str | None
    kl: str | None
    form: str | None
    agreed: bool
    kommune: str
    name: str = ""
    phone: str = ""

    @property
    def when(self) -> str:
        day = weekday_date(self.dato) if self.dato else ""
        return f"{day} {clock(self.kl)}" if self.kl else day


# What happens on the day, by recipient and form; the empty form is for what was never said.
_MEETS = {
    (BORGER, BESOG): "Vi ses {when} på din arbejdsplads.",
    (BORGER, TELEFON): "Jeg ringer til dig {when}.",
    (BORGER, VIDEO): "Vi taler sammen på video {when}.",
    (BORGER, KOMMUNEN): "Vi ses {when} hos {kommune}.",
    (BORGER, ""): "Vi taler sammen {when}.",
    (VIRKSOMHED, BESOG): "Jeg kommer forbi hos jer {when}.",
    (VIRKSOMHED, TELEFON): "Jeg ringer til jer {when}.",
    (VIRKSOMHED, VIDEO): "Vi taler sammen på video {when}.",
    (VIRKSOMHED, KOMMUNEN): "Vi ses {when} hos {kommune}.",
    (VIRKSOMHED, ""): "Vi taler sammen {when}.",
}
_MAY_WE = {
    BORGER: "Jeg vil gerne høre, hvordan det går. Passer det dig, at vi taler sammen {when}?",
    VIRKSOMHED: "Jeg vil gerne høre, hvordan det går hos jer. Passer det, at vi taler sammen {when}?",
}
_WHEN_IS_GOOD = {
    BORGER: "Jeg vil gerne høre, hvordan det går. Hvornår passer det dig, at vi taler sammen?",
    VIRKSOMHED: "Jeg vil gerne høre, hvordan det går hos jer. Hvornår passer det, at vi taler sammen?",
}
_OPEN = {
    BORGER: "Vil du hellere tale en anden dag, så skriv eller ring.",
    VIRKSOMHED: "Er der noget før, så ring endelig, også om småting.",
}
_ANY_DAY = {
    BORGER: "Skriv eller ring, så finder vi en dag.",
    VIRKSOMHED: "Skriv eller ring, så finder vi en dag, der passer jer.",
}
_OFFER = {
    BORGER: (
        "Samtalen er et tilbud til dig. Vi taler om det, der lykkes, og om det, der kan gøres lettere. "
        "Du må gerne bestemme, hvad vi begynder med."
    ),
    VIRKSOMHED: (
        "Samtalen er et tilbud til jer. Vi taler om opgaver og timer, om det, der lykkes, og om jeg kan hjælpe "
        "med noget. Småting er også gode at få sagt."
    ),
}
_ANOTHER_TIME = {
    BORGER: "Passer det ikke, eller vil du hellere tale på en anden måde, så ring eller skriv. Så finder vi en tid.",
    VIRKSOMHED: "Passer det ikke, så ring eller skriv. Så finder vi en anden tid.",
}


def sms(about: About) -> str:
    """At most 300 characters: what is not needed is left out first, the signature last."""
    core = f"Hej. {_core(about)}"
    more = (_OPEN if about.dato and about.agreed else _ANY_DAY)[about.til]
    for rest in (f" {more}{_signed(about)}", _signed(about), ""):
        if len(core + rest) <= LONGEST_SMS:
            return core + rest
    return core[:LONGEST_SMS]


def mail(about: About) -> str:
    """A subject line, and an invitation."""
    last = (_ANOTHER_TIME if about.dato else _ANY_DAY)[about.til]
    parts = [f"Emne: {_subject(about)}", "Hej", _core(about), _OFFER[about.til], last]
    signed = [line for line in ("Venlig hilsen", about.name, f"Tlf. {about.phone}" if about.phone else "") if line]
    return "\n\n".join((*parts, "\n".join(signed)))


def _core(about: About) -> str:
    if about.dato is None:
        return _WHEN_IS_GOOD[about.til]
    if not about.agreed:
        return _MAY_WE[about.til].format(when=about.when)
    return _MEETS[about.til, about.form or ""].format(when=about.when, kommune=about.kommune)


def _subject(about: About) -> str:
    if about.dato is None or not about.agreed:
        return "Hvornår kan vi tale sammen?"
    return f"Vi taler sammen {about.when}"


def _signed(about: About) -> str:
    if about.name and about.phone:
        return f" Hilsen {about.name}, tlf. {about.phone}"
    if about.name or about.phone:
        return f" Hilsen {about.name}" if about.name else f" Mit nummer er {about.phone}."
    return ""
