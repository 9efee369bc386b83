"""Loading: choose tables, check them, load the good rows, correct the others."""

import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st

from graph.pages.kit.app_store import guarded, read
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.pages.load import load_words as words
from graph.pages.load import loader
from graph.pages.load.load_blocks import reading_blocks, runs_blocks
from graph.pages.load.mending_rows import mending_desk
from graph.settings import Settings
from graph.store.queries import query
from ingest import Reading
from ingest import read as read_tables
from ingest.file_names import free_path
from ingest.into_store import known_in
from ingest.visible import visible
from ingest.written_rows import UPLOAD

_CHECKED = "checked-upload"
_DAY = 24 * 60 * 60
LOOK_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class _Checked:
    """Files that were chosen, kept in a folder of their own until others are, and read."""

    digest: str
    folder: "TemporaryDirectory[str]"
    reading: Reading


def page() -> None:
    """Show the loading page."""
    sheet([heading("Load families", level=1), sentence(words.INTRO, "quiet")], "load-top")
    if st.session_state.pop("loading-busy", False):
        st.warning(words.UNDER_WAY)
    _work()
    _upload()
    mending_desk()
    runs = read(lambda store: store.read(query("read/runs")))
    sheet(runs_blocks(row["facts"] for row in runs), "runs")


def _work() -> None:
    work = loader.current()
    if work is None:
        return
    with st.container(border=True):
        if work.ended:
            _ended(work)
        else:
            _under_way()


@st.fragment(run_every=LOOK_SECONDS)
def _under_way() -> None:
    """Show how far a load is; the whole page again when it has ended."""
    work = loader.current()
    if work is None or work.ended:
        st.rerun()
    st.text(work.title)
    count = f": {work.done:,} of {work.total:,}" if work.total else ""
    st.progress(work.share, text=f"{work.doing or 'beginning'}{count}")


def _ended(work: loader.Work) -> None:
    st.text(work.title)
    if work.problem:
        st.error("This did not end well.")
        st.text(work.problem)
    else:
        for line in words.ended(work.taken, work.rejected, work.report):
            st.text(line)
    for folder in work.kept:
        st.text(words.kept_in(folder, Settings.from_env().home))
    st.button("Close", on_click=loader.dismiss)


def _upload() -> None:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        files = st.file_uploader(words.CHOOSE, accept_multiple_files=True, key="tables")
    with right:
        encoding = st.selectbox(
            words.ENCODING, list(words.ENCODINGS), format_func=words.ENCODINGS.__getitem__
        )
    if not files:
        _put_back()
        return
    twice = _twice([file.name for file in files])
    if twice:
        st.warning(words.TWICE)
        st.text(", ".join(twice))
        return
    checked = _checked(files, encoding)
    sheet(reading_blocks(checked.reading), "reading")
    _load_button(checked)


def _load_button(checked: _Checked) -> None:
    total = checked.reading.total
    if not total.taken:
        st.text(words.NOTHING_TO_LOAD)
    label = words.load_button(total.taken) if total.taken else "Keep the rows for mending"
    if total.read or checked.reading.rejected:
        st.button(label, on_click=_start, args=(checked,))


def _start(checked: _Checked) -> None:
    title = ", ".join(visible(file.path.name) for file in checked.reading.files)
    if not loader.start(title, checked.reading, files=checked.folder):
        st.session_state["loading-busy"] = True


def _twice(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _checked(files: list[Any], encoding: str) -> _Checked:
    """Read the chosen files once, against what the store holds."""
    digest = sha256(encoding.encode())
    for file in files:
        digest.update(f"{file.name}\0".encode() + sha256(file.getvalue()).digest())
    before: _Checked | None = st.session_state.get(_CHECKED)
    if before is not None and before.digest == digest.hexdigest():
        return before
    _put_back()
    home = Settings.from_env().home
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(home)
    folder = TemporaryDirectory(prefix=UPLOAD, dir=home)
    paths = [_written(Path(folder.name), file) for file in files]
    with st.spinner("Reading and checking"):
        reading = read(
            lambda store: read_tables(
                paths,
                encoding=None if encoding == "utf-8" else encoding,
                known=known_in(store),
            )
        )
    checked = _Checked(digest.hexdigest(), folder, reading)
    st.session_state[_CHECKED] = checked
    return checked


def _put_back() -> None:
    """Delete what was chosen before: it holds names. A load that needs it goes on with it."""
    before: _Checked | None = st.session_state.pop(_CHECKED, None)
    work = loader.current()
    if before is not None and (work is None or work.files is not before.folder):
        before.folder.cleanup()


def _sweep(home: Path) -> None:
    """Delete what a killed app left of chosen files; a day later, when nobody reads them."""
    for folder in home.glob(f"{UPLOAD}*"):
        with suppress(FileNotFoundError):  # another window has just put its own back
            if time.time() - folder.stat().st_mtime > _DAY:
                rmtree(folder)


def _written(folder: Path, file: Any) -> Path:  # noqa: ANN401 - Streamlit's uploaded file
    path = free_path(folder, file.name)
    path.write_bytes(file.getvalue())
    return path


if __name__ == "__main__":
    guarded(page)
