"""Text as the runs of a Word file, each with its direction and language.

Source: ISO 29500-1, 17.3.2.
"""

from xml.sax.saxutils import escape

from markupsafe import Markup

from graph.export.leaks.scripts import ScriptRun, runs
from graph.export.package import Statement

_LANGS = {
    "ug": '<w:rtl/><w:lang w:bidi="ug-CN"/>',
    "ar": '<w:rtl/><w:lang w:bidi="ar-SA"/>',
    "zh": '<w:lang w:eastAsia="zh-CN"/>',
}
_RAISED = '<w:vertAlign w:val="superscript"/>'
_BOLD = "<w:b/><w:bCs/>"
_TEMPLATE = {"{": "&#123;", "}": "&#125;", "%": "&#37;"}
"""Signs that a template reads stand as their numbers, so that they stay what they are."""
_MARK = "\u200e"
"""Left to right: numbers and commas beside a name stay where they are."""


def said(text: str, *, bold: bool = False) -> Markup:
    """Return a text as runs; no text as nothing."""
    look = _BOLD if bold else ""
    return Markup("").join(_run(one, look) for one in runs(text))


def _run(one: ScriptRun, look: str) -> Markup:
    if not one.rtl:
        return raw_run(one.text, look + _LANGS.get(one.lang, ""))
    return raw_run(_MARK, "") + raw_run(one.text, look + _LANGS[one.lang]) + raw_run(_MARK, "")


def raw_run(text: str, look: str) -> Markup:
    """Return one run; `look` is XML of ours."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    written = f'<w:t xml:space="preserve">{escape(text, _TEMPLATE)}</w:t>'
    return Markup(f"<w:r>{properties}{written}</w:r>")  # noqa: S704 - escaped in the line above


def cited(one: Statement) -> Markup:
    """Return a statement with its footnote; one that was set before is referred to again."""
    for_whom = said(f"For {one.of}: ") if one.of else Markup("")
    return for_whom + said(one.text) + _note(one)


def _note(one: Statement) -> Markup:
    if not one.note:
        return Markup("")
    number, name = one.note, f"_RefNote{one.note}"
    if one.first:
        return Markup(  # noqa: S704 - numbers alone
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r><w:rPr>{_RAISED}</w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r><w:bookmarkEnd w:id="{number}"/>'
        )
    return Markup(  # noqa: S704 - numbers alone
        f'<w:fldSimple w:instr=" NOTEREF {name} \\h "><w:r><w:rPr>{_RAISED}</w:rPr>'
        f"<w:t>{number}</w:t></w:r></w:fldSimple>"
    )


LINE_END = Markup("<w:r><w:br/></w:r>")


def joined(parts: list[Markup], between: str) -> Markup:
    """Join runs by a few letters of ours."""
    return raw_run(between, "").join(part for part in parts if part)
