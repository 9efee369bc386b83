"""Words of the page Explore."""

from collections.abc import Sequence

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


def sizes(by: str, least: int, most: int, having: Sequence[str]) -> str:
    """Say what the size of a card means, and who or what has most."""
    if least == most:
        return f"All cards have {most} {by}: they are of one size."
    named = ", ".join(having[:MOST_NAMED])
    more = f" and {len(having) - MOST_NAMED} more" if len(having) > MOST_NAMED else ""
    return f"The larger a card, the more {by} of all days: {least} to {most} ({named}{more})."


def tied_together(parts: Sequence[Sequence[str]]) -> str:
    """Say into how many parts the people fall, and what it means."""
    if len(parts) < 2:  # noqa: PLR2004 - one part is no parts
        return "Everybody shown is tied to everybody else, directly or through others."
    sizes = ", ".join(str(len(part)) for part in parts[:MOST_NAMED])
    more = ", ..." if len(parts) > MOST_NAMED else ""
    return (
        f"The people fall into {len(parts)} parts ({sizes}{more}) that no recorded tie joins: "
        "nothing recorded could carry news from one part to another."
    )


def held_by(point: CutPoint, name: str, parted: str) -> str:
    """Say whom one card alone ties to the rest, and what its loss means."""
    people = counted(len(point.people), "person", "people")
    return (
        f"{name} alone ties {people} to the rest ({parted}). "
        "Without this link, no recorded tie leads to them."
    )


def held_by_tie(tie: CutTie, sentence: str) -> str:
    """Say what the loss of one tie means."""
    few, many = (counted(many, "person", "people") for many in (len(tie.few), tie.many))
    return f"Only one tie joins {few} to {many}: {sentence} If it is lost, the two are apart."


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
        f"Every way from {child} to those who are left ({left}) leads through {through}: "
        "one loss would cut the child off from all of them."
    )


def one_place_left(child: str, left: str, place: str) -> str:
    """Say that all who are left for a child are at one place."""
    return (
        f"All who are left for {child} ({left}) were last recorded at {place}: "
        "what happens there happens to all of them."
    )
