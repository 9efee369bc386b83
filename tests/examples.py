"""How many cases of a law are generated: a run of `make quick` takes a share of them."""

from hypothesis import settings

WHOLE = 100
"""What Hypothesis generates where nothing else is wanted: the profile of a whole run."""


def examples(count: int) -> settings:
    """Return the settings of a law: `count` cases in a whole run, at least one in any."""
    share = settings.default.max_examples / WHOLE
    return settings(max_examples=max(1, round(count * share)))
