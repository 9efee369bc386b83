"""Parameters as people write them, and the type that each is read as.

Digits with or without a minus are a whole number. 2018-05-15 is a day. `true` and `false` are
yes and no. All else is text. Anything in quotes is text without them: "2018".
"""

import re
from collections.abc import Mapping
from datetime import date

from graph.questions.library import InvalidParameter

Value = str | int | bool | date
_LARGEST = 2**63


def typed(given: Mapping[str, str]) -> dict[str, Value]:
    """Return parameters by the rule.

    Raises:
        InvalidParameter: a number is too large, or a day is none that there is.
    """
    return {name: _value(name, text) for name, text in given.items()}


def _value(name: str, text: str) -> Value:
    said = text.strip()
    if len(said) > 1 and said[0] == said[-1] and said[0] in "'\"":
        return said[1:-1]
    if re.fullmatch(r"-?[0-9]{1,40}", said):
        if not -_LARGEST <= int(said) < _LARGEST:
            raise InvalidParameter(f"{name}: {said} is too large a number; quote it for text.")
        return int(said)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", said):
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise InvalidParameter(
                f"{name}: {said} is no day that there is; quote it for text."
            ) from None
    return said == "true" if said in ("true", "false") else text
