"""The ids of agendas in the spelling that screens print. Knows no file."""

_DANISH = {
    "formode": "formøde",
    "startmode": "startmøde",
    "opfolgning": "opfølgning",
    "eftervaern": "efterværn",
}


def spelt(agenda_id: str) -> str:
    """opfølgning for opfolgning; an id of the user's own as it is."""
    return _DANISH.get(agenda_id, agenda_id)
