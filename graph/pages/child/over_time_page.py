"""One child's family over time and on the map: how each stood, what happened, and where."""

from datetime import date

from graph.pages.child.map_chart import journeys
from graph.pages.child.timeline_chart import timeline
from graph.pages.kit import page_words
from graph.pages.kit.answer_blocks import stop_box
from graph.pages.kit.app_store import change_days, children, guarded, records_around
from graph.pages.kit.child_picker import child_picker
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.links import go_on
from graph.pages.kit.page_state import DAY, choose, chosen_day, day_picker
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.rule.answer import ChildAnswer, answer
from graph.views.journeys import last_places, legs
from graph.views.lifelines import lifelines
from graph.words.answer_text import called
from graph.words.wording import RISK


def page() -> None:
    """Show the timeline and the map of the people around one child."""
    go_on()
    names = {id_: child.name for id_, child in children().items()}
    if not names:
        nothing_recorded()
        return
    child = child_picker(names)
    said = answer(records_around(child), child, as_of=chosen_day())
    choose(DAY, said.as_of.isoformat())
    day_picker(change_days(child), said.as_of)
    _show(said)


def _show(said: ChildAnswer) -> None:
    lines = lifelines(said.network, said.stops)
    sheet([heading(page_words.over_time(called(said, said.network.child)), level=1)], "title")
    sheet([*stop_box(said), sentence(RISK, "risk")], "stops")
    timeline(lines, said.as_of, _until(said))
    sheet([heading(page_words.MAP)], "map-title")
    people = [said.network.child.id, *sorted(said.network.reached)]
    found = last_places(said.network, people, said.as_of)
    known = said.network.facts.people
    named = {id_: called(said, known[id_]) for id_ in people}
    journeys(found, legs(said.network, people, said.as_of), named)


def _until(said: ChildAnswer) -> date:
    return said.as_of if said.sources.until is None else said.sources.until.latest


if __name__ == "__main__":
    guarded(page)
