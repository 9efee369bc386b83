"""Fetching the jars, from a registry of this machine with two small files."""

import hashlib
import re
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread

import pytest

from graph.server import jars
from graph.server.jars import LISTS, Jar, listed, provide
from graph.server.server_errors import JarAltered, RegistryUnreachable
from graph.server.versions import VERSIONS
from tests.web import web

PACKAGE = Path(jars.__file__).parent


def jar(name, content=b"classes"):
    """A jar of a small library, whose content hashes to what is listed."""
    digest = hashlib.sha256(content).hexdigest()
    return Jar(coordinate=f"org.example:{name}:1.0", sha256=digest)


def publish(folder, wanted, content=b"classes"):
    """Put a jar where the registry serves it."""
    file = folder / wanted.path
    file.parent.mkdir(parents=True)
    file.write_bytes(content)


@contextmanager
def registry(folder):
    """Serve a folder; give its address and the list of what was asked for."""
    asked = []

    class Files(SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=str(folder))

        def do_GET(self):
            asked.append(self.path)
            super().do_GET()

        def log_message(self, *_):
            pass

    with web(Files) as port:
        yield f"http://127.0.0.1:{port}", asked


@pytest.fixture
def published(tmp_path):
    """A registry's folder."""
    folder = tmp_path / "registry"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(tmp_path):
    """The folder that jars are kept in; not there yet."""
    return tmp_path / "kept"


def test_jars_are_fetched_once(published, kept):
    wanted = [jar("one"), jar("two")]
    for one in wanted:
        publish(published, one)
    with registry(published) as (base, asked):
        files = provide(wanted, kept, base=base)
        assert [file.read_bytes() for file in files] == [b"classes"] * 2
        provide(wanted, kept, base=base)
        assert len(asked) == 2


def test_progress_counts_the_files(published, kept):
    wanted, told = [jar("one"), jar("two")], []
    for one in wanted:
        publish(published, one)
    with registry(published) as (base, _):
        provide(
            wanted, kept, base=base, progress=lambda _, done, total: told.append((done, total))
        )
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_an_altered_jar_of_the_registry_is_refused_and_not_kept(published, kept):
    publish(published, jar("one"), b"something else")
    with (
        registry(published) as (base, _),
        pytest.raises(JarAltered, match=r"org\.example:one:1\.0"),
    ):
        provide([jar("one")], kept, base=base)
    assert [file.name for file in kept.iterdir()] == [".lock"]


def test_a_jar_altered_on_the_disk_is_fetched_again_and_its_archives_go(published, kept):
    publish(published, jar("one"))
    with registry(published) as (base, _):
        [file] = provide([jar("one")], kept, base=base)
        file.write_bytes(b"tampered with")
        archive = kept / "neo4j-of-old.jsa"
        archive.write_bytes(b"")
        provide([jar("one")], kept, base=base)
    assert file.read_bytes() == b"classes"
    assert not archive.exists()


def test_two_at_once_fetch_each_jar_once(published, kept):
    wanted = [jar("one"), jar("two")]
    for one in wanted:
        publish(published, one)
    with registry(published) as (base, asked):
        both = [
            Thread(target=provide, args=(wanted, kept), kwargs={"base": base}, daemon=True)
            for _ in range(2)
        ]
        for one in both:
            one.start()
        for one in both:
            one.join()
        assert sorted(asked) == sorted(f"/{one.path}" for one in wanted)


def test_an_unreachable_registry_is_said_without_its_name(kept):
    with pytest.raises(RegistryUnreachable, match="NEO4J_URI, NEO4J_USER") as raised:
        provide([jar("one")], kept, base="http://127.0.0.1:9/nowhere")
    assert "127.0.0.1" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


def test_a_missing_file_is_said_without_trying_again(published, kept):
    with registry(published) as (base, asked), pytest.raises(RegistryUnreachable, match="404"):
        provide([jar("one")], kept, base=base)
    assert asked == [f"/{jar('one').path}"]


def test_jars_that_are_here_need_no_registry(kept):
    kept.mkdir()
    (kept / jar("one").file).write_bytes(b"classes")
    assert provide([jar("one")], kept, base="http://127.0.0.1:9/nowhere") == [
        kept / "one-1.0.jar"
    ]


def test_a_classifier_is_part_of_the_name():
    found = Jar(coordinate="io.netty:epoll:4.1:linux-x86_64", sha256="")
    assert found.path == "io/netty/epoll/4.1/epoll-4.1-linux-x86_64.jar"


@pytest.mark.parametrize("version", [version.number for version in VERSIONS])
def test_every_listed_jar_has_a_hash_and_a_name_of_its_own(version):
    found = listed(version)
    assert len(found) > 200
    assert all(re.fullmatch(r"[0-9a-f]{64}", one.sha256) for one in found)
    assert len({one.file for one in found}) == len(found)
    assert f"org.neo4j:neo4j:{version}" in {one.coordinate for one in found}


def test_no_registry_is_written_down_anywhere_in_the_package():
    host = jars.registry().split("/")[2]
    code, lists = list(PACKAGE.glob("*.py")), list(LISTS.glob("*.txt"))
    assert len(code) > 10
    assert len(lists) == len(VERSIONS)
    assert [file.name for file in code + lists if host in file.read_text()] == []
    assert [file.name for file in lists if "://" in file.read_text()] == []
