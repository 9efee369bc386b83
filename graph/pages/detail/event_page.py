"""One event: its claims, the reason for its date, and the answers that it decides."""

from graph.pages.detail.event_page_blocks import (
    decided_blocks,
    evidence_blocks,
    time_blocks,
    top_blocks,
)
from graph.pages.kit.app_store import guarded, not_to_contact, read
from graph.pages.kit.links import CLAIM, EVENT, follow, way
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.note_blocks import write_here
from graph.pages.kit.sheet_blocks import sheet
from graph.pages.kit.target import asked_day, asked_for, no_such
from graph.pages.writing.history_blocks import history_blocks
from graph.views.event_view import happening


def page() -> None:
    """Show one event."""
    event = asked_for(EVENT)
    if event is None:
        return
    records = read(lambda store: store.told_of_events([event]))
    shown = happening(records, event)
    if shown is None:
        no_such(EVENT)
        return
    day = asked_day()
    named = NameLinks.in_records(records)
    cited = [claim.id for claim in shown.claims]
    decided = read(lambda store: store.decided_by(event, cited))
    stops = not_to_contact(id_ for one in decided for id_ in (one.stay.person, one.child))
    sheet(top_blocks(shown, named, day), "event-top", follow)
    write_here(event, way(EVENT, event), *(way(CLAIM, id_) for id_ in cited))
    sheet(time_blocks(shown, named, records.events), "event-time", follow)
    sheet(evidence_blocks(shown, named), "event-evidence", follow)
    sheet(history_blocks(shown.claims, named), "event-history", follow)
    sheet(decided_blocks(shown, decided, stops, day), "event-decided", follow)


if __name__ == "__main__":
    guarded(page)
