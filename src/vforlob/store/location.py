"""Which places are unfit for a data folder: those that are copied to other machines, or are on one. Opens nothing."""

import os
from collections.abc import Mapping

from vforlob.errors.place import NetworkFolder, SyncedFolder

MOUNTS = "/proc/self/mounts"
NETWORK = "netværk"

# The folder's name, folded; a trailing * stands for "begins with".
_SYNCED_NAMES = {
    "onedrive": "OneDrive",
    "onedrive *": "OneDrive",
    "onedrive-*": "OneDrive",
    "sharepoint": "SharePoint",
    "sharepoint *": "SharePoint",
    "dropbox": "Dropbox",
    "dropbox (*": "Dropbox",
    "dropbox-*": "Dropbox",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "icloud~*": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "en sky-tjeneste",
    "google drive": "Google Drev",
    "google drev": "Google Drev",
    "googledrive": "Google Drev",
    "googledrive-*": "Google Drev",
    "my drive": "Google Drev",
    "mit drev": "Google Drev",
    "box sync": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
}
_SYNCED_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}
# Left by the services in the top folder of what they copy.
_SYNC_MARKS = {".dropbox": "Dropbox", ".nextcloudsync.log": "Nextcloud"}
_NETWORK_KINDS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "coda", "davfs", "ceph"}
    | {"glusterfs", "lustre", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.smbnetfs", "fuse.gvfsd-fuse"}
    | {"fuse.glusterfs", "fuse.cephfs", "fuse.s3fs"}
)


def refuse_unfit(folder: str, environ: Mapping[str, str] = os.environ, mounts: str = MOUNTS) -> None:
    """Raise when the folder, or what it is a link to, is synchronised or on a network drive."""
    where = taken_elsewhere(folder, environ, mounts)
    if where == NETWORK:
        raise NetworkFolder(folder)
    if where:
        raise SyncedFolder(folder, where)


def taken_elsewhere(folder: str, environ: Mapping[str, str] = os.environ, mounts: str = MOUNTS) -> str:
    """The service that copies the folder to other machines, NETWORK when it lies on one, else empty."""
    for path in dict.fromkeys((os.path.abspath(folder), os.path.realpath(folder))):
        service = _service_of(path, environ)
        if service:
            return service
        if _is_on_network(path, mounts):
            return NETWORK
    return ""


def _service_of(path: str, environ: Mapping[str, str]) -> str:
    for variable, service in _SYNCED_VARIABLES.items():
        root = environ.get(variable, "")
        if root and _is_inside(path, root):
            return service
    parts = path.replace("\\", "/").split("/")
    named = next(filter(None, map(_named, parts)), "")
    return named or _marked(path)


def _named(part: str) -> str:
    folded = part.casefold()
    for pattern, service in _SYNCED_NAMES.items():
        if folded == pattern or (pattern.endswith("*") and folded.startswith(pattern[:-1])):
            return service
    return ""


def _marked(path: str) -> str:
    above = path
    while True:
        for mark, service in _SYNC_MARKS.items():
            # A file only: ~/.dropbox is a folder, the program's own, and says nothing of the home folder.
            if os.path.isfile(os.path.join(above, mark)):
                return service
        parent = os.path.dirname(above)
        if parent == above:
            return ""
        above = parent


def _is_inside(path: str, root: str) -> bool:
    path, root = os.path.normcase(path), os.path.normcase(os.path.abspath(root))
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _is_on_network(path: str, mounts: str) -> bool:
    # On Windows realpath turns a mapped drive into \\server\share; \\?\ and \\.\ are local spellings.
    if path.startswith(("\\\\", "//")):
        return not path.startswith(("\\\\?\\", "\\\\.\\")) or path.startswith("\\\\?\\UNC\\")
    return _kind_of_mount(path, mounts) in _NETWORK_KINDS


def _kind_of_mount(path: str, mounts: str) -> str:
    """Empty where there is no such list: macOS and Windows."""
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as listed:
            lines = listed.readlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) > 2:
            point = _unescaped(fields[1])
            if len(point) >= len(best) and _is_inside(path, point):
                best, kind = point, fields[2]
    return kind


def _unescaped(point: str) -> str:
    """The kernel writes a space as \\040."""
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, character)
    return point
