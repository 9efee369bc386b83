"""Write the committed list of a Neo4j version's jars, each with its sha256.

This is for a move of the project to another Neo4j, not for the program itself:

    python -m graph.server.list_jars 5.26.30

jgo resolves what `org.neo4j:neo4j` needs. Each jar is then fetched and compared with the sha1
that the registry publishes. jgo itself only logs a difference. The list is written to
graph/server/jars/. Read the difference before you commit it: from then on every start trusts
these hashes. A new version also needs a row in graph/server/versions.py.
"""

import hashlib
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

from graph.server.jars import LISTS, Jar, registry


def coordinates(version: str) -> list[str]:
    """Resolve the jars that Neo4j needs, as sorted `group:artifact:version[:classifier]`."""
    with tempfile.TemporaryDirectory() as empty:  # what an old cache holds is never checked
        os.environ["M2_REPO"] = empty
        import jgo  # noqa: PLC0415 # it reads M2_REPO

        found = jgo.resolve(f"org.neo4j:neo4j:{version}")
    parts = ((a.groupId, a.artifactId, a.version, a.classifier) for a in found)
    return sorted(":".join(filter(None, part)) for part in parts)


def hashed(http: requests.Session, coordinate: str) -> Jar:
    """Fetch one jar and take its sha256.

    Raises:
        ValueError: what arrived is not what the registry's own sha1 says.
    """
    address = f"{registry()}/{Jar(coordinate=coordinate, sha256='').path}"
    jar, sha1 = (
        http.get(address, timeout=(5, 120)),
        http.get(f"{address}.sha1", timeout=(5, 60)),
    )
    jar.raise_for_status()
    sha1.raise_for_status()
    if hashlib.sha1(jar.content).hexdigest() != sha1.text.split()[0]:  # noqa: S324 # theirs
        raise ValueError(f"{coordinate}: the registry's own sha1 differs from what it sent")
    return Jar(coordinate=coordinate, sha256=hashlib.sha256(jar.content).hexdigest())


def write(version: str) -> Path:
    """Write graph/server/jars/<version>.txt and return its path."""
    with requests.Session() as http, ThreadPoolExecutor(4) as pool:
        jars = list(pool.map(lambda c: hashed(http, c), coordinates(version)))
    if len({jar.file for jar in jars}) != len(jars):
        raise ValueError("two jars have the same file name, and they share one folder")
    to = LISTS / f"{version}.txt"
    to.write_text("".join(f"{jar.coordinate} {jar.sha256}\n" for jar in jars), encoding="utf-8")
    return to


if __name__ == "__main__":
    for asked in sys.argv[1:]:
        print(write(asked))  # noqa: T201
