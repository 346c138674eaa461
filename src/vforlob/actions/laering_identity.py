"""Everything that could tell whose a text is: the names and numbers of a case, and of all others. Masks nothing.

What is given to colleagues and leaders is looked over against this. Names of people are taken from wherever one was
typed.
"""

from collections.abc import Iterable, Iterator

from vforlob.actions.settings import setting
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.text import fold
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.rules.laering.identity import Known
from vforlob.store.aliases import aliases_ever
from vforlob.store.store import Store

BORGER, OTHER_BORGER = "borgeren", "en anden borger"
PLACE, OTHER_PLACE = "virksomheden", "en anden virksomhed"
PERSON, TOWN = "kontaktpersonen", "[sted]"
# Words beside a name that are no name, and what a company calls itself behind its own.
_ROLES = frozenset(
    {
        *("leder", "lederen", "mentor", "mentoren", "chef", "chefen", "mester", "mesteren", "kollega", "kollegaen"),
        *("afdelingsleder", "teamleder", "driftsleder", "formand", "formanden", "ejer", "ejeren", "hr", "reception"),
        *("kontoret", "personale", "souschef", "daglig", "direktor", "kommune", "kommunen", "jobcenter", "jobcentret"),
        # Words that a description begins with: "En kollega fra lageret" names nobody.
        *("en", "et", "den", "det", "de", "der", "min", "mit", "vores", "deres", "hans", "hendes", "jeg", "vi", "man"),
        *("ingen", "ikke", "alle", "begge", "flere", "fast", "ny", "samme", "kontakt", "hos", "pa", "til", "fra"),
        *("med", "i", "efter", "for", "hver", "hverdage", "som", "nar", "hvis", "kun", "maske", "spor", "ring"),
        *("tlf", "telefon", "mobil", "mail", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "ved", "og", "eller"),
    }
)
_ROLE_ENDS = (
    *("leder", "lederen", "forer", "foreren", "chef", "chefen", "mester", "mesteren", "konsulent", "konsulenten"),
    *("vejleder", "vejlederen", "service", "behandler", "behandleren", "team", "medarbejder", "medarbejderen"),
)
_FORMS = frozenset({"a/s", "as", "aps", "i/s", "p/s", "k/s", "ivs", "amba", "fmba", "og", "og co", "co", "danmark"})
SHORTEST, SHORTEST_PART = 2, 4


def identity_of(store: Store, borger: Borger, forlob: Forlob | None) -> tuple[Known, ...]:
    """Of one case, with the aliases and places of all others: her own text may name them too."""
    own = tuple(store.door(Forlob).find(borger=borger.nr)) if forlob is None else (forlob,)
    places = {one.virksomhed for one in own}
    found = [
        *_of_borger(borger),
        *_earlier_aliases(store, borger.nr),
        *(known for one in own for known in _of_forlob(one)),
        *_of_places(store, places),
        *_of_others(store, borger.nr),
        *_people(setting(store, "konsulent"), "konsulenten"),
        *_whole("telefon", setting(store, "telefon"), "[telefonnummer]"),
    ]
    return tuple(dict.fromkeys(found))


def _of_borger(borger: Borger) -> Iterator[Known]:
    yield from _whole("alias", borger.alias, BORGER)
    yield from _people(borger.navn, BORGER)
    yield from _whole("telefon", borger.telefon, "[telefonnummer]")
    yield from _people(borger.sagsbehandler, "sagsbehandleren")
    yield from _towns(borger.sted)


def _of_forlob(forlob: Forlob) -> Iterator[Known]:
    yield from _people(forlob.mentor, "mentoren")
    yield from _people(forlob.kontakt_virksomhed, PERSON)
    yield from _people(forlob.kontakt_kommune, "kollegaen")
    yield from _people(forlob.stedfortraeder, "stedfortræderen")


def _of_places(store: Store, own: Iterable[int]) -> Iterator[Known]:
    kept = frozenset(own)
    for place in store.door(Virksomhed).find():
        if place.nr not in kept:
            for name in (_without_form(place.navn), *_said_alone(place.navn)):
                yield from _whole("anden_virksomhed", name, OTHER_PLACE)
            yield from _people(place.kontakt, PERSON)
            continue
        for name in (place.navn, _without_form(place.navn), *_said_alone(place.navn)):
            yield from _whole("virksomhed", name, PLACE)
        yield from _parts("del", place.navn, place.branche, PLACE)
        yield from _people(place.kontakt, PERSON)
        yield from _whole("telefon", place.telefon, "[telefonnummer]")
        yield from _whole("mail", place.email, "[mailadresse]")
        yield from _whole("cvr", place.cvr, "[nummer]")
        yield from _towns(place.sted)
    for person in store.door(Kontaktperson).find():
        yield from _people(person.navn, PERSON)


def _of_others(store: Store, own: int) -> Iterator[Known]:
    for other in store.door(Borger).find():
        if other.nr != own:
            yield from _whole("andres_alias", other.alias, OTHER_BORGER)
            yield from _people(other.navn, OTHER_BORGER)


def _earlier_aliases(store: Store, own: int) -> Iterator[Known]:
    """Others may remember what somebody was called before."""
    for nr, alias in aliases_ever(store):
        mine = nr == own
        yield from _whole("alias" if mine else "andres_alias", alias, BORGER if mine else OTHER_BORGER)


def _whole(kind: str, text: str | None, instead: str) -> Iterator[Known]:
    plain = " ".join((text or "").split())
    if len(plain) >= SHORTEST:
        yield Known(kind, plain, instead)


def _people(text: str | None, instead: str) -> Iterator[Known]:
    """The whole name and each word of it that is written as one: "Åse, leder" is Åse."""
    names = [word for word in _words(text) if word[:1].isupper() and not _is_role(word)]
    if len(names) > 1:
        yield from _whole("navn", " ".join(names), instead)
    for name in names:
        yield from _whole("navn", name, instead)


def _is_role(word: str) -> bool:
    return fold(word) in _ROLES or fold(word).endswith(_ROLE_ENDS)


def _parts(kind: str, text: str, branche: str | None, instead: str) -> Iterator[Known]:
    """Not what names the branche as well: »Genbrug Syd« is in genbrug, and so are others."""
    shared = {fold(word) for word in _words(branche)}
    for word in _words(text):
        if len(word) >= SHORTEST_PART and fold(word) not in _FORMS | shared:
            yield from _whole(kind, word, instead)


def _towns(text: str | None) -> Iterator[Known]:
    """The whole address, and each place in it: "Havnegade 4, 8000 Aarhus C"."""
    for part in (text, *_said_alone(text)):
        yield from _whole("sted", part, TOWN)
    for word in _words(text):
        if word[:1].isupper() and len(word) > SHORTEST:
            yield from _whole("sted", word, TOWN)


def _said_alone(text: str | None) -> list[str]:
    """The parts between commas that are more than a word: »Ørbæk & Søn, æsker« is called Ørbæk & Søn."""
    return [part for part in (text or "").split(",") if len(part.split()) > 1]


def _words(text: str | None) -> list[str]:
    kept = "".join(ch if ch.isalnum() or ch in "-'/&" else " " for ch in text or "")
    return [word.strip("-'/&") for word in kept.split() if word.strip("-'/&") and not word.isdigit()]


def _without_form(name: str) -> str:
    words = name.split()
    while len(words) > 1 and fold(words[-1].strip(".,")) in _FORMS:
        words.pop()
    return " ".join(words)
