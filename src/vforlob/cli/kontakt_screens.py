"""Contacts and absence on a screen, "Kun til dig": lists, and what is said when one is saved. Decides nothing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from vforlob.actions.timeline_words import CHANNELS
from vforlob.actions.value_words import in_words
from vforlob.cli.due_words import reason
from vforlob.cli.layout import one_line
from vforlob.cli.post_screens import whose
from vforlob.cli.record_lists import columns
from vforlob.model.facts import Facts
from vforlob.model.kontakt import Fravaer, Kontakt
from vforlob.rules.clash import clashes_with_time
from vforlob.rules.clash import in_words as clash_words
from vforlob.rules.danish import clock, counted, listed, long_date, short_date, weekday_date
from vforlob.rules.kontaktplan import Due, is_followed_closely
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.tegn import signs
from vforlob.store.posts import Post

OWN = "konsulent"
NO_ANSWER = {"virksomhed": "intet_svar_virksomhed", "borger": "intet_svar_borger"}
EARLY = "tidligt_fravaer"
_THE = {
    "borger": "borgeren",
    "virksomhed": "virksomheden",
    "mentor": "mentoren",
    "sagsbehandler": "sagsbehandleren",
    OWN: "dig",
}


def kontakt_table(page: Sequence[Post], today: date, width: int) -> list[str]:
    rows = [
        (
            str(it.record.nr),
            whose(it),
            short_date(it.record.dato, today) if it.record.dato else "",
            _how(it.record).casefold(),
            listed([_THE.get(who, who) for who in it.record.med]),
            _outcome(it.record),
            one_line(it.record.tekst or ""),
        )
        for it in page
    ]
    return columns(("Nr", "Sag", "Dag", "Hvordan", "Med", "Kom igennem", "Om"), rows, width)


def fravaer_table(page: Sequence[Post], today: date, width: int) -> list[str]:
    rows = [
        (
            str(it.record.nr),
            whose(it),
            weekday_date(it.record.dato) if it.record.dato else "",
            in_words("fravaer", "art", it.record.art),
            one_line(it.record.besked or ""),
        )
        for it in page
    ]
    return columns(("Nr", "Sag", "Dag", "Hvad", "Besked"), rows, width)


def began_words(kontakter: Iterable[Kontakt]) -> str:
    """Who has begun it: a virksomhed that never calls may be holding something back."""
    they = sum(1 for it in kontakter if it.hvem_ringede == "virksomhed")
    return f"Virksomheden har selv ringet {counted(they, 'gang', 'gange')}." if they else ""


def kontakt_line(kontakt: Kontakt) -> str:
    """fredag den 20. november: opkald med virksomheden"""
    to = f" med {listed([_THE.get(who, who) for who in kontakt.med])}" if kontakt.med else ""
    began = ""
    if kontakt.naet == "ja" and kontakt.hvem_ringede not in (None, OWN):
        began = f", {_THE.get(kontakt.hvem_ringede or '', '')} begyndte"
    return f"{weekday_date(kontakt.dato)}: {_how(kontakt).casefold()}{to}{began}"


def kontakt_hints(kontakt: Kontakt, facts: Facts, today: date, rules: RuleBook) -> Iterator[str]:
    if kontakt.naet != "nej":
        return
    yield "Ingen svarede. Et forsøg flytter ikke den næste kontakt."
    wanted = {NO_ANSWER[who] for who in kontakt.med if who in NO_ANSWER}
    for sign in signs(facts, today, rules):
        if sign.id in wanted:
            yield f"{sign.sentence} {sign.move}"


def next_line(found: Due | None, facts: Facts, today: date, rules: RuleBook) -> str:
    forlob = facts.case.forlob
    assert forlob is not None
    if found is None:
        return "Forløbet er lukket, så der er ingen næste kontakt."
    when = f"{long_date(found.dato)}{f' {clock(found.kl)}' if found.kl else ''}"
    why = reason(found, forlob, rules, today)
    if found.dato < today.isoformat():
        return f"Næste kontakt skulle have været {when}{f' ({why})' if why else ''}."
    return f"Næste kontakt: {'' if found.kilde == 'aftalt' else 'senest '}{when}{f', {why}' if why else ''}."


def clash_line(found: Due | None, facts: Facts) -> str:
    """Only she sees it, so it says what it is that takes the time."""
    if found is None or found.kl is None:
        return ""
    for one in facts.case.koordinering:
        for clash in clashes_with_time((one,), found.dato, found.kl):
            return f"{clash_words(clash)}: {one_line(one.indsats or '')}. Den næste kontakt ligger der."
    return ""


def fravaer_line(fravaer: Fravaer) -> str:
    return f"{weekday_date(fravaer.dato)}: {in_words('fravaer', 'art', fravaer.art)}"


def fravaer_hints(fravaer: Fravaer, facts: Facts, today: date, rules: RuleBook) -> Iterator[str]:
    if fravaer.art == "udeblevet":
        yield "Tal med borgeren, før du skriver en grund."
    early = [sign for sign in signs(facts, today, rules) if sign.id == EARLY]
    if fravaer.art != "fri" and early and not is_followed_closely(facts.case):
        yield f"{early[0].sentence} Overvej tæt opfølgning: vforlob tæt f{fravaer.forlob}"


def _how(kontakt: Kontakt) -> str:
    return CHANNELS.get(kontakt.kanal or "", "Kontakt")


def _outcome(kontakt: Kontakt) -> str:
    if kontakt.naet != "ja":
        return "nej"
    return "ja" if kontakt.hvem_ringede in (None, OWN) else "ja, de begyndte"
