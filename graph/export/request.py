"""The request of an export: the people, the reader, the day, the extras and the purpose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.export.audiences import NOTHING_MORE, Extras
from graph.export.package import Audience
from graph.rule.reach import MAX_DEGREE


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionRequest:
    """Whom an export is about, as it was written on the command line or chosen on the page."""

    children: tuple[str, ...] = ()
    family: str = ""
    ask: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    people: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Say it as it was written; for those who may read ids."""
        params = ", ".join(f"{name}={value}" for name, value in self.params.items())
        question = f"question {self.ask}" + (f" ({params})" if params else "")
        parts = [f"child {child}" for child in self.children]
        parts += [f"family of {self.family}"] if self.family else []
        parts += [question] if self.ask else []
        parts += [f"people {', '.join(self.people)}"] if self.people else []
        return "; ".join(parts)

    @property
    def how(self) -> str:
        """Say how it was chosen, without any id: the ledger names nobody."""
        parts = {
            "child": self.children,
            "family": self.family,
            f"question {self.ask}": self.ask,
        }
        return ", ".join(
            name for name, value in {**parts, "people": self.people}.items() if value
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """Everything that somebody chose for an export, on a terminal or on the page."""

    selection: SelectionRequest = field(default_factory=SelectionRequest)
    audience: Audience
    made_on: date
    as_of: date | None = None
    known_on: date | None = None
    max_degree: int = MAX_DEGREE
    extras: Extras = NOTHING_MORE
    tlp: str = ""
    recipient: str = ""
    """The recipient, printed on every page."""
    reader: str = ""
    """The kind of reader: a document asks them what is usual; "" asks nothing."""
    plea: str = ""
    """What is asked of the reader, in the analyst's words."""
    keys: tuple[str, ...] = ()
    """Public keys of age; with any, the file is encrypted."""
    by: str = ""
    approved_by: str = ""
    reason: str = ""
    forced: bool = False
    overwrite: bool = False
    as_typed: tuple[str, ...] = ()
    """Words that somebody has read, and that leave as they were typed."""
    warning: str = ""
    """What must be read first, in words that every audience may read."""

    @property
    def day(self) -> date:
        """Return the day that is answered for."""
        return self.as_of or self.made_on
