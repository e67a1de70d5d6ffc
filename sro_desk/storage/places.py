"""Where a live records file must not be: network drives and folders that a cloud service copies.

SQLite's locks are not kept there, and a service that copies the file while it
is written makes a damaged one. Backups are welcome in such places.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath

from sro_desk.domain.errors import SroDeskError

if sys.platform == "win32":
    import ctypes

_NETWORK = frozenset({
    "afs", "afpfs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs",
    "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "vboxsf",
    "fuse.davfs2", "fuse.glusterfs", "fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse",
    "fuse.onedriver", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
})  # fmt: skip
_SYNCED_ANYWHERE = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "nextcloud": "Nextcloud",
    "onedrive": "OneDrive",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
}
_SYNCED_AT_HOME = {"box": "Box", "box sync": "Box", "mega": "MEGA", "my drive": "Google Drive"}
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
    ".tmp.driveupload": "Google Drive",
}
_REMOTE_DRIVE = 4  # Windows: DRIVE_REMOTE


def refuse_unsafe(path: Path) -> None:
    """Say where a live file may not be, if `path` is there."""
    real = path.resolve()
    if _is_on_network(real):
        raise SroDeskError(
            f"{path} is on a network drive, where a records file is damaged sooner or later. "
            "Keep it on this computer's own disk; a network drive is a good place for backups."
        )
    service = sync_service(real, Path.home(), os.environ) or _marked_service(real)
    if service:
        raise SroDeskError(
            f"{path} is in a folder that {service} copies, which can damage a records file while "
            f"it is written. Keep it in a folder of its own; {service} is a good place for backups."
        )


def network_type(path: PurePosixPath, mounts: str) -> str:
    """The type of the network file system that holds `path`, by Linux's mountinfo; else empty."""
    best, found = -1, ""
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        point = PurePosixPath(_unescaped(left.split(" ")[4]))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), right.split(" ")[0]
    return found if found in _NETWORK else ""


def sync_service(path: PurePath, home: PurePath, environ: Mapping[str, str]) -> str:
    """The cloud service whose folder holds `path`, by the names of its folders; else empty."""
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        if environ.get(variable) and path.is_relative_to(environ[variable]):
            return "OneDrive"
    folders = [part.casefold() for part in path.parts[:-1]]
    for folder in folders:
        if folder in _SYNCED_ANYWHERE:
            return _SYNCED_ANYWHERE[folder]
        if folder.startswith(("onedrive - ", "dropbox (")):
            return "OneDrive" if folder.startswith("onedrive") else "Dropbox"
    at_home = path.relative_to(home).parts[0] if path.is_relative_to(home) else ""
    return _SYNCED_AT_HOME.get(at_home.casefold(), "")


if sys.platform == "win32":

    def _is_on_network(path: Path) -> bool:
        if path.drive.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE)

else:

    def _is_on_network(path: Path) -> bool:
        try:
            mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
        except OSError:
            return False  # not Linux: nothing in the standard library tells
        return bool(network_type(PurePosixPath(path), mounts))


def _marked_service(path: Path) -> str:
    for folder in path.parents:
        for mark, service in _MARKS.items():
            if (folder / mark).exists():
                return service
    return ""


def _unescaped(mount: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount = mount.replace(code, sign)
    return mount
