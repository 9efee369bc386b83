"""Encryption of a file for named people: age, by their public keys.

Source: age-encryption.org/v1; `pyrage`. No sender is proved, and nothing can be taken back.
"""

from collections.abc import Sequence

import pyrage

from graph.errors import GraphError

SUFFIX = ".age"


class InvalidRecipient(GraphError):
    """A text is no public key of age."""


def recipients(keys: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    """Read public keys.

    Raises:
        InvalidRecipient: one of them is none; also where it is a secret key, which is not said
            again.
    """
    return [_recipient(key.strip()) for key in keys]


def _recipient(key: str) -> pyrage.x25519.Recipient:
    if key.upper().startswith("AGE-SECRET-KEY"):
        raise InvalidRecipient(
            "This is a secret key of age. Nobody but its owner may have it: ask for the public "
            "key, which begins with age1, and have a new pair made."
        )
    try:
        return pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        raise InvalidRecipient(
            f"{key!r} is no public key of age. One looks like "
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p; "
            "`age-keygen` makes one."
        ) from None


def encrypted(content: bytes, keys: Sequence[str]) -> bytes:
    """Return a content that only the owners of these keys can read."""
    return bytes(pyrage.encrypt(content, recipients(keys)))
