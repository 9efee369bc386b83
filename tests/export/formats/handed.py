"""What is handed over, for tests of files: our records, and answers for some children."""

from datetime import date
from io import BytesIO
from pathlib import Path

from graph.export.formats import FORMATS
from graph.export.package import Audience, ChildBriefing, Package, RelativeLine, Statement
from graph.record.model import Records, Source
from graph.record.vocabulary import Stance
from graph.rule.answer import answer
from graph.words.answer_text import AnswerText
from ingest import read
from tests.builders import event, family, person, reading, tie

DISPUTES = Stance.DISPUTES
MOVED = "moved@testimony"
DATA = Path(__file__).parents[3] / "data_samples"
SAMPLES, INVENTED = DATA / "asa17-3798-2021", DATA / "invented"


def handed(records, told=(), **more):
    """A hand-over to those who hold the testimonies."""
    return Package(
        **{
            "export_id": "x1",
            "audience": Audience.INTERNAL,
            "tlp": "TLP:AMBER+STRICT",
            "selection": "everything",
            "as_of": date(2021, 3, 1),
            "known_on": None,
            "made_on": date(2021, 4, 1),
            "recipient": "",
            "records": records,
            "briefings": tuple(told),
            "left_out": (),
            **more,
        }
    )


def records_of(*folders: Path) -> Records:
    """Every record of some folders of tables."""
    reading = read(list(folders))
    assert not reading.rejected
    return reading.records


def told(records, child, day):
    """The answer for a child, as plainly worded as a test needs it."""
    said = answer(records, child, as_of=day)
    rows = [_row(one) for one in AnswerText(said).relatives]
    return ChildBriefing(
        child=child,
        name=said.network.child.name,
        family=said.family,
        circumstances="",
        headline=Statement(text=f"{len(rows)} people within reach"),
        thread=Statement(text=said.thread.state.value),
        counts=tuple(said.counts().items()),
        rows=tuple(rows),
        clocks=(),
    )


def _row(text):
    one = text.relative
    return RelativeLine(
        person=one.person.id,
        name=text.name,
        relation=text.relation,
        mark=text.mark,
        left=one.answer.left.value,
        status=one.answer.status.value,
        reason=Statement(text=text.reason, claims=one.claims),
        group=one.group,
        in_region=one.in_region,
        do_not_contact=bool(one.do_not_contact),
        household_asked_not=bool(one.asked_nearby),
    )


def both():
    """The six families and the invented ones, with the answers for two of their children."""
    records = records_of(SAMPLES, INVENTED)
    children = ("mamutjan-daughter", "tumarsha")
    day = date(2021, 3, 1)
    return handed(records, [told(records, child, day) for child in children], as_of=day)


def rich():
    """A small family with every kind of claim and of link."""
    return family(
        Source(id="report", title="A report", kind="report"),
        Source(id="letter", title="A letter", part_of="report", informant="aunt"),
        person("ministry", kind="organisation"),
        event(
            "taken_to_camp", "aunt", "2017", id_="taken", place="town", relayed_by=("friend",)
        ),
        event("released", "aunt", "2018", ends="taken", after=("taken",)),
        event("died", "granny", "2019", basis="interpreted", id_="granny-died"),
        event("died", "granny", "2019", id_="granny-died", source="letter", stance=DISPUTES),
        event("appeal_sent", "mother", "2020", to="ministry"),
        event("called", "friend", "2016", to="mother", others=(("about", "child"),)),
        event("asked_not_to_be_contacted", "friend", "2017", others=(("household", "granny"),)),
        event("moved", "aunt", "2015", standing="retracted", id_="moved"),
        event("moved", "aunt", "2014", id_="moved", source="letter", supersedes=MOVED),
        reading("granny-died"),
        reading(
            "granny-died",
            of="taken@testimony",
            about="of-a-claim",
            id="of-a-claim@testimony",
        ),
        tie("mother", "spouse_of", "father"),
        tie("aunt", "cares_for", "child", basis="believed"),
        tie("aunt", "lives_with", "granny"),
        tie("friend", "kin_of", "child", term="cousin"),
    )


def written(name, over):
    """The bytes of a hand-over in a format."""
    out = BytesIO()
    FORMATS[name].write(over, out)
    return out.getvalue()
