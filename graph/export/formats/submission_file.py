"""Word files of submissions: the forms of two UN bodies and of the Red Cross, filled in."""

from functools import partial
from typing import IO

from docx.document import Document

from graph.export.documents.sentences import SENTENCES
from graph.export.documents.submission import CED, TRACING, WGEID, Form, submission
from graph.export.formats.document_losses import of_a_document, without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.losses import not_held
from graph.export.formats.word import FONTS_OF_THE_READER, write_word
from graph.export.formats.word_context import label, particulars, runs_of
from graph.export.formats.word_runs import joined, said
from graph.export.formats.word_text import text
from graph.export.package import Package


def _write(form: Form, package: Package, file: IO[bytes]) -> None:
    filled = submission(package, form)

    def values(_: Document) -> dict[str, object]:
        return runs_of(filled) | {
            "kind": "Submission",
            "sentences": SENTENCES,
            "label": label(filled.frame.tlp),
            "particulars": particulars(filled.frame),
            "stops": joined([said(name, bold=True) for name in filled.stops], "; "),
            "notes": (),
        }

    write_word("submission_docx", values, form.title, package, file)


def _losses(form: Form, package: Package) -> tuple[str, ...]:
    """Return what no document holds, what no field asks for, and what each case lacks."""
    rows = {row.person for one in package.briefings for row in one.rows}
    cases = submission(package, form).cases
    missing = sum(len(case.missing) for case in cases)
    counted = (
        ("the answers for relatives: who is left, and why not", len(rows)),
        ("fields of the form that are not recorded; the file lists them", missing),
    )
    more = (not_held(words, count) for words, count in counted if count)
    return (*of_a_document(package), *more, FONTS_OF_THE_READER)


def _format(name: str, form: Form, about: str) -> FileFormat:
    return FileFormat(
        name=name,
        suffix=".docx",
        about=about,
        write=partial(_write, form),
        losses=partial(_losses, form),
        text=text,
        binary=True,
        refuses=without_a_child,
    )


SUBMISSIONS = (
    _format(
        "wgeid",
        WGEID,
        "a communication to the UN Working Group on Disappearances, as far as recorded",
    ),
    _format(
        "ced",
        CED,
        "a request for urgent action to the UN Committee on Disappearances, likewise",
    ),
    _format("tracing", TRACING, "a tracing request to the Red Cross, likewise"),
)
