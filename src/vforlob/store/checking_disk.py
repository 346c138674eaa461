"""Whether the disk under a folder is encrypted, as far as an ordinary user can see. Knows no word and opens nothing."""

import os
import sys

ENCRYPTED, PLAIN, UNKNOWN = "krypteret", "ukrypteret", "kan ikke afgøres"
_MOUNTS, _DEVICES = "/proc/self/mountinfo", "/sys/dev/block"
_PATIENCE = 5  # seconds
_DEEPEST = 8


def disk_encryption(folder: str, mounts: str = _MOUNTS, devices: str = _DEVICES) -> str:
    """ENCRYPTED, PLAIN or UNKNOWN. On Windows only an administrator is told."""
    if sys.platform == "darwin":
        return _told_by_macos()
    if not sys.platform.startswith("linux"):
        return UNKNOWN
    number = _device_of(os.path.realpath(folder), mounts)
    return _kind_of(os.path.join(devices, number), _DEEPEST) if number else UNKNOWN


def _told_by_macos() -> str:
    import subprocess  # late: one system only

    try:
        told = subprocess.run(["/usr/bin/fdesetup", "status"], capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError):
        return UNKNOWN
    if b"FileVault is On" in told.stdout:
        return ENCRYPTED
    return PLAIN if b"FileVault is Off" in told.stdout else UNKNOWN


def _device_of(path: str, mounts: str) -> str:
    """ "8:1" of the mount that holds the path; empty for one without a disk of its own."""
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as listed:
            lines = [line.split(" ") for line in listed]
    except OSError:
        return ""
    best, number = "", ""
    for fields in lines:
        point = fields[4].replace("\\040", " ") if len(fields) > 4 else ""
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if point and inside and len(point) >= len(best):
            best, number = point, fields[2]
    return "" if number.startswith("0:") else number


def _kind_of(device: str, left: int) -> str:
    """A mapped disk says what it is; else what it lies on does. Only what is seen to the bottom counts as PLAIN."""
    if not os.path.isdir(device) or not left:
        return UNKNOWN
    if _read(os.path.join(device, "dm", "uuid")).startswith("CRYPT-"):
        return ENCRYPTED
    try:
        below = sorted(os.listdir(os.path.join(device, "slaves")))
    except OSError:
        below = []
    kinds = {_kind_of(os.path.join(device, "slaves", name), left - 1) for name in below}
    if not kinds:
        return PLAIN
    return kinds.pop() if len(kinds) == 1 else UNKNOWN


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            return file.read(200)
    except OSError:
        return ""
