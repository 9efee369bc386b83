"""Words of the pages of one person, event, place or source."""

from collections.abc import Iterable
from datetime import date

from graph.record.dates import BEGINNING, END, Window, said_window
from graph.record.model import Claim
from graph.record.vocabulary import Consent, Effect
from graph.words.wording import SORTED_BY, counted

NO_SUCH = {
    "person": "The link names nobody who is recorded.",
    "event": "The link names no event that is recorded.",
    "place": "The link names no place that is recorded.",
    "source": "The link names no source that is recorded.",
    "claim": "The link names no claim that is recorded.",
}
NOT_CHOSEN = {
    "person": "No person is chosen.",
    "event": "No event is chosen.",
    "place": "No place is chosen.",
    "source": "No source is chosen.",
    "claim": "No claim is chosen.",
}
SEARCH = (
    "Finds people, places and sources by any spelling or script that is held of them, by what "
    "they are called where they have no name, and by kin: “mother-in-law of Mamutjan”. Two "
    "letters are enough to begin."
)
NO_SUCH_FAMILY = "The link names no child who is recorded; the page shows another family."
ANOTHER_CLAIM = "Another claim"
CHANGE_IT = "Correct, deny or take back"
BRING_IT_BACK = "Let it count again"
LOOK_FOR_IT = "The page Search finds people, places and sources."
NO_CLAIMS = "No claim is recorded."
NO_EVENTS = "No event is recorded."
NO_KIN = "No kin is recorded."
NO_CHILDREN = "Not within reach of any separated child."
EVERY_DAY = "The stop holds on every day, also before it was asked for."
SOME = "some of them: for nobody is it certain"
DURESS = "said to have been under duress"
NO_TIME = "no time was said"
READINGS = "Somebody's reading of words: never a fact by itself."
NOBODY_THERE = "Nobody is recorded there."
NOBODY_EVER = "Nobody is recorded as having been at this place, or in it."
WITH_PARTS = "With all its parts: without it, they would not be there either."
LIVE = "Worked out by the rule on everything else that is recorded"
WORKING = "Working out the answers again without this source …"
WORK_OUT = "Work them out for all children"
DECIDES_NOTHING = "No answer rests on it."
EFFECTS = {
    Effect.DEAD: "A death: not left to contact from then on.",
    Effect.HELD: "A detention: not left to contact from then on, until a release.",
    Effect.RELEASED: "A release: from its latest day on, contact may be possible again.",
    Effect.ASKED: "A request not to be contacted: a hard stop, on every day.",
    Effect.LIFTED: "A withdrawal: lifts that person's own request, if certain and freely made.",
    Effect.MISSING: "A disappearance: not left to contact until heard, seen or released later.",
    Effect.LOST: "A loss of contact: not left to contact until contact is resumed.",
    Effect.OPEN: "Contact: left to contact while it is fresh and nothing speaks against it.",
    Effect.CARE: "Care for a child: says who cares, and nothing of contact.",
    Effect.PLACE: "Says where somebody is: inside or outside the country of risk.",
    Effect.NONE: "Nothing: it ends no contact and begins none.",
}
CONSENTS = {
    Consent.INTERNAL: "internal: for nobody else",
    Consent.PARTNERS: "partners: may go to partners",
    Consent.PUBLIC: "public: may be published",
}


def is_replaced(claim: Claim) -> bool:
    """Return whether another claim about the same took the place of a claim."""
    return claim.retracted_by.startswith(f"{claim.about}@")


def retracted(claim: Claim) -> str:
    """Say who took a claim back, or that another one replaced it, when and why."""
    by = f"by {claim.retracted_by}" if claim.retracted_by else ""
    by = "by another claim" if is_replaced(claim) else by
    parts = ", ".join(one for one in (by, claim.retracted_on) if one)
    return f"{parts}: {claim.retracted_why}" if claim.retracted_why else parts


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


def changed(changed_: int, looked_at: int, day: date) -> str:
    """Say for how many children the answer would be another one."""
    if not looked_at:
        return "No child is near the people it is about."
    children = counted(looked_at, "child", "children")
    if not changed_:
        return f"{day.isoformat()}: none of the answers for {children} would change."
    return f"{day.isoformat()}: the answers for {changed_} of {children} would change."


def differ(count: int, people: int, children: int) -> str:
    """Say for how many people the answer differs from child to child."""
    everybody = f"{counted(people, 'person or group', 'people and groups')} within reach"
    if children == 1:
        return f"{everybody}; the family has one child on the board."
    if not count:
        return f"{everybody}; the answer is the same for every child."
    return f"{everybody}; for {count} of them the answer differs from child to child."


def more_children(count: int) -> str:
    """Say how many children have no column."""
    return f"and {counted(count, 'child', 'children')} more, whose page has the answer"


def left_out(count: int) -> str:
    """Say for how many children it was not worked out."""
    return f"and {counted(count, 'child', 'children')} more for whom it is not worked out yet"


def in_italics(day: date) -> str:
    """Say how a table shows what happened after a day."""
    return f"What happened after {day.isoformat()} is in italics. {SORTED_BY}"


def born(window: Window) -> str:
    """Say when somebody was born; "" where nothing is said of it."""
    return "" if window == Window() else said_window(window)


def and_more(count: int) -> str:
    """Say how many more there are than are shown; "" of none."""
    return f"and {count:,} more" if count > 0 else ""
