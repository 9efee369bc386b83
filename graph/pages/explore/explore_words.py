"""Words of the page Explore."""

from collections.abc import Collection, Mapping, Sequence

from graph.views.card_sizes import OF_ALL_DAYS
from graph.views.cut_points import CutPoint, CutTie, OnlyWay
from graph.words.wording import counted

TITLE = "Explore: any people, events and places, of any family"
SEARCH = "Add by any spelling, script or description"
NOTHING_YET = (
    "Nobody is shown yet. Add somebody by name, or begin with a child. "
    "A double-click on a card then shows everything that is tied to it."
)
LATER = "{events} after this day: not shown."
BEGIN = "Begin with a child and their family"
ALL_FILTERED = "The filters leave nothing. Take one away, or undo."
TOO_MANY = "More than {most} cards cannot be read. Hide some, or expand by fewer ties."
ADDED = "Found: press a name to add it"
CHOSEN, FILTER, WAYS, HOLDS, SCENES = (
    "Chosen", "Filter", "How related", "What holds it", "Scenes",
)  # fmt: skip
PANELS = (CHOSEN, FILTER, WAYS, HOLDS, SCENES)
CHOOSE = "Chosen (or click a card; with Shift, several)"
NOBODY_CHOSEN = "Choose a card: click it, or take it from the list."
MOVE = "Or drag a card. What you move keeps its place."
PUT_BACK = "Back to its place"
EXPAND = "Expand by"
EVERYTHING = "everything"
NOTHING_TIED = "Nothing is recorded as tied to it."
HAND_CHOSEN, HAND_SCENE = "Hand over the chosen people", "Hand over this scene"
ASK = "Ask a question about them"
WITHIN_A_CHILD = "Answer on this day:"
ANSWERS_OF = (
    "A card says the answer on this day towards the children who are near. Pinned cards stay, "
    "whatever the filters take away."
)
ONE, OTHER = "One person", "The other"
TWO = "Choose two people. The shortest ways between them are shown, in other families too."
NO_WAY = "No recorded tie leads from the one to the other."
WAYS_ARE = (
    "A way is what is recorded. Two people who are tied need not know each other. "
    "Regions and countries tie nobody."
)
COLOUR = "Colour by"
SIZE = "Size by"
RINGS = "Rings of closeness around"
RINGS_ARE = (
    "Each ring is one recorded tie further from the middle. The last ring also has those whom "
    "no tie shown leads to. Closeness is no advice whom to contact."
)
DRAW_WAYS = "Draw these ways"
HOLDS_ARE = "Only ties among what is shown count on this day. Expand more to see other ways."
NAME, NOTE, KEEP = "Name", "Note", "Keep this scene"
KEPT, NOT_KEPT = "Kept.", "This was not kept."
NO_SCENES = "No scene is kept yet."
LINK = "The address of this page opens the same scene. It holds ids and no names."
MOST_NAMED = 4


SIZED: Mapping[str, str] = {
    "claims": "claims",
    "sources": "sources",
    "events": "events",
    "children": "children",
    "ties": "ties shown",
    "ways": "percent of the shortest ways between others",
    "years": "years since the birth",
}
"""What decides the size of a card, in words."""
SIZED_HOW: Mapping[str, str] = {
    "ties": "Two ties of one pair count once.",
    "ways": "Only ties among what is shown count.",
    "years": "Years count from the first possible day of the birth, also of those who died.",
}


def size_label(by: str) -> str:
    """Return what one chooses the size of a card by."""
    return SIZED[by] if by in ("ways", "years") else f"number of {SIZED[by]}"


def sizes(by: str, found: Collection[int], having: Sequence[str], cards: int) -> str:
    """Say what the size of a card means, who has most, and of how many nothing is known.

    Args:
        by: one of `SIZED`.
        found: the number of each card that has one.
        having: the names of those with most.
        cards: how many are shown.
    """
    when = "of all days" if by in OF_ALL_DAYS else "on this day"
    how = SIZED_HOW.get(by, "")
    without = cards - len(found)
    rest = (
        f"{counted(without, 'card')} without such a number: of the usual size."
        if without
        else ""
    )
    if not found:
        return " ".join(filter(None, (f"No card shown has {SIZED[by]}.", rest)))
    least, most = min(found), max(found)
    if least == most:
        have = "has" if len(found) == 1 else "have"
        said = f"{counted(len(found), 'card')} {have} {most} {SIZED[by]}: of one size."
    else:
        named = ", ".join(having[:MOST_NAMED])
        more = f" and {len(having) - MOST_NAMED} more" if len(having) > MOST_NAMED else ""
        what = f"{SIZED[by]} {when}: {least} to {most} ({named}{more})"
        said = f"The larger a card, the more {what}."
    return " ".join(filter(None, (said, how, rest)))


def tied_together(parts: Sequence[Sequence[str]]) -> str:
    """Say into how many parts the people fall, and what it means."""
    if len(parts) < 2:  # noqa: PLR2004 - one part is no parts
        return "Everybody shown is tied to everybody else, directly or through others."
    sizes = ", ".join(str(len(part)) for part in parts[:MOST_NAMED])
    more = ", ..." if len(parts) > MOST_NAMED else ""
    return (
        f"The people fall into {len(parts)} parts ({sizes}{more}) that no tie shown joins: "
        "through what is shown, no news could come from one part to another."
    )


def held_by(point: CutPoint, name: str, parted: str) -> str:
    """Say whom one card alone ties to the rest, and what its loss means."""
    people = counted(len(point.people), "person", "people")
    return (
        f"{name} alone ties {people} to the rest ({parted}). "
        "Without this link, no tie shown leads to them."
    )


def held_by_tie(tie: CutTie, sentence: str) -> str:
    """Say what the loss of one tie means."""
    few, many = (counted(many, "person", "people") for many in (len(tie.few), tie.many))
    lost = "If it is lost, no tie shown joins the two."
    return f"Only one tie joins {few} to {many}: {sentence} {lost}"


def lies_between(name: str, share: float) -> str:
    """Say how many of the shortest ways lead through somebody."""
    return (
        f"{name} is on {share:.0%} of the shortest ways between the others: "
        "news between them may have to pass here."
    )


def close_group(names: str) -> str:
    """Say what it means that some are tied more to each other than to others."""
    return (
        f"More tied to each other than to the rest: {names}. "
        "News among them may pass quickly; what befalls one may reach all."
    )


def news_passed(name: str, count: int) -> str:
    """Say how much of the recorded news one person sent or brought."""
    return (
        f"{counted(count, 'piece')} of news came from or through {name} by this day: "
        "the family heard what this person chose or dared to say."
    )


def one_way_left(way: OnlyWay, child: str, left: str, through: str) -> str:
    """Say that all who are left for a child are reached through one card."""
    if way.left == (way.through,):
        return f"{through} is the only one left for {child}: one loss would cut the child off."
    return (
        f"Every way shown from {child} to those who are left ({left}) leads through {through}: "
        "one loss would cut the child off from all of them."
    )


def one_place_left(child: str, left: str, place: str) -> str:
    """Say that all who are left for a child are at one place."""
    return (
        f"All who are left for {child} ({left}) were last recorded at {place}: "
        "what happens there happens to all of them."
    )
