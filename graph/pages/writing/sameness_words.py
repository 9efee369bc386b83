"""Words of the page on which records are joined to one person, or parted."""

from graph.words.wording import counted

TITLE = "One person or two"
INTRO = (
    "Two records can be of one person, under two names or in two families. Nothing joins them "
    "but a claim with a source. It can be taken back, and the answers are then as before."
)
TO_COMPARE = "Recorded twice?"
OF_ALL = "Records that may be of one person"
OPEN, CANDIDATES, DECIDED = "Left open", "Candidates", "Decided"
OPEN_INTRO = (
    "Possibly one person. Nothing is joined, but a stop, a death or a detention of one is "
    "shown at the other. Somebody else should look, and decide."
)
CANDIDATES_INTRO = (
    "The names sound alike, or two people of one sex are parents of one child. Likeness "
    "decides nothing: two people can have one name."
)
NO_CANDIDATES = "No two records are alike by name, in any script, or by a child."
ANYBODY = "Compare with somebody else"
COMPARE = "Compare"
COLUMNS = ("One", "The other", "What speaks for it", "What speaks against it")
TRAITS = (
    "Records",
    "Names",
    "Sex",
    "Born",
    "Kin and ties",
    "Where",
    "What happened",
    "Sources",
)
NOT_SAID = "not said"
SPEAKS, AGAINST = "What speaks for one person", "What speaks against it"
NOTHING = "Nothing that is recorded."
SAID = "What is claimed so far"
ONE = "They are one person by the claims below. To part them, take these claims back."
TWO = "They are two people by the claims below. To join them, take these claims back first."
POSSIBLE = "They are possibly one person. Decide below, or take back what is claimed."
UNSAID = "Nobody has decided yet whether they are one person."
DECIDE = "What do you decide?"
SAME, LEAVE, OTHER = "The same person", "Leave it open", "Two people"
MEANS = {
    SAME: "All answers, pages and exports then read one person. Both records stay.",
    LEAVE: "Joins nothing. It is shown at both. Somebody else is asked, and decides.",
    OTHER: "They are candidates no more, and no chain of claims joins them.",
}
NAME_A_SOURCE = "Choose the source of the decision: what you compared, or who knows it."
CONTRADICTED = "It is claimed already that they are two people. Take that claim back first."
JOINED = "It is claimed already that they are one person. Take that claim back first."
OWN = (
    "You left it open yourself, so somebody else decides. To decide alone, take your own claim "
    "back first."
)
NOBODY = "The link names nobody who is recorded."


def comes_over(one: str, other: str) -> str:
    """Say that the stop of one will stand at the other; the names have their marks."""
    return f"The stop will stand beside both names: {one}, and {other}."


def more_pairs(count: int) -> str:
    """Say how many pairs are not compared here."""
    pairs = counted(count, "pair", "pairs")
    return f"and {pairs} more; a person's own page finds who is like them"


def like(name: str) -> str:
    """Head the list of records that are like one person."""
    return f"Who is like {name}"
