"""A word processor shows all of a Word file, where WORD_EDITOR names one (`soffice`)."""

import os
import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from graph.export.documents.family_part import stops
from graph.export.documents.family_picture import pictures
from graph.export.formats import FORMATS
from graph.export.formats.xml_text import text_of
from graph.export.package import Audience, Package
from graph.picture.draw.png import png
from tests.export.families import DAY, INVENTED, MAMUTJAN, MERIPET, everyone, handed
from tests.export.test_documents import written
from tests.export.test_word import W

EDITOR = os.environ.get("WORD_EDITOR")
WORD = [name for name, form in FORMATS.items() if form.suffix == ".docx"]
FAMILIES = {
    "meripet": lambda audience: handed(MERIPET, audience, as_of=DAY, reader="consulate"),
    "mamutjan": lambda audience: handed(MAMUTJAN, audience, as_of=DAY, recipient="Ministry"),
    "invented": lambda audience: handed(everyone(INVENTED), audience, folder=INVENTED),
}

pytestmark = pytest.mark.skipif(
    EDITOR is None, reason="no WORD_EDITOR: no word processor opened the file"
)


def shown(made: bytes, folder: Path) -> PdfReader:
    """The pages as the editor sets them."""
    (folder / "over.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made_pdf = ("--convert-to", "pdf", "--outdir", folder, folder / "over.docx")
    command = [str(shutil.which(str(EDITOR))), "--headless", profile, *made_pdf]
    subprocess.run(command, capture_output=True, check=True)
    return PdfReader(folder / "over.pdf")


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def in_latin(made: bytes) -> Counter[str]:
    """Each run of the body that an editor sets from left to right, as letters alone."""
    with ZipFile(BytesIO(made)) as parts:
        root = etree.fromstring(parts.read("word/document.xml"))
    runs = (letters(one.text or "") for one in root.iter(f"{W}t"))
    return Counter(run for run in runs if len(run) > 8 and run.isascii())


CASES = [
    *(("meripet", "docx", audience) for audience in Audience),
    *(("mamutjan", form, Audience.INTERNAL) for form in WORD),
    *((family, "docx", Audience.PARTNER) for family in FAMILIES),
]


@pytest.mark.parametrize(("family", "form", "audience"), sorted({*CASES}))
def test_every_row_and_sentence_is_on_a_page_and_the_label_on_each(
    tmp_path, family, form, audience
):
    over: Package = FAMILIES[family](audience)
    made = written(over, form)
    pages = [page.extract_text() for page in shown(made, tmp_path).pages]
    whole = letters(" ".join(pages))
    lost = {run for run, many in in_latin(made).items() if whole.count(run) < many}
    assert lost == set()
    assert all(page.count(over.tlp) >= 2 for page in pages)
    stopped = stops(over.briefings, over)
    assert ("DONOTCONTACT" in whole) == bool(stopped)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_picture_of_the_family_is_whole_with_its_names_and_the_stop(tmp_path, family):
    over: Package = FAMILIES[family]("internal")
    [drawn] = pictures(over)
    svg = drawn.svg(bare=True)
    wanted = Image.open(BytesIO(png(svg))).convert("L")
    reader = shown(written(over, "docx"), tmp_path)
    every = [one.image.convert("L") for page in reader.pages for one in page.images]
    widest = max(every, key=lambda one: one.width)
    near = ImageChops.difference(widest, wanted.resize(widest.size))
    assert ImageStat.Stat(near).mean[0] < 8
    said = text_of(svg.encode(), picture=True)
    for card in drawn.cards():
        assert card["name"][:12] in said
        assert card["stop"] in said
