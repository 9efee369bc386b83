"""A question that a policy does not answer is refused: nothing is disclosed by default."""

from abc import abstractmethod
from inspect import isfunction

import pytest

from graph.export.audience.audience_policy import AudiencePolicy
from graph.export.child_briefing.disclosure_policy import DisclosurePolicy, FullAccess

QUESTIONS = sorted(DisclosurePolicy.__abstractmethods__)
POLICIES = (FullAccess, AudiencePolicy)


def public(policy: type) -> set[str]:
    """The methods that a text may ask, of a policy's own class."""
    return {name for name, one in vars(policy).items() if isfunction(one) and name[0] != "_"}


def test_the_base_answers_no_question_by_itself():
    assert public(DisclosurePolicy) == set(QUESTIONS)


def test_no_policy_of_an_audience_is_one_of_full_access():
    assert AudiencePolicy.__mro__[1] is DisclosurePolicy
    assert not issubclass(AudiencePolicy, FullAccess)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_policy_answers_each_question_in_its_own_words_or_cannot_be_made(policy, question):
    own = dict(vars(policy))
    del own[question]
    forgetful = type("Forgetful", (DisclosurePolicy,), own)
    with pytest.raises(TypeError, match=question):
        forgetful(people=frozenset(), claims=frozenset())


@pytest.mark.parametrize("policy", POLICIES)
def test_a_question_that_is_added_is_refused_until_the_policy_answers_it(policy):
    class Asked(DisclosurePolicy):
        @abstractmethod
        def discloses_dreams(self) -> bool: ...

    class Unanswered(policy, Asked):
        pass

    with pytest.raises(TypeError, match="discloses_dreams"):
        Unanswered(people=frozenset(), claims=frozenset())
