"""Open forms: what somebody typed and did not keep yet, in a private file.

The file is written while the form is filled, and deleted when it is kept or discarded. So an
app that was killed offers the form again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from graph.desk.private_files import Drawer

_KIND: Final = "forms"
Typed = str | bool | Sequence[str] | None
Seen = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForm:
    """The fields of a form as they were typed."""

    id: str
    form: str
    """The name of the form: the same one is offered them again."""
    to: str
    """The way to its page."""
    fields: Mapping[str, Typed]
    seen: Seen
    """The claims that it was begun with, each with its content and standing; no words."""
    by: str
    changed: str
    """The moment of the last change, ISO 8601 in UTC."""


def keep_form(home: Path, form: OpenForm) -> None:
    """Keep what is typed; the same form before is replaced."""
    Drawer(home, _KIND).put(form.id, asdict(form))


def drop_form(home: Path, id_: str) -> None:
    """Delete what was typed: it is kept elsewhere now, or not wanted."""
    Drawer(home, _KIND).remove(id_)


def open_forms(home: Path, by: str) -> list[OpenForm]:
    """Return the forms that somebody has open, the latest first."""
    found = (_form(content) for _, content in Drawer(home, _KIND).files())
    own = [one for one in found if one is not None and one.by == by]
    return sorted(own, key=lambda one: one.changed, reverse=True)


def _form(content: Mapping[str, Any] | None) -> OpenForm | None:
    try:
        form = OpenForm(**content or {})
    except TypeError:
        return None
    return form if isinstance(form.fields, dict) and isinstance(form.seen, list) else None
