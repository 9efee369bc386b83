"""Known answers: a question, its parameters, some columns, and rows that must be there."""

MERIPET = [f"meripet-{which}-child" for which in ("eldest", "second", "third", "youngest")]
MIHRIBAN = [f"mihriban-{which}-child" for which in ("eldest", "second", "third", "youngest")]

CASES = [
    # who_is_left: the table of the six families, and a day of the invented ones
    (
        "who_is_left",
        {"child": "meripet-eldest-child", "as_of": "2018-05-15"},
        "person_id left status",
        [("amina", "yes", "in_contact"), ("mother-of-turghun", "no", "held")],
    ),
    (
        "who_is_left",
        {"child": "nurvashi", "as_of": "2018-06-01"},
        "person_id left event_id claims",
        [
            (
                "tolvane",
                "yes",
                "tolvane-dervizha-3",
                ["tolvane-lost@t-fable:p2", "tolvane-dervizha-3@i-dervizha:p3"],
            )
        ],
    ),
    (
        "who_is_left",
        {"child": "mihriban-eldest-child", "as_of": "2020-07-01"},
        "person_id left people",
        [("mother-of-mihriban", "no", 1), (None, "unknown", 2)],
    ),
    (
        "nobody_left",
        {"as_of": "2017-06-01"},
        "child_id separated lost",
        [("dilnur-son", "yes", 5), ("dilnur-younger-daughter", "yes", 5)],
    ),
    (
        "nobody_left",
        {"as_of": "2019-07-01"},
        "child_id separated",
        [("tumarsha", "yes"), ("gulvesher", "yes")],
    ),
    (
        "one_left",
        {"as_of": "2018-05-15"},
        "child_id person_id cut_id cut_status event_id",
        [
            (child, "amina", "mother-of-turghun", "held", "mother-of-turghun-camp")
            for child in MERIPET
        ],
    ),
    (
        "one_left",
        {"as_of": "2019-05-01"},
        "child_id person_id cut_id cut_status cut_claims",
        [("adilkesh", "belmurzha", "minaveh", "held", ["minaveh-camp@t-ballad:p2"])],
    ),
    (
        "lifelines",
        {"as_of": "2018-05-15"},
        "person_id left_for only_one_for claims",
        [("amina", MERIPET, MERIPET, ["amina-messages@t-meripet:L248"])],
    ),
    (
        "lifelines",
        {"as_of": "2019-05-01"},
        "person_id left_for only_one_for",
        [("bortune", ["gulvesher", "tumarsha"], ["gulvesher", "tumarsha"])],
    ),
    (
        "relatives",
        {"child": "meripet-eldest-child"},
        "person_id degree sides",
        [("amina", 3, ["father's"]), ("father-of-meripet", 2, ["mother's"])],
    ),
    (
        "relatives",
        {"child": "kelvishe"},
        "person_id degree sides kinds sibling",
        [
            ("umbreza", 1, ["mother's"], ["foster"], False),
            ("orvash", 3, ["father's", "mother's"], ["birth"], False),
            ("karvash", 4, ["mother's"], ["birth"], True),
        ],
    ),
    (
        "siblings_abroad",
        {"as_of": "2018-06-01"},
        "child_id sibling_id shared",
        [
            ("dilnur-son", "dilnur-elder-daughter", ["dilnur"]),
            ("kubratsh", "silvenaz", ["dovranel", "lunqasha"]),
            ("qurmiya", "sabizhel", ["beshtar", "zarimqan"]),
        ],
    ),
    (
        "siblings_apart",
        {"as_of": "2021-01-01"},
        "child_id sibling_id apart child_at sibling_at",
        [
            (
                "dilnur-son",
                "dilnur-elder-daughter",
                "possibly",
                ["xinjiang"],
                ["canada", "turkey"],
            ),
            ("kubratsh", "silvenaz", "certainly", ["boarding-karsuvel"], ["estmark"]),
            ("jantuvel", "kelvishe", "possibly", ["boarding-karsuvel"], ["karsuvel"]),
        ],
    ),
    (
        "caregivers",
        {"child": "tumarsha", "as_of": "2021-01-01"},
        "person_id ended_by from_earliest from_latest days_without_least days_without_most",
        [(None, None, "2019-06-11", "2019-06-11", 570, 570)],
    ),
    (
        "caregivers",
        {"child": "tumarsha", "as_of": "2021-01-01"},
        "person_id ended_by days_without_least days_without_most",
        [("hezvira", "hezvira-died", None, None), ("bortune", "bortune-care-ended", 0, 0)],
    ),
    (
        "caregivers",
        {"child": "meripet-eldest-child", "as_of": "2021-01-01"},
        "person_id how ended_by days_without_least days_without_most",
        [
            ("mother-of-turghun", "cares_for", "mother-of-turghun-camp", None, None),
            (None, "nobody", None, 1037, 1402),
        ],
    ),
    (
        "caregivers",
        {"child": "meripet-eldest-child", "as_of": "2021-01-01"},
        "how from_earliest from_latest",
        [("nobody", "2017-03-01", "2018-03-01")],
    ),
    (
        "caregivers",
        {"child": "mihriban-eldest-child", "as_of": "2018-07-01"},
        "person_id ended_by perhaps_ended_by days_without_least days_without_most",
        [
            ("mother-of-mihriban", None, "mother-of-mihriban-camp", None, None),
            (None, None, None, 0, 912),
        ],
    ),
    (
        "caregivers",
        {"child": "mihriban-eldest-child", "as_of": "2018-07-01"},
        "how from_earliest from_latest",
        [("nobody", "2016-01-01", "2020-06-30")],
    ),
    (
        "held_after_contact",
        {},
        "person_id held_id contact_id abroad within",
        [
            ("muhherrem", "muhherrem-camp", "muhherrem-in-contact", ["mamutjan"], "certainly"),
            ("amina", "amina-custody", "amina-messages", ["turghun"], "possibly"),
        ],
    ),
    (
        "held_after_contact",
        {"days": "30"},
        "person_id contact_id days_least days_most within",
        [
            ("qorvan", "qorvan-talks", 1, 1, "certainly"),
            ("ulvarkan", "ulvarkan-call", 25, 25, "possibly"),
            ("sulmeran", "sulmeran-call", 23, 34, "possibly"),
        ],
    ),
    (
        "held_after_a_relative_left",
        {},
        "person_id left_id who_left within",
        [
            (
                "mother-of-meryem",
                "meryem-left",
                ["meryem", "omer-elder-daughter-one", "omer-elder-daughter-two"],
                "certainly",
            ),
            ("minaveh", "rustaqel-left", ["rustaqel"], "possibly"),
            ("qorvan", "esvarin-left", ["esvarin"], "certainly"),
        ],
    ),
    (
        "taken_after_caring",
        {},
        "person_id children event_id after",
        [
            ("bortune", ["tumarsha"], "bortune-taken", "certainly"),
            ("mother-of-turghun", MERIPET, "mother-of-turghun-camp", "possibly"),
            ("mother-of-mihriban", MIHRIBAN, "mother-of-mihriban-camp", "possibly"),
        ],
    ),
    (
        "children_in_one_institution",
        {},
        "place_id child_id there children families",
        [
            *(("aixin-kindergarten", child, "certainly", 4, 1) for child in MERIPET),
            ("boarding-karsuvel", "nurvashi", "certainly", 3, 3),
        ],
    ),
    (
        "children_in_one_institution",
        {},
        "child_id there since_earliest since_latest",
        [
            ("nurvashi", "certainly", "2018-03-01", "2018-03-31"),
            ("meripet-eldest-child", "certainly", "2017-03-01", "2018-01-05"),
        ],
    ),
    (
        "places_of_detention",
        {"as_of": "2021-01-01"},
        "place_id certainly possibly still people",
        [
            ("camp-karsuvel", 1, 0, 1, ["minaveh"]),
            ("shanghai-hotel", 4, 0, 0, MIHRIBAN),
            ("prison-sarimel", 2, 0, 2, ["qorvan", "sulmeran"]),
        ],
    ),
    (
        "relay_chains",
        {"event": "amina-killed"},
        "event_id of hops via informant sensitive",
        [("amina-killed", ["amina"], 1, ["sister-in-law-of-turghun"], "meripet", True)],
    ),
    (
        "relay_chains",
        {"person": "nurvashi"},
        "event_id hops via",
        [("nurvashi-boarding", 3, ["ayzhemil", "mirzhal", "tavrin"])],
    ),
    (
        "shared_relays",
        {"at_least": "3"},
        "person_id reports nowhere_else",
        [
            ("mirzhal", 4, ["ayzhemil-message", "ilterqan-camp", "nurvashi-boarding"]),
            ("amina", 3, ["amina-visit-refused", "amina-visits", "mother-of-turghun-camp"]),
        ],
    ),
    (
        "claims_that_disagree",
        {},
        "people event_id tie differs says_one says_two source_one source_two sensitive",
        [
            (
                ["karvash"],
                "karvash-camp",
                None,
                "when",
                "2018-04",
                "2018-08",
                "i-beshtar",
                "n-courier",
                False,
            ),
            (
                ["karvash"],
                "karvash-camp",
                None,
                "where",
                "camp at Dunqai (invented)",
                "camp at Karsuvel (invented)",
                "i-beshtar",
                "n-courier",
                False,
            ),
            (
                ["parvizel"],
                None,
                None,
                "birth",
                "born 2014",
                "aged six",
                "d-list",
                "t-ballad",
                False,
            ),
            (
                ["qorvan", "tumarsha"],
                None,
                "parent_of",
                "whether",
                "it was so",
                "it was not so",
                "d-list",
                "t-yarn",
                False,
            ),
            (
                ["ulvarkan"],
                "ulvarkan-taken",
                None,
                "whether",
                "it was so",
                "it was not so",
                "t-legend",
                "m-legend",
                True,
            ),
        ],
    ),
    (
        "one_source",
        {"effect": "dead"},
        "event_id rests_on informant",
        [("amina-killed", "one source", "meripet"), ("shervile-killed", "one source", None)],
    ),
    (
        "coded_words",
        {"person": "muhherrem"},
        "words reading by backs backs_exists",
        [
            (
                "five years old",
                "sentenced to five years of imprisonment",
                "mamutjan",
                "muhherrem-sentenced",
                "maybe",
            ),
        ],
    ),
    (
        "coded_words",
        {"person": "mamutjan-son"},
        "words said_by to_or_about",
        [("graduated", ["mamutjan-son"], ["mamutjan", "relative-of-mamutjan"])] * 2,
    ),
    (
        "coded_words",
        {"person": "muhherrem"},
        "words said_by to_or_about",
        [("five years old", ["friend-of-mamutjan-one"], ["mamutjan", "muhherrem"])],
    ),
    (
        "coded_words",
        {"person": "orhuvel"},
        "words said_by to_or_about",
        [("he has gone to learn", [], ["orhuvel"])],
    ),
    (
        "coded_words",
        {"person": "bortune"},
        "reading others sensitive",
        [("released from custody", ["sent to farm work, and returned to custody"], True)],
    ),
    (
        "under_duress",
        {},
        "event_id of words",
        [
            ("mother-of-mamutjan-called", ["mother-of-mamutjan"], "There are cadres at home"),
            ("pilduza-withdrew", ["pilduza"], "it is quite all right now"),
        ],
    ),
    (
        "passports_that_separated",
        {},
        "child_id whose event happened responsible",
        [
            ("dilnur-son", "dilnur-son", "passport_denied", "certainly", ["police-of-dilnur"]),
            ("mamutjan-son", "muhherrem", "passport_lost", "certainly", []),
            ("kubratsh", "kubratsh", "passport_denied", "certainly", ["office-of-seals"]),
        ],
    ),
    (
        "appeals",
        {},
        "appeal_id to sent outcome silent_least silent_most",
        [
            ("omer-appeal", ["turkish-authorities"], "certainly", "answered", 32, 578),
            ("appeal-consulate", ["consulate-of-aranda"], "certainly", "redirected", 10, 10),
            ("appeal-police", ["police-of-ostavar"], "certainly", "unanswered", 365, 730),
            ("appeal-next", ["ministry-of-journeys"], "planned", None, None, None),
        ],
    ),
    (
        "turning_18",
        {"as_of": "2018-05-01"},
        "child_id latest turns days",
        [
            ("qurmiya", "2018-07-20", "certainly", 80),
            ("yazmire", "2018-11-05", "certainly", 188),
        ],
    ),
    (
        "turning_18",
        {"as_of": "2021-12-31"},
        "child_id earliest latest turns",
        [("mihriban-eldest-child", "2021-06-02", "2023-12-31", "possibly")],
    ),
    (
        "never_recorded",
        {},
        "person_id asked kin_of",
        [("teacher-of-kubratsh", [], ["kubratsh"]), ("hurmatel", [], ["fenzuve", "zuhlane"])],
    ),
    (
        "requests_and_breaches",
        {},
        "person_id reached withdrawn contact_id callers breach do_not_contact",
        [
            (
                "mother-of-mamutjan",
                "mother-of-mamutjan",
                None,
                "mother-of-mamutjan-called",
                ["mamutjan"],
                "certainly",
                ["mother-of-mamutjan"],
            ),
            ("almezar", "almezar", "certainly", None, [], None, []),
            ("pilduza", "pilduza", "under duress", None, [], None, ["pilduza"]),
        ],
    ),
    (
        "families_of_one_shape",
        {},
        "parents count alike alike_with_host hosts",
        [
            (["ablikim", "mihriban"], 4, 2, 1, ["italy"]),
            (["meripet", "turghun"], 4, 2, 1, ["turkey"]),
        ],
    ),
    (
        "doubts",
        {},
        "doubt people events",
        [("an event after death", ["shervile"], ["shervile-killed", "shervile-call-2"])],
    ),
    (
        "gaps",
        {},
        "gap people events",
        [
            ("when the child was born", ["tumarsha"], []),
            ("when the family learned of it", ["almezar"], ["almezar-asked"]),
        ],
    ),
]
