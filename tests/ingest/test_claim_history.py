"""The history of a claim: who changed what, when and why, with the cells before and after."""

from dataclasses import replace

from graph.export.formats.import_rows import claim_row
from graph.record.vocabulary import Stance, Standing
from graph.store.changes import Restoration, Retraction
from ingest.claim_history import ChangeKind, claim_history, corrected_cells
from tests.builders import event, tie, when

CAMP = event("taken_to_camp", "aunt", "2018-03", id_="camp", note="heard")
LATER = replace(CAMP, id="camp@testimony+1", when=when("2018-05"), supersedes=CAMP.id)
REPLACED = replace(
    CAMP,
    standing=Standing.RETRACTED,
    retracted_by=LATER.id,
    retracted_on="2021-06-02",
    retracted_why="misread",
)


def row(claim, started="2021-06-01T10:00:00", restored=()):
    files = ["events.csv"]
    return {
        "claim": claim.id,
        "started": started,
        "by": "ana",
        "files": files,
        "restored": [one.as_text() for one in restored],
    }


def kinds(changes):
    return [(one.kind, one.on[:10], one.by, one.why) for one in changes]


def test_a_correction_has_its_reason_and_each_cell_that_changed():
    last, first = claim_history(
        [LATER, REPLACED], [row(LATER, "2021-06-02T09:00:00"), row(CAMP)]
    )
    assert kinds([last, first]) == [
        (ChangeKind.CORRECTED, "2021-06-02", "ana", "misread"),
        (ChangeKind.CAME, "2021-06-01", "ana", ""),
    ]
    assert last.cells == (("when", "2018-03", "2018-05"),)


def test_a_claim_that_was_taken_back_and_restored_on_one_day_keeps_the_order():
    ended = Retraction(by="ben", on="2021-06-01", why="wrong")
    again = Restoration(by="ana", on="2021-06-01", why="right", ended=ended)
    assert kinds(claim_history([CAMP], [row(CAMP, restored=[again])])) == [
        (ChangeKind.RESTORED, "2021-06-01", "ana", "right"),
        (ChangeKind.TAKEN_BACK, "2021-06-01", "ben", "wrong"),
        (ChangeKind.CAME, "2021-06-01", "ana", ""),
    ]


def test_a_correction_that_was_undone_keeps_the_reason_that_it_was_made_for():
    ended = Retraction(by=LATER.id, on="2021-06-02", why="misread")
    undone = Restoration(by="ana", on="2021-06-03", why="the tape", ended=ended)
    later = replace(
        LATER,
        standing=Standing.RETRACTED,
        retracted_by="ana",
        retracted_on="2021-06-03",
        retracted_why="the tape",
    )
    rows = [row(CAMP, restored=[undone]), row(LATER, "2021-06-02T09:00:00")]
    assert kinds(claim_history([CAMP, later], rows)) == [
        (ChangeKind.TAKEN_BACK, "2021-06-03", "ana", "the tape"),
        (ChangeKind.RESTORED, "2021-06-03", "ana", "the tape"),
        (ChangeKind.CORRECTED, "2021-06-02", "ana", "misread"),
        (ChangeKind.CAME, "2021-06-01", "ana", ""),
    ]


def test_a_denial_is_a_change_with_its_own_reason():
    denial = replace(CAMP, id="camp@letter", source="letter", stance=Stance.DISPUTES, note="no")
    [only] = claim_history([denial], [])
    assert (only.kind, only.why, only.on) == (ChangeKind.DENIED, "no", "")


def test_every_cell_that_differs_is_named_and_no_other():
    one = tie("aunt", "kin_of", "mother", term="sister", words="her sister")
    other = replace(one, term="cousin", words="")
    assert corrected_cells(one, other) == (
        ("term", "sister", "cousin"),
        ("words", "her sister", ""),
    )
    assert corrected_cells(one, one) == ()
    assert claim_row(one)["term"] == "sister"
