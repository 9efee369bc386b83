"""The cards as SVG; `canvas.js` draws the same ones on a canvas."""

from collections.abc import Mapping, Sequence

from graph.picture.draw.mark_svg import mark
from graph.picture.draw.markup import element, line_of_text, plain, words
from graph.picture.layout.cards_to_place import CARD_HEIGHT, CARD_WIDTH
from graph.picture.layout.text_widths import Face, cut, width, wrapped
from graph.words.marks import LOOKS, Mark

_WORD = Face(size=14, bold=True)
_STATUS = Face(size=13)
_SMALL_STATUS = Face(size=11)
_NAME = Face(size=16, bold=True)
_LONG_NAME = Face(size=14, bold=True)
"""Of a name that takes more than two lines."""
_STEP, _LONG_STEP = 18, 16
"""From one line of a name to the next."""
_RELATION = Face(size=13)
_NOTE = Face(size=12, italic=True)
_STOP = Face(size=13, bold=True)
_BASELINE = 0.35
"""How far below the middle of a line its letters stand, as a part of their size."""
_HEAD = 40.0
_LONG_HEAD = 47.0
_MOST_LETTERS = 1_000


def card(said: Mapping[str, str], x: float, y: float) -> str:
    """Return a card around a point: mark and words, name, relation, stop and note."""
    look = LOOKS[Mark(said["mark"])]
    left, top = x - CARD_WIDTH / 2, y - CARD_HEIGHT / 2
    frames = [_frame(left, top, "#000000", 0 if look.dashed else 6)]
    frames.append(_frame(left, top, look.edge, 4, dashed=look.dashed))
    texts = [*_head(said, left, top), *_middle(said, x, top), *_foot(said, x, left, top)]
    whole = element("title", words(in_words(said)))
    return element("g", "".join([whole, *frames, *texts]))


def in_words(said: Mapping[str, str]) -> str:
    """Return what a card says in one line: names are broken and cut on it."""
    parts = (said["name"], said["relation"], said["word"], said["status"])
    more = (said["stop"], said["note"])
    return ", ".join(plain(part)[:_MOST_LETTERS] for part in (*parts, *more) if part)


def _frame(left: float, top: float, colour: str, line: float, *, dashed: bool = False) -> str:
    first = colour == "#000000"
    more: dict[str, float | str] = {"stroke_dasharray": "7 5"} if dashed else {}
    if line:
        more |= {"stroke": colour, "stroke_width": line}
    return element(
        "rect",
        x=left,
        y=top,
        width=CARD_WIDTH,
        height=CARD_HEIGHT,
        rx=8,
        fill="#ffffff" if first or not line else "none",
        **more,
    )


def _head(said: Mapping[str, str], left: float, top: float) -> Sequence[str]:
    """Return mark, answer and what it rests on; that takes a second line where it is long."""
    room = CARD_WIDTH - 48
    status = plain(said["status"])
    face = _STATUS if width(status, _STATUS) <= room else _SMALL_STATUS
    lines = wrapped(status, room, face, 2)
    first = top + 31 - 5.5 * (len(lines) - 1)
    return [
        mark(Mark(said["mark"]), left + 21, top + 22, 12),
        _line(cut(plain(said["word"]), room, _WORD), left + 40, first - 16 + len(lines), _WORD),
        *(_line(text, left + 40, first + 12 * i, face) for i, text in enumerate(lines)),
    ]


def _middle(said: Mapping[str, str], x: float, top: float) -> Sequence[str]:
    """Return name and relation, in the middle of what the head and the foot leave."""
    room = CARD_WIDTH - 14
    head = _HEAD if width(plain(said["status"]), _STATUS) <= CARD_WIDTH - 48 else _LONG_HEAD
    foot = CARD_HEIGHT - (24 if said["stop"] else 21 if said["note"] else 6)
    face, name = _name(said, room, foot - head)
    step = _STEP if face is _NAME else _LONG_STEP
    left = foot - head - step * len(name)
    relation = wrapped(plain(said["relation"]), room, _RELATION, max(1, int(left + 3) // 15))
    at = top + head + max(0.0, (left - 15 * len(relation)) / 2) + step / 2
    lines = [_line(text, x, at + step * i, face, "middle") for i, text in enumerate(name)]
    at += step * len(name) - 1.5
    return lines + [
        _line(text, x, at + 15 * i, _RELATION, "middle") for i, text in enumerate(relation)
    ]


def _name(said: Mapping[str, str], room: float, tall: float) -> tuple[Face, Sequence[str]]:
    """Return the face and the lines of a name; one of three lines is smaller."""
    name = plain(said["name"])
    lines = wrapped(name, room, _NAME, 3)
    if len(lines) <= 2:  # noqa: PLR2004 - two lines of the usual size fit on every card
        return _NAME, lines
    most = int(tall - (15 if said["relation"] else 0)) // _LONG_STEP
    return _LONG_NAME, wrapped(name, room, _LONG_NAME, min(3, most))


def _foot(said: Mapping[str, str], x: float, left: float, top: float) -> Sequence[str]:
    if not said["stop"]:
        note = cut(plain(said["note"]), CARD_WIDTH - 14, _NOTE)
        return [_line(note, x, top + CARD_HEIGHT - 12, _NOTE, "middle")]
    at = top + CARD_HEIGHT - 25
    frame = element(
        "rect",
        x=left + 7,
        y=at,
        width=CARD_WIDTH - 14,
        height=20,
        fill="#ffffff",
        stroke="#000000",
        stroke_width=2,
    )
    stop = cut(plain(said["stop"]), CARD_WIDTH - 48, _STOP)
    return [
        frame,
        mark(Mark.STOP, left + 21, at + 10, 7.5),
        _line(stop, left + 36, at + 10.5, _STOP),
    ]


def _line(text: str, x: float, y: float, face: Face, anchor: str = "start") -> str:
    """Return a line of text around the height y; nothing for no text."""
    if not text:
        return ""
    return line_of_text(text, x, y + face.size * _BASELINE, face, anchor)
