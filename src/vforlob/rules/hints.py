"""Words that do not belong in a text to a virksomhed: diagnoses, medicine, counts of sick days. A hint, never a block.

Knows no recipient. The list is plain tuples here because a hint is asked for at every free text.
"""

import re

from vforlob.rules.danish import listed, quoted

_DIAGNOSES = (
    "adhd",
    "afhængighed",
    "alkoholi",
    "angst",
    "anoreks",
    "apopleksi",
    "asperger",
    "astma",
    "autis",
    "bipolar",
    "blodprop",
    "borderline",
    "bulimi",
    "cancer",
    "colitis",
    "crohn",
    "demens",
    "depress",
    "diabet",
    "diagnos",
    "diskusprolaps",
    "epilep",
    "fibromyalgi",
    "fødselsdepress",
    "hepatit",
    "hjernerystelse",
    "hjernesk",
    "hjertefl",
    "hjertesyg",
    "iskias",
    "kronisk",
    "kræft",
    "leddegigt",
    "leukæmi",
    "lidelse",
    "migræne",
    "misbrug",
    "multipel",
    "panikanfald",
    "parkinson",
    "personlighedsforstyr",
    "prolaps",
    "psykiat",
    "psykisk",
    "psykolog",
    "psykos",
    "psykot",
    "ptsd",
    "schizo",
    "sclerose",
    "selvmord",
    "selvskade",
    "sindslid",
    "skizo",
    "sklerose",
    "skoliose",
    "slidgigt",
    "spiseforstyr",
    "stofmisbrug",
    "stofskifte",
    "stress",
    "sukkersyg",
    "sygdom",
    "whiplash",
)
_MEDICINES = (
    "antabus",
    "antidepress",
    "aripiprazol",
    "benzodiazep",
    "citalopram",
    "concerta",
    "diazepam",
    "duloxetin",
    "elvanse",
    "escitalopram",
    "fluoxetin",
    "gabapentin",
    "insulin",
    "lamotrigin",
    "lisdexamfetamin",
    "lithium",
    "medicin",
    "metadon",
    "methotrex",
    "metotrex",
    "methylphenidat",
    "mirtazapin",
    "morfin",
    "nervepille",
    "olanzapin",
    "oxazepam",
    "oxycodon",
    "prednisolon",
    "pregabalin",
    "quetiapin",
    "risperidon",
    "ritalin",
    "sertralin",
    "smertestillende",
    "sovepille",
    "stesolid",
    "tramadol",
    "venlafaxin",
)
_SICKNESS = ("indlagt", "sygedag", "sygefravær", "sygemeld", "sygeperiode", "sygehus", "sygdomsdag")
_WHOLE_WORDS = frozenset({"hiv", "kol", "ocd", "ibs", "piller", "gigt"})
_STEMS = _DIAGNOSES + _MEDICINES + _SICKNESS
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COUNT = re.compile(
    r"\b(?:\d+|en|to|tre|fire|fem|seks|syv|otte|ni|ti|flere|mange)(?:½|[.,]\d+)? (?:hele )?"
    r"(?:syge?dag\w*|fraværsdag\w*|dages? (?:syge?fravær|sygdom|fravær|syg)\b|dag(?:e)? syg\b)"
    r"|\bsyg(?:emeldt)? (?:i )?(?:\d+|en|to|tre|fire|fem|seks|syv|otte|ni|ti|flere|mange) (?:dage?|uger?|gange?)\b"
    r"|\b\d+(?:[.,]\d+)? ?mg\b",
    re.IGNORECASE,
)


def find_health_words(text: str) -> tuple[str, ...]:
    """The words found, as they were typed, each once, in order of appearance."""
    found = [(match.start(), match[0]) for match in _COUNT.finditer(text)]
    covered = [match.span() for match in _COUNT.finditer(text)]
    for match in _WORD.finditer(text):
        inside = any(start <= match.start() < end for start, end in covered)
        if not inside and _is_health_word(match[0].casefold()):
            found.append((match.start(), match[0]))
    return tuple(dict.fromkeys(word for _, word in sorted(found)))


def health_hint(text: str) -> str:
    """One sentence naming the words, or nothing."""
    words = find_health_words(text)
    if not words:
        return ""
    named = listed([quoted(word) for word in words])
    return (
        f"{named} kan ligne en oplysning om helbred, og virksomheden kan få teksten. Skriv hellere, hvad der hjælper."
    )


def _is_health_word(word: str) -> bool:
    return word in _WHOLE_WORDS or any(part.startswith(_STEMS) for part in (word, *word.split("-")))
