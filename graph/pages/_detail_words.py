"""What the pages of one person, event, place or source say around the facts."""

from collections.abc import Iterable
from datetime import date

from graph.dates import BEGINNING, END, Window, said_window
from graph.model import Claim
from graph.vocabulary import Consent, Effect

NO_SUCH = {
    "person": "The link names nobody who is recorded.",
    "event": "The link names no event that is recorded.",
    "place": "The link names no place that is recorded.",
    "source": "The link names no source that is recorded.",
}
NOT_CHOSEN = {
    "person": "No person is chosen.",
    "event": "No event is chosen.",
    "place": "No place is chosen.",
    "source": "No source is chosen.",
}
LOOK_FOR_IT = "The page Search finds people, places and sources."
NO_CLAIMS = "No claim is recorded."
NO_EVENTS = "No event is recorded."
NO_KIN = "No kin is recorded."
NO_CHILDREN = "Within reach of no child of whom the question is asked."
EVERY_DAY = "The stop holds on every day, also before it was asked for."
EFFECTS = {
    Effect.DEAD: "A death: not left to contact from then on.",
    Effect.HELD: "A detention: not left to contact from then on, until a release.",
    Effect.RELEASED: "A release: from its latest day on, contact may be possible again.",
    Effect.ASKED: "A request not to be contacted: a hard stop, on every day.",
    Effect.LIFTED: "A withdrawal: lifts that person's own request, if certain and freely made.",
    Effect.LOST: "A loss of contact: not left to contact until contact is resumed.",
    Effect.OPEN: "Contact: left to contact while it is fresh and nothing stands against it.",
    Effect.CARE: "Care for a child: says who cares, and nothing of contact.",
    Effect.PLACE: "Tells where somebody is: inside or outside the country of risk.",
    Effect.NONE: "Nothing: it ends no contact and opens none.",
}
CONSENTS = {
    Consent.INTERNAL: "internal: for nobody else",
    Consent.PARTNERS: "partners: may go to partners",
    Consent.PUBLIC: "public: may be published",
}


def retracted(claim: Claim) -> str:
    """Say who took a claim back, when and why."""
    by = f"by {claim.retracted_by}" if claim.retracted_by else ""
    told = ", ".join(one for one in (by, claim.retracted_on) if one)
    return f"{told}: {claim.retracted_why}" if claim.retracted_why else told


def relayed(names: Iterable[str]) -> str:
    """Say through whom the informant has it, first hop first."""
    return f"came through {', then '.join(names)}"


def span(first: date, last: date) -> str:
    """Say from when to when something holds."""
    if first == BEGINNING and last == END:
        return "on every day"
    if first == BEGINNING:
        return f"until {last.isoformat()}"
    if last == END:
        return f"from {first.isoformat()} on"
    return f"from {first.isoformat()} to {last.isoformat()}"


def born(window: Window) -> str:
    """Say when somebody was born; "" where nothing is said of it."""
    return "" if window == Window() else said_window(window)


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its word."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
