"""A message that there is nothing to say in, or that must not be sent. Carries facts; the words are elsewhere."""

from vforlob.errors.base import ExitCode, VforlobError


class NothingPlanned(VforlobError):
    """The forløb is closed, and nobody is followed any longer."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, forlob: int) -> None:
        super().__init__(forlob)
        self.forlob = forlob


class EmployerNotAsked(VforlobError):
    """After the job the employer is contacted only when the borger has said yes. `svar` is "nej", or "" for unasked."""

    exit_code = ExitCode.PROBLEM

    def __init__(self, forlob: int, svar: str) -> None:
        super().__init__(forlob)
        self.forlob, self.svar = forlob, svar
