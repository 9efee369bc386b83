"""Read a GEDCOM file with Gramps itself, and write what it found as JSON.

Run by the Python that has Gramps, not by ours: `python gramps_reading.py FILE`.
"""

import json
import sys

from gramps.gen.db.utils import make_database
from gramps.gen.user import User
from gramps.plugins.importer.importgedcom import importData


def found(path: str) -> dict[str, object]:
    db = make_database("sqlite")
    db.load(":memory:", callback=None)
    importData(db, path, User())
    people = {
        one.get_primary_name().get_name().strip(", "): [
            *(db.get_note_from_handle(handle).get() for handle in one.get_note_list()),
            *(said.get_value() for said in one.get_attribute_list()),
            *(
                db.get_event_from_handle(ref.ref).get_description()
                for ref in one.get_event_ref_list()
            ),
        ]
        for one in db.iter_people()
    }
    every = [one.get() for one in db.iter_notes()]
    return {
        "people": people,
        "count": db.get_number_of_people(),
        "unread": [one for one in every if "not imported" in one or "not understood" in one],
    }


sys.stdout.write(json.dumps(found(sys.argv[1]), ensure_ascii=False))
