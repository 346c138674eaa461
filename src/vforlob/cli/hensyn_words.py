"""Who may know of a hensyn, in words for the consultant alone. Decides nothing: the gate has."""

from vforlob.actions.briefing import ASK_FIRST, KnownHensyn
from vforlob.rules.danish import listed

ROLES = {"leder": "leder", "mentor": "mentor", "kolleger": "kolleger", "vitas": "VITAS"}
_ANSWERS = (("ma", "må vide det: {}"), (ASK_FIRST, "spørg først: {}"), ("ma_ikke", "må ikke vide det: {}"))


def who_may_know(hensyn: KnownHensyn) -> str:
    """må vide det: leder og mentor; spørg først: kolleger"""
    parts = []
    for answer, text in _ANSWERS:
        roles = [ROLES.get(rolle, rolle) for rolle, svar in hensyn.roles if svar == answer]
        if roles:
            parts.append(text.format(listed(roles)))
    return "; ".join(parts) or "ingen må vide det"
