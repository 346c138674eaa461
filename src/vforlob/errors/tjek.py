"""What keeps a data folder from being looked through. Carries no path."""

from vforlob.errors.place import DiskFull


class NoRoomToCheck(DiskFull):
    """The database is tried on a twin, and there is no room on the disk for one. Nothing was lost by it."""
