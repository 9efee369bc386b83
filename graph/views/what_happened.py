"""One sentence on what happened to a person, and when the family knew. Pure.

A death comes before all else. Otherwise it is the last of the detentions, disappearances,
releases, requests, losses of contact and stays in an institution.
"""

from graph.facts.adding_up import Event, Sureness, learned_window
from graph.facts.source_dates import Tellings
from graph.record.dates import ALWAYS, END
from graph.record.model import EventClaim
from graph.record.vocabulary import Effect, PersonKind
from graph.rule.person_events import reaches
from graph.views.person_view import Profile
from graph.words.doubt import doubt
from graph.words.name_marks import NameMarks
from graph.words.prose import dated, deed, listed, place_beside
from graph.words.wording import PLAIN

_TOLD_OF = frozenset(
    {
        *(Effect.DEAD, Effect.HELD, Effect.MISSING, Effect.RELEASED),
        *(Effect.ASKED, Effect.LIFTED, Effect.LOST),
    }
)


def turning_event(shown: Profile) -> Event | None:
    """Return what happened to a person last, or their death; None where nothing is recorded."""
    people = shown.network.facts.people
    found = [
        event
        for event in shown.events
        if event.exists is not Sureness.NO
        and (event.effect in _TOLD_OF or _placed(event))
        and shown.person.id in reaches(event, people)
    ]
    died = [event for event in found if event.effect is Effect.DEAD]
    return next(reversed(died or found), None)


def _placed(event: Event) -> bool:
    return event.effect is Effect.PLACE and bool(event.type.institution)


def what_happened(shown: Profile, marks: NameMarks) -> str:
    """Say what happened to a person, and when the family learned of it; "" where nothing did.

    Args:
        shown: the person.
        marks: what must be seen beside each name.
    """
    event = turning_event(shown)
    done = None if event is None else deed(event.type.words)
    if event is None or done is None or done.takes:
        return ""
    around = shown.network
    unsure = doubt(event, around, END, PLAIN.marked(marks))
    places = around.borders.places
    place = place_beside(event, places[event.place].name if event.place in places else "")
    many = shown.person.kind is PersonKind.GROUP
    name = marks.name(shown.person.name, shown.person.id)
    said = f"{done.before}{name}{done.after(many=many, possibly=unsure.doubtful)}{place}"
    when = dated(event.span.start)
    grounds = f" ({unsure.grounds})" if unsure.grounds else ""
    return (
        f"{said[:1].upper()}{said[1:]} {when}{grounds}. {_known(shown, event, marks)}".strip()
    )


def _known(shown: Profile, event: Event, marks: NameMarks) -> str:
    """Say when the family learned of an event, and through whom."""
    if event.type.known_at_once:
        return "The family knew at once."
    around, tellings = shown.network, Tellings(shown.network.sources.values())
    claims = [
        one
        for one in shown.claims
        if isinstance(one, EventClaim) and one.active and one.id in event.claims
    ]
    learned = [learned_window(one, around.facts.timeline, tellings) for one in claims]
    first = min(learned, key=lambda window: window.earliest, default=ALWAYS)
    if first == ALWAYS:
        return ""
    people = around.all_facts.people
    relays = [marks.name(people[id_].name, id_) for id_ in event.relayed_by if id_ in people]
    through = f", through {listed(relays)}" if relays else ""
    return f"The family knew of it {dated(first)}{through}."
