"""Whom to ask for at a virksomhed, and the number. Knows no borger and no screen."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.model.forlob import Forlob
from vforlob.model.text import fold
from vforlob.model.virksomhed import Kontaktperson, Virksomhed


class Person(NamedTuple):
    navn: str
    telefon: str = ""
    rolle: str = ""

    @property
    def line(self) -> str:
        """Åse (leder), 12 34 56 78"""
        named = f"{self.navn} ({self.rolle})" if self.navn and self.rolle else self.navn or self.rolle
        return ", ".join(filter(None, (named, self.telefon)))


def people_at(
    virksomhed: Virksomhed, people: Iterable[Kontaktperson], forlobene: Iterable[Forlob] = (), day: str = ""
) -> tuple[Person, ...]:
    """The contact of each forløb first, then the virksomhed's, then the others; who has left by `day` is not among
    them. Each name once, with the number wherever it stands.
    """
    general = Person(_line(virksomhed.kontakt), _line(virksomhed.telefon))
    others = [
        Person(_line(it.navn), _line(it.telefon), _line(it.rolle))
        for it in people
        if it.virksomhed == virksomhed.nr and not (it.ophort and it.ophort <= (day or it.ophort))
    ]
    named = [Person(_line(it.kontakt_virksomhed)) for it in forlobene]
    found: dict[str, Person] = {}
    for one in (*named, general, *others):
        key = fold(one.navn)
        if key in found:
            known = found[key]
            found[key] = Person(known.navn, known.telefon or one.telefon, known.rolle or one.rolle)
        elif one.navn or one.telefon:
            found[key] = one
    return tuple(found.values())


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
