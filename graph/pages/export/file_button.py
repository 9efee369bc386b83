"""Files that are given to the browser: each has its line in the ledger before its button."""

import streamlit as st

from graph.errors import GraphError
from graph.export.file_leaving import Export, ExportFile
from graph.export.formats import FileFormat
from graph.pages.export import export_words as words


def given_file(made: Export, form: FileFormat, ending: str) -> ExportFile | str:
    """Write a file, read it back and record it; else return the sentence why there is none."""
    try:
        return made.hand(made.written(form), ending)
    except GraphError as error:
        return str(error)


def take_file(label: str, made: ExportFile, *, key: str) -> None:
    """Let a file be taken, beside what its format does not hold."""
    st.download_button(
        f"{words.TAKE}: {label}", made.content, file_name=made.path.name, key=key
    )
    if made.losses:
        st.text("\n".join([words.LOSSES, *made.losses]))
