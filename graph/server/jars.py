"""Neo4j's own jars: fetched once, each checked against a committed sha256.

`list_jars.py` makes the lists in jars/. jgo knows the registry's address; it is not written
here. jgo does not fetch the jars, because it does not refuse a file whose hash differs.
"""

import fcntl
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import requests

from graph.server.java import Archives
from graph.server.progress import Progress, silent
from graph.server.server_errors import JarAltered, RegistryUnreachable

LISTS = Path(__file__).with_name("jars")
AT_ONCE = 4  # more gains nothing and is unkind to a public registry
TRIES = 3
TIMEOUT = (5.0, 60.0)  # seconds to connect, and between two reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Jar:
    """One line of a list: where the registry has it, and what it must hash to."""

    coordinate: str  # group:artifact:version[:classifier]
    sha256: str

    @property
    def path(self) -> str:
        """Its path in a Maven registry."""
        group, artifact, version, *_ = self.coordinate.split(":")
        return f"{group.replace('.', '/')}/{artifact}/{version}/{self.file}"

    @property
    def file(self) -> str:
        """Its file name, unique in a list."""
        _, artifact, version, *classifier = self.coordinate.split(":")
        return f"{'-'.join([artifact, version, *classifier])}.jar"

    def is_in(self, folder: Path) -> bool:
        """Return whether the folder has this very jar; reads the whole file."""
        try:
            with (folder / self.file).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except FileNotFoundError:
            return False


def listed(version: str, lists: Path = LISTS) -> list[Jar]:
    """Return the jars of a version, in the order of its class path."""
    lines = (lists / f"{version}.txt").read_text(encoding="utf-8").split("\n")
    pairs = (line.split() for line in lines if line)
    return [Jar(coordinate=coordinate, sha256=sha256) for coordinate, sha256 in pairs]


def registry() -> str:
    """Return the address of the registry."""
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415 # slow, and rarely needed

    return MAVEN_CENTRAL_URL


def provide(
    jars: list[Jar], folder: Path, *, progress: Progress = silent, base: str | None = None
) -> list[Path]:
    """Return the jars' files, after fetching those that are missing or altered.

    Every file is hashed on every call (0.2 s): what Java is about to run is what was listed.
    Safe to call from several processes at once; the later ones wait and then find the files.

    Args:
        jars: what is wanted.
        folder: where the files are; made if absent.
        progress: called with the number of files fetched so far.
        base: the registry's address; by default the one that jgo knows.

    Raises:
        RegistryUnreachable: it does not answer, or not with the files.
        JarAltered: it answers with other files.
    """
    if missing(jars, folder):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / ".lock"):
            fetch_all(missing(jars, folder), folder, progress=progress, base=base or registry())
            Archives(folder).forget()
    return [folder / jar.file for jar in jars]


def missing(jars: list[Jar], folder: Path) -> list[Jar]:
    """Return the jars that the folder does not have unaltered."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda jar: jar.is_in(folder), jars)
        return [jar for jar, there in zip(jars, found, strict=True) if not there]


def fetch_all(jars: list[Jar], folder: Path, *, progress: Progress, base: str) -> None:
    """Fetch jars into the folder, several at once; the first failure ends it."""
    progress("Fetching Neo4j, once", 0, len(jars))
    with requests.Session() as http, ThreadPoolExecutor(AT_ONCE) as pool:
        fetches = [pool.submit(fetch, http, jar, folder, base) for jar in jars]
        done = 0
        try:
            for finished in as_completed(fetches):
                finished.result()
                done += 1
                progress("Fetching Neo4j, once", done, len(jars))
        except requests.RequestException as error:
            # Neither its text nor its trace is shown: both name the registry.
            raise RegistryUnreachable(reason(error), done, len(jars)) from None
        finally:
            for unfinished in fetches:
                unfinished.cancel()


def fetch(http: requests.Session, jar: Jar, folder: Path, base: str) -> None:
    """Fetch one jar; the file appears whole and right, or not at all."""
    content = patiently(http, f"{base}/{jar.path}")
    got = hashlib.sha256(content).hexdigest()
    if got != jar.sha256:
        raise JarAltered(jar.coordinate, expected=jar.sha256, got=got)
    with whole(folder / jar.file) as part:
        part.write_bytes(content)


def patiently(http: requests.Session, address: str) -> bytes:
    """Get an address, a few times if the network or the registry stumbles."""
    for left in reversed(range(TRIES)):
        try:
            answer = http.get(address, timeout=TIMEOUT)
            answer.raise_for_status()
        except requests.RequestException as error:
            if not left or is_final(error):
                raise
            time.sleep(0.5)
        else:
            return answer.content
    raise AssertionError("the last try returns or raises")


def is_final(error: requests.RequestException) -> bool:
    """Return whether the registry answered that it will not hand the file out."""
    status = error.response.status_code if error.response is not None else 0
    return 400 <= status < 500 and status != 429  # noqa: PLR2004 # 429: too many requests


def reason(error: requests.RequestException) -> str:
    """Say what failed, in words that name no host."""
    if error.response is not None:
        return f"it answered with status {error.response.status_code}"
    if isinstance(error, requests.Timeout):
        return "it did not answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate was not accepted"
    return "no connection"


@contextmanager
def whole(to: Path) -> Iterator[Path]:
    """Give a path to write to that becomes `to` at once on success, and is gone otherwise."""
    handle, name = tempfile.mkstemp(dir=to.parent, prefix=".", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(to)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file, after waiting for its holder."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
