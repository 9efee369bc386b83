"""One child's family over time and on the map: answers, events and places."""

from datetime import date

from graph.pages.child.map_chart import journeys
from graph.pages.child.timeline_chart import timeline
from graph.pages.kit import page_words
from graph.pages.kit.answer_blocks import stop_box
from graph.pages.kit.app_store import change_days, children, guarded, records_around
from graph.pages.kit.child_picker import child_picker
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.links import go_on, hand_over
from graph.pages.kit.page_state import DAY, choose, chosen_day, day_picker
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.rule.answer import ChildAnswer, answer
from graph.views.journeys import last_places, legs
from graph.views.lifelines import lifelines
from graph.words.answer_text import AnswerText
from graph.words.wording import risk_of


def page() -> None:
    """Show the timeline and the map of the people around one child."""
    go_on()
    names = {id_: child.name for id_, child in children().items()}
    if not names:
        nothing_recorded()
        return
    child = child_picker(names)
    reply = answer(records_around(child), child, as_of=chosen_day())
    choose(DAY, reply.as_of.isoformat())
    day_picker(change_days(reply.network), reply.as_of)
    _show(reply)


def _show(reply: ChildAnswer) -> None:
    text, lines = AnswerText(reply), lifelines(reply.network, reply.stops)
    sheet([heading(page_words.over_time(text.child), level=1)], "title")
    sheet([*stop_box(text), sentence(risk_of(reply.network), "risk")], "stops")
    timeline(lines, reply.as_of, _until(reply))
    sheet([heading(page_words.MAP)], "map-title")
    people = [reply.network.child.id, *sorted(reply.network.reached)]
    places = last_places(reply.network, people, reply.as_of)
    named = {id_: text.called(id_) for id_ in people}
    journeys(places, legs(reply.network, people, reply.as_of), named, reply.as_of)
    hand_over([reply.network.child.id])


def _until(reply: ChildAnswer) -> date:
    return reply.as_of if reply.sources.until is None else reply.sources.until.latest


if __name__ == "__main__":
    guarded(page)
