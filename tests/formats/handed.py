"""What is handed over, for tests of files: our records, and answers for some children."""

from datetime import date
from io import BytesIO
from pathlib import Path

from graph.answer import answer
from graph.briefing.formats import FORMATS
from graph.briefing.handed import Audience, Handed, Row, Statement, Told
from graph.model import Records
from graph.network_view.marks import mark_of
from ingest import read

DATA = Path(__file__).parents[2] / "data_samples"
SAMPLES, INVENTED = DATA / "asa17-3798-2021", DATA / "invented"


def handed(records, told=(), **more):
    """A hand-over to those who hold the testimonies."""
    return Handed(
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
            "told": tuple(told),
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
    rows = [_row(one) for one in said.relatives]
    return Told(
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


def _row(one):
    return Row(
        person=one.person.id,
        name=one.person.name,
        relation=one.reached.relation,
        mark=mark_of(one.answer),
        left=one.answer.left.value,
        status=one.answer.status.value,
        reason=Statement(text=one.reason, claims=one.claims),
        group=one.group,
        in_region=one.in_region,
        do_not_contact=bool(one.do_not_contact),
        household_asked_not=bool(one.household_asked_not),
    )


def both():
    """The six families and the invented ones, with the answers for two of their children."""
    records = records_of(SAMPLES, INVENTED)
    children = ("mamutjan-daughter", "tumarsha")
    day = date(2021, 3, 1)
    return handed(records, [told(records, child, day) for child in children], as_of=day)


def written(name, over):
    """The bytes of a hand-over in a format."""
    out = BytesIO()
    FORMATS[name].write(over, out)
    return out.getvalue()
