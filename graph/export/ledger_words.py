"""What is typed for the ledger names nobody who is recorded: it is kept for years."""

from collections.abc import Mapping

from graph.export.audiences import rules
from graph.export.leaks.terms import ID, NAME, SPELLING, forbidden
from graph.export.package import Audience
from graph.export.scan import NameFound
from graph.record.model import Records


def check_words(records: Records, typed: Mapping[str, str]) -> None:
    """See that no field holds a name of somebody.

    Args:
        records: where everybody is recorded whom a line of the ledger is about.
        typed: what was typed, by the option or the field.

    Raises:
        NameFound: one does; the sentence names the field and not the name.
    """
    index = forbidden(Records(people=records.people), rules(Audience.PARTNER))
    for field, text in typed.items():
        if {kind for kind, _ in index.found(text)} & {NAME, SPELLING, ID}:
            raise NameFound(
                f"Nothing was exported or changed: {field} holds a name or an id of somebody "
                "who is recorded, and the ledger names nobody. Write it without: initials, a "
                "role, the number of a case."
            )
