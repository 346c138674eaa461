"""Whether the virksomhed of a forløb may be written to at all. Knows no document."""

from vforlob.actions.besked import refuse_unasked
from vforlob.model.case import Case
from vforlob.rules.outcomes import EMPLOYED
from vforlob.store.store import Store


def refuse_employer_unasked(store: Store, case: Case) -> None:
    """In the job that came of a forløb the virksomhed is her employer: without her yes nobody writes to it. Raises
    EmployerNotAsked. A virksomhed that was a host and no more can still be thanked and asked.
    """
    forlob = case.forlob
    if forlob is not None and forlob.status == "lukket" and (forlob.udfald in EMPLOYED or forlob.eftervaern):
        refuse_unasked(store, case, forlob)
