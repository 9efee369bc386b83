"""A finding of the disclosure check: the danger, what is in the file, what would pass instead.

It is for the analyst and names people as they are recorded. Never put it into an export.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Danger(StrEnum):
    """What is asked before a file leaves; the worst first."""

    SPOKE = "Can a reader conclude who spoke?"
    RECOGNISED = "Can a reader recognise the family?"
    DID = "Can somebody be punished for what the file says that they did?"
    ELSEWHERE = "What can a reader compare it with?"

    @property
    def why(self) -> str:
        """Return why it endangers somebody."""
        return _WHYS[self]


_WHYS = {
    Danger.SPOKE: (
        "What only one person can know says who reported it, also without a name. "
        "People were detained because they had reported something abroad."
    ),
    Danger.RECOGNISED: (
        "A reader who recognises the family knows about whom every line is, also without a "
        "name. Relatives in the country of risk can be made to pay for it."
    ),
    Danger.DID: (
        "Contact with people abroad can itself lead to detention. A reader who recognises one "
        "of these people learns what they did."
    ),
    Danger.ELSEWHERE: (
        "Two files, or a file and a report, say together what neither of them says alone."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found."""

    danger: Danger
    text: str
    refuses: bool = False
    instead: tuple[str, ...] = ()
    """What would pass instead, a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What the check found."""

    findings: tuple[Finding, ...] = ()

    def __or__(self, other: "Disclosure") -> "Disclosure":
        """Return both together, what is said twice once."""
        return Disclosure(findings=tuple(dict.fromkeys((*self.findings, *other.findings))))

    @property
    def refused(self) -> tuple[str, ...]:
        """Return what refuses the export."""
        return tuple(one.text for one in self.findings if one.refuses)

    @property
    def noted(self) -> tuple[str, ...]:
        """Return what must be known, and refuses nothing."""
        return tuple(one.text for one in self.findings if not one.refuses)

    def of(self, danger: Danger) -> tuple[Finding, ...]:
        """Return what was found of one danger, what refuses first."""
        found = [one for one in self.findings if one.danger is danger]
        return tuple(sorted(found, key=lambda one: not one.refuses))

    def lines(self) -> list[str]:
        """Return it as a terminal has it: each danger, what was found, what would pass."""
        found: list[str] = []
        for danger in Danger:
            if every := self.of(danger):
                found += [f"{danger} {danger.why}", *_indented(every)]
        return found


def _indented(every: Iterable[Finding]) -> list[str]:
    said = [f"  {'Refused: ' if one.refuses else ''}{one.text}" for one in every]
    return [*said, *(f"  What would pass instead: {text}" for text in instead(every))]


def instead(every: Iterable[Finding]) -> tuple[str, ...]:
    """Return what would pass instead, each sentence once."""
    return tuple(dict.fromkeys(text for one in every for text in one.instead))


def noted(danger: Danger, texts: Iterable[str], *what_passes: str) -> Disclosure:
    """Return sentences that refuse nothing as findings of a danger."""
    return Disclosure(
        findings=tuple(
            Finding(danger=danger, text=one[:1].upper() + one[1:], instead=what_passes)
            for one in texts
        )
    )


def refusing(found: Disclosure) -> Disclosure:
    """Return the same findings as ones that refuse the export."""
    return Disclosure(findings=tuple(replace(one, refuses=True) for one in found.findings))
