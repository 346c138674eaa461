"""Who a case is about, where it is and what for: names and values, without what is empty. Knows no format."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vforlob.actions.documents import sag_words as words
from vforlob.actions.timeline_words import OUTCOMES, VITAS
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.sag import Sag
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import clock, counted, long_date, with_unit
from vforlob.rules.gate_tables import CASE_ONLY
from vforlob.rules.voices_later import AIMS, ARTS, CHOICES_FOR_BORGER

Pairs = tuple[tuple[str, str], ...]


class Facts(NamedTuple):
    """`title` is empty where there is only one forløb: the document itself is about it."""

    title: str
    pairs: Pairs


def facts(sag: Sag) -> tuple[Facts, ...]:
    """The borger first, then each forløb with its virksomhed."""
    several = len(sag.forlobene) > 1
    borger = _filled(_borger(sag.case.borger))
    of_each = [
        Facts(
            name_of_forlob(sag, one) if several else "",
            _filled(_forlob(sag, one)),
        )
        for one in sag.forlobene
    ]
    return tuple(one for one in (Facts("", borger), *of_each) if one.pairs)


def name_of(sag: Sag) -> str:
    """f9: Æ-7 hos Ørbæk & Søn"""
    where = [it.navn for one in sag.forlobene[:1] if (it := sag.virksomheder.get(one.virksomhed))]
    at = f" hos {where[0]}" if where and len(sag.forlobene) == 1 and sag.nr.startswith("f") else ""
    return f"{sag.nr}: {sag.case.borger.alias}{at}"


def name_of_forlob(sag: Sag, forlob: Forlob) -> str:
    virksomhed = sag.virksomheder.get(forlob.virksomhed)
    number = f"f{forlob.nr}: " if sag.modtager in CASE_ONLY else ""
    return f"{number}{virksomhed.navn if virksomhed else words.word(ARTS, forlob.art)}"


def _filled(pairs: Iterable[tuple[str, str | None]]) -> Pairs:
    return tuple((name, text) for name, text in pairs if text and text.strip())


def _borger(one: Borger) -> Iterator[tuple[str, str | None]]:
    yield "Borger", one.alias
    yield "Målgruppe", one.malgruppe
    yield "Parathed", words.word(words.READINESS, one.parathed)
    yield "Det skal der til", one.skal_til
    yield "Henvist", words.day(one.henvist)
    yield "Sagsbehandler", one.sagsbehandler
    yield "CV", ", ".join(filter(None, (one.cv, one.cv_opdateret and f"opdateret {words.day(one.cv_opdateret)}")))
    yield "Erhvervserfaring", one.erhvervserfaring
    yield "Skolegang", one.skolegang
    yield "Interesser", one.interesser
    yield "Andre ressourcer", one.andet
    yield "Bor", one.sted
    yield "Transport", words.word(words.TRANSPORT, one.transport)
    yield "Længste tur", counted(one.minutter, "minut", "minutter") if one.minutter else ""
    yield "Det kan jeg", one.kan_jeg
    yield "Det har jeg brug for", one.har_brug_for
    yield "Sådan hjælper du mig", one.hjaelper_mig


def _forlob(sag: Sag, one: Forlob) -> Iterator[tuple[str, str | None]]:
    yield from _virksomhed(sag.virksomheder.get(one.virksomhed))
    yield "Slags forløb", words.word(ARTS, one.art)
    yield "Formål", ". ".join(filter(None, (words.word(AIMS, one.hensigt_art), one.hensigt)))
    yield "Første dag", long_date(one.start) if one.start else ""
    yield "Sidste dag", long_date(one.slut) if one.slut else ""
    yield "Aftalt timetal", with_unit(one.timer, "timer om ugen") if one.timer is not None else ""
    yield "Hvorfor mere end 37 timer", one.timer_grund
    yield "Dage", words.days(one.dage)
    yield "Kontakt på stedet", one.kontakt_virksomhed
    yield "Mentor", one.mentor
    yield "Vejen derhen", one.rejse
    yield "Ud ad døren", clock(one.ud_ad_doren) if one.ud_ad_doren else ""
    yield "Fast kontakttid", one.fast_tid
    yield "Kontakt i kommunen", one.kontakt_kommune
    yield "Stedfortræder", one.stedfortraeder
    yield "Dage mellem opfølgninger", str(one.interval) if one.interval else ""
    yield "Uden formøde, fordi", one.uden_formode
    yield "VITAS", words.word(VITAS, one.vitas)
    yield "Udfald", _outcome(sag.modtager, one)
    yield "Lukket", words.day(one.lukket)
    yield "Efterværn til", words.day(one.eftervaern)


def _virksomhed(one: Virksomhed | None) -> Iterator[tuple[str, str | None]]:
    if one is not None:
        yield "Virksomhed", one.navn
        yield "Branche", one.branche
        yield "Sted", one.sted
        yield "Kontaktperson", one.kontakt
        yield "Telefon", one.telefon
        yield "E-mail", one.email
        yield "CVR-nummer", one.cvr
        yield "Erfaring som vært", words.word(words.HOSTS, one.vaert)


def _outcome(recipient: str, one: Forlob) -> str:
    if not one.udfald:
        return ""
    said = CHOICES_FOR_BORGER.get(("udfald", "kode", one.udfald)) if recipient == "borger" else None
    return said or words.word(OUTCOMES, one.udfald)
