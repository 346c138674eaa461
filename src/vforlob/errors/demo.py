"""What stands in the way of a demo. Knows no words."""

from vforlob.errors.base import ExitCode, VforlobError


class NotADemoFolder(VforlobError):
    """There is something in the folder, and it is no demo: nothing of it may be touched."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder
