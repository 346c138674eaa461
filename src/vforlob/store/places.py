"""Every virksomhed with what is known there, one query a table however many there are. Judges nothing."""

from typing import Any

from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.match.values import Place
from vforlob.store.store import Store

# Forløb by virksomhed: those that are over and how they ended, those that are open and how many are followed closely.
_FORLOB = (
    "SELECT f.virksomhed, sum(f.status = 'lukket'), sum(f.status = 'lukket' AND f.udfald = 'lontimer'),"
    " sum(f.status = 'lukket' AND f.udfald = 'job'), sum(f.status <> 'lukket'),"
    " sum(f.status <> 'lukket' AND f.borger <> ?1 AND coalesce((SELECT t.svar FROM taet AS t WHERE t.borger = f.borger"
    " AND (t.forlob IS NULL OR t.forlob = f.nr) ORDER BY t.nr DESC LIMIT 1), 'nej') = 'ja')"
    " FROM forlob AS f GROUP BY f.virksomhed"
)
_REFUSED = (
    "SELECT f.virksomhed, count(DISTINCT f.nr) FROM lonkroner AS l JOIN forlob AS f ON f.nr = l.forlob"
    " WHERE l.trin = 'afvist' GROUP BY f.virksomhed"
)
_OPGAVER = "SELECT DISTINCT f.virksomhed, o.opgave FROM opgave AS o JOIN forlob AS f ON f.nr = o.forlob"
# What worked, in the last forløb where the place was told of it: only there is it known to have worked.
_LOSNINGER = (
    "SELECT DISTINCT f.virksomhed, h.losning FROM hensyn AS h JOIN forlob AS f ON f.nr = (SELECT max(c.forlob)"
    " FROM clearance AS c WHERE c.hensyn = h.nr AND c.svar = 'ma' AND c.rolle <> 'vitas')"
    " WHERE h.virker = 'ja' AND h.losning > ''"
)
_ASKED = "SELECT virksomhed, max(dato) FROM henvendelse WHERE borger <> ? GROUP BY virksomhed"


def load_places(store: Store, borger: int) -> tuple[Place, ...]:
    """In the order of numbers. `borger` is who the match is for: she is not among those followed closely, and what was
    asked for her does not count as asked for somebody else.
    """
    counts = {row[0]: row[1:] for row in store.rows(_FORLOB, (borger,))}
    refused = dict(store.rows(_REFUSED))
    asked = dict(store.rows(_ASKED, (borger,)))
    opgaver, losninger = _texts(store, _OPGAVER), _texts(store, _LOSNINGER)
    openings: dict[int, list[Jobabning]] = {}
    for opening in store.door(Jobabning).find(status="aben"):
        openings.setdefault(opening.virksomhed, []).append(opening)
    none = (0, 0, 0, 0, 0)
    return tuple(
        Place._make(
            (
                it,
                *counts.get(it.nr, none),
                refused.get(it.nr, 0),
                *(tuple(found.get(it.nr, ())) for found in (opgaver, losninger, openings)),
                asked.get(it.nr),
            )
        )
        for it in store.door(Virksomhed).find()
    )


def _texts(store: Store, sql: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for virksomhed, text in store.rows(sql):
        found.setdefault(virksomhed, []).append(text)
    return found
