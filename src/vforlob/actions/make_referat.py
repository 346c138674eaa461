"""One samtale as one recipient may have it, filtered, worded and clean. Knows no format and no template."""

from collections.abc import Callable, Mapping
from typing import Any

from vforlob.actions.documents.frame import (
    closing,
    correction,
    form_of,
    next_contact,
    nothing,
    opening,
    people_of,
    title_of,
    voice_to,
    when,
)
from vforlob.actions.documents.handover import handover
from vforlob.actions.documents.sections import heading_of, sections
from vforlob.actions.documents.succeeded import succeeded
from vforlob.actions.samtale_table import held_scope
from vforlob.agenda.walk import Scope, applying, not_asked, relevant
from vforlob.errors.render import NoTextBeforeForlob, NoTextWithoutYes
from vforlob.model.agenda import Agenda, Punkt
from vforlob.model.answers import is_answered
from vforlob.model.case import Held
from vforlob.model.referat import Referat
from vforlob.model.text import clean
from vforlob.rules.cleared import cleared_samtale, is_kept_from_employer
from vforlob.rules.gate import alone_in
from vforlob.rules.gate_tables import CASE_ONLY, OUTSIDE
from vforlob.rules.voices import HEARD_ALONE, JOURNAL, PARTS


def make_referat(held: Held, recipient: str, settings: Mapping[str, str]) -> Referat:
    """`settings` are konsulent and telefon. For a virksomhed or mentor it raises NoTextBeforeForlob where there is no
    forløb, and NoTextWithoutYes where the borger decides about her employer and has not said yes.
    """
    if recipient in OUTSIDE and held.samtale.forlob is None:
        raise NoTextBeforeForlob(held.samtale.nr, recipient)
    scope = held_scope(held)
    held = held._replace(answers=relevant(held.agenda, held.answers, scope))
    if recipient in OUTSIDE and is_kept_from_employer(held):
        raise NoTextWithoutYes(held.samtale.nr, recipient)
    punkter = applying(held.agenda, held.answers, scope)
    referat = _framed(held, recipient, settings, punkter)
    if recipient in CASE_ONLY:
        referat = _for_the_case(referat, held, punkter, scope)
    elif not (referat.afsnit or referat.lykkedes or referat.naeste):
        referat = referat._replace(indledning=nothing(held, recipient))
    alias = "" if recipient in CASE_ONLY else held.case.borger.alias
    finished: Referat = with_texts(referat, lambda text: without_alias(clean(text), alias))
    return finished


def _framed(held: Held, recipient: str, settings: Mapping[str, str], punkter: tuple[Punkt, ...]) -> Referat:
    voice, samtale = voice_to(held, recipient), held.samtale
    cleared = cleared_samtale(held, recipient, punkter)
    plan = cleared.plan
    return Referat(
        modtager=recipient,
        titel=title_of(held, voice),
        samtale=samtale.nr,
        agenda=held.agenda.id,
        dagsorden=held.agenda.title,
        udgave=samtale.udgave,
        dato=samtale.dato,
        kl=samtale.kl or "",
        tidspunkt=when(held),
        form=form_of(held),
        deltagere=people_of(held, recipient),
        virksomhed=held.case.virksomhed.navn if held.case.virksomhed else "",
        rettelse=correction(held, samtale.udgave, recipient in CASE_ONLY),
        indledning=opening(held, recipient, voice),
        lykkedes=succeeded(cleared, held, voice),
        afsnit=sections(cleared, voice),
        naeste=next_contact(plan, voice),
        naeste_dato=plan.dato if plan else "",
        naeste_kl=(plan.kl if plan else "") or "",
        naeste_form=(plan.form if plan else "") or "",
        afslutning=closing(held, recipient, voice, settings),
        konsulent=settings.get("konsulent", ""),
        telefon=settings.get("telefon", ""),
    )


def _for_the_case(referat: Referat, held: Held, punkter: tuple[Punkt, ...], scope: Scope) -> Referat:
    """What sagsbehandler and journal have beside the others: whose case it is, what was not said, what it calls for."""
    samtale = held.samtale
    return referat._replace(
        alias=held.case.borger.alias,
        afsnit=(*handover(held), *referat.afsnit),
        alene=tuple(HEARD_ALONE.get(part, part) for part in sorted(alone_in(held.answers))),
        ikke_droftet=tuple(
            # What the konsulent is asked alone is put to her as »du«, and the case is not.
            heading_of(punkt, JOURNAL) if punkt.alone else punkt.text
            for punkt in punkter
            if not is_answered(held.answers, punkt.id)
        ),
        ikke_spurgt=_not_asked(held.agenda, not_asked(held.agenda, held.answers, scope)),
        kraever_samtale=samtale.kraever_samtale or "",
        anmaerkning=samtale.anmaerkning or "",
    )


def _not_asked(agenda: Agenda, names: tuple[str, ...]) -> tuple[str, ...]:
    """ "Hvordan går det? (virksomheden)": a point once, however many of its felter nobody was there to answer."""
    found = []
    for name in names:
        punkt_id, _, felt_id = name.partition(".")
        punkt = agenda.punkt(punkt_id)
        felt = punkt.felt(felt_id) if punkt else None
        if punkt is not None:
            found.append(f"{punkt.text} ({PARTS.get(felt.part, felt.part)})" if felt and felt.part else punkt.text)
    return tuple(dict.fromkeys(found))


def without_alias(text: str, alias: str) -> str:
    """Texts to borger and virksomhed carry no alias, also where the konsulent has typed it in a sentence."""
    if not alias or alias.casefold() not in text.casefold():
        return text
    import re  # late: hardly any text names the alias

    return re.sub(rf"(?<![\w-]){re.escape(alias)}(?:'?(s))?(?![\w-])", r"borgeren\1", text, flags=re.IGNORECASE)


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """Every text in a document changed, however deep it stands; keys and numbers stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: with_texts(part, change) for key, part in value.items()}
    if isinstance(value, tuple):
        parts = [with_texts(part, change) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value
