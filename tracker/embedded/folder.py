"""The data folder: one place on disk that only its owner can read, and who the servers in it run as."""

import os
import pwd
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tracker.embedded.errors import CannotStart

# The kernel's limit for a socket's path is 104 bytes on macOS and 108 on Linux; the longest name takes 16.
LONGEST_SOCKET_FOLDER = 84


@dataclass(frozen=True)
class DataFolder:
    """Where everything the site keeps lies."""

    path: Path

    @classmethod
    def named(cls, name: str | None = None) -> "DataFolder":
        """The folder of that name, else the one DATA_DIR names, else ./data beside the code."""
        beside_the_code = Path(__file__).resolve().parents[2] / "data"
        return cls(Path(name or os.environ.get("DATA_DIR") or beside_the_code).expanduser().resolve())

    def prepare(self) -> "DataFolder":
        """Make the folder and its parts private to their owner, or say in one line why that cannot be."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._refuse_a_stranger()
            self.path.chmod(0o700)
            self.part("locks"), self.part("logs")
        except FileExistsError as error:
            raise CannotStart(f"The data folder {self.path} cannot be used: it is no folder.") from error
        except OSError as error:
            raise CannotStart(f"The data folder {self.path} cannot be used: {error.strerror}.") from error
        return self

    def _refuse_a_stranger(self) -> None:
        if os.geteuid() not in (0, self.path.stat().st_uid):
            raise CannotStart(
                f"The data folder {self.path} belongs to somebody else; name another with --data."
            )

    def part(self, name: str) -> Path:
        """A private folder inside the data folder, belonging to whom the data folder belongs to."""
        return self.give_to(private(self.path / name), self.path.stat().st_uid)

    def servers_part(self, name: str) -> Path:
        """A private folder inside the data folder, belonging to the account the servers run as."""
        return self.give_to(private(self.path / name), self.account.pw_uid)

    @property
    def account(self) -> pwd.struct_passwd:
        """Whom the servers run as: the folder's owner, but never root, whom PostgreSQL refuses."""
        owner = self.path.stat().st_uid
        try:
            return pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
        except KeyError as error:
            raise CannotStart(
                f"The account {owner} that owns {self.path} has no name on this machine."
            ) from error

    def give_to(self, path: Path, uid: int) -> Path:
        if os.geteuid() == 0 and path.lstat().st_uid != uid:
            os.chown(path, uid, pwd.getpwuid(uid).pw_gid, follow_symlinks=False)
        return path

    def socket_folder(self, name: str) -> Path:
        """The folder of a server's socket by a path short enough to connect to, wherever the data lies."""
        folder = self.path / name
        return folder if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER else short_name_of(folder)


def private(path: Path) -> Path:
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def short_name_of(folder: Path) -> Path:
    """A link in the temporary folder; each process makes its own if the link has gone."""
    link = Path(tempfile.gettempdir()) / f"rpt-{os.geteuid()}-{sha256(os.fsencode(folder)).hexdigest()[:16]}"
    try:
        link.symlink_to(folder)
    except FileExistsError:
        if link.lstat().st_uid != os.geteuid() or link.resolve() != folder:
            raise CannotStart(
                f"{link} is in the way; remove it or name a shorter folder with --data."
            ) from None
    return link
