"""A live file is refused where its locks would not hold or a service would copy it half written."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import backup, files, places
from sro_desk.storage.database import Database
from tests.storage.conftest import ACTOR

MOUNTS = r"""22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /srv/records rw,relatime shared:5 - nfs4 server:/records rw
31 22 0:41 / /srv/records/local rw,relatime - ext4 /dev/vdb rw
32 22 0:42 / /mnt/my\040share rw,relatime - cifs //server/share rw
33 22 0:43 / /home/ann/drive rw - fuse.rclone remote: rw
34 22 0:44 / /home/ann/vault rw - fuse.gocryptfs vault rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/records.srodesk", ""),
        ("/srv/records/x.srodesk", "nfs4"),
        ("/srv/recordsx/x.srodesk", ""),
        ("/srv/records/local/x.srodesk", ""),
        ("/mnt/my share/x.srodesk", "cifs"),
        ("/home/ann/drive/x.srodesk", "fuse.rclone"),
        ("/home/ann/vault/x.srodesk", ""),
    ],
)
def test_network_drives_are_known_by_their_type(path: str, kind: str) -> None:
    assert places.network_type(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("C:/Users/ann/Documents/x.srodesk", ""),
        ("C:/Users/ann/OneDrive/x.srodesk", "OneDrive"),
        ("C:/Users/ann/OneDrive - City of Birch Lake/Documents/x.srodesk", "OneDrive"),
        ("D:/Synced/x.srodesk", "OneDrive"),
        ("C:/Users/ann/Dropbox (Police)/x.srodesk", "Dropbox"),
        ("C:/Users/ann/Google Drive/x.srodesk", "Google Drive"),
        ("C:/Users/ann/iCloudDrive/x.srodesk", "iCloud"),
        ("C:/Users/ann/Box/x.srodesk", "Box"),
        ("C:/Evidence/Box/x.srodesk", ""),
        ("C:/Users/ann/dropbox.srodesk", ""),
    ],
)
def test_folders_of_cloud_services_are_known_by_name(path: str, service: str) -> None:
    home = PureWindowsPath("C:/Users/ann")
    environ = {"OneDriveCommercial": "D:\\Synced", "OneDrive": ""}
    assert places.sync_service(PureWindowsPath(path), home, environ) == service


def test_a_live_file_is_refused_and_backups_are_welcome(full: Database, tmp_path: Path) -> None:
    cloud = tmp_path / "Dropbox"
    made = backup.make(full.path, cloud)
    for attempt in (files.open_file, files.create):
        name = made.path if attempt is files.open_file else cloud / "new.srodesk"
        with pytest.raises(SroDeskError, match=r"Dropbox copies.*good place for backups"):
            attempt(name, actor=ACTOR)
    reading = files.open_file(made.path, actor=ACTOR, read_only=True)
    assert reading.head() == full.head()
    reading.close()


def test_a_folder_that_a_service_marked_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "deep").mkdir()
    with pytest.raises(SroDeskError, match="Syncthing copies"):
        files.create(tmp_path / "deep" / "new.srodesk", actor=ACTOR)


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(places, "_is_on_network", lambda path: path.name == "new.srodesk")
    with pytest.raises(SroDeskError, match=r"network drive.*this computer's own disk"):
        files.create(tmp_path / "new.srodesk", actor=ACTOR)
