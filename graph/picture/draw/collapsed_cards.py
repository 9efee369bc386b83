"""A card for several people: how many, who, and what is recorded."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from graph.words.marks import Mark


def more_card(cards: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return the card for those whose own cards these are.

    Whatever they may not be contacted for, it says too: how many of them asked not to be.
    """
    words = Counter(str(card.get("word", "")) for card in cards)
    names = [str(card.get("name", "")) for card in cards]
    stops = sum(bool(card.get("stop")) for card in cards)
    return {
        "name": f"+{len(cards)} more",
        "mark": Mark.MORE.value,
        "word": f"{len(cards)} people",
        "status": ", ".join(f"{count} {word}" for word, count in words.items() if word),
        "relation": ", ".join(name for name in names if name),
        "stop": f"Do not contact: {stops}" if stops else "",
        "note": "",
    }
