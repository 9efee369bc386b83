"""2014 to 2021 in one family: parents leave, contact thins out, children are moved about."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.bench import said
from tests.bench.chronicle import Chronicle, Happening, Testimony
from tests.bench.fates import RELATIVE, befall
from tests.bench.lineage import Couple, Member
from tests.bench.setting import HOSTS, INLAND, Row

ON_THE_BOARD = 0.085
"""Of a family, so many are children whose parents leave; together a tenth of all people."""
GROWN = 18
YOUNG = 25
OLD = 86
BEFORE = date(2014, 3, 1)
LAST_LEAVING = date(2017, 3, 31)


def tell(chronicle: Chronicle) -> None:
    """Tell the history of a family: who left, and what each who left has to say."""
    family = chronicle.family
    wanted = len(family.members) * ON_THE_BOARD * chronicle.chance.uniform(0.7, 1.4)
    left_behind: set[Member] = set()
    for couple in _parents_of_minors(chronicle):
        if len(left_behind) >= wanted and left_behind:
            break
        left_behind |= set(_leave(chronicle, couple, left_behind))
    if not chronicle.tables["sources"]:
        chronicle.testimony(family.members[-1], LAST_LEAVING)
    _name_everyone(chronicle)


def _parents_of_minors(chronicle: Chronicle) -> Iterator[Couple]:
    couples = [
        couple
        for couple in chronicle.family.couples
        if not couple.ended and any(_left_a_minor(child) for child in couple.children)
    ]
    chronicle.chance.shuffle(couples)
    yield from couples


def _left_a_minor(child: Member) -> bool:
    return child.born < LAST_LEAVING and child.age(date(2019, 1, 1)) < GROWN


def _leave(chronicle: Chronicle, couple: Couple, gone: set[Member]) -> list[Member]:
    """Let a couple leave, or one of the two, and tell what became of those at home."""
    chance = chronicle.chance
    minors = [c for c in couple.children if _left_a_minor(c) and c not in gone]
    if not minors:
        return []
    leavers = list(couple.both()) if chance.random() < 0.8 else [chance.choice(couple.both())]
    day = said.some_day_in(chance, max(BEFORE, minors[0].born), LAST_LEAVING)
    taken = [c for c in minors[1:] if c.born < day and chance.random() < 0.12]
    left = [c for c in minors if c not in taken]
    telling = chronicle.testimony(leavers[0], day)
    host = chance.choice(HOSTS)
    travellers = "; ".join(m.id for m in (*leavers, *taken))
    leaving = chronicle.event("left_country", travellers, day, telling, place=host)
    relatives = _relatives(chronicle, couple, leavers, day)
    keeper = _keeper(chronicle, relatives, telling)
    _cared_for(chronicle, left, keeper, leaving, telling)
    _papers(chronicle, left, telling)
    _friends(chronicle, relatives, telling)
    taken_away = _befall_all(chronicle, relatives, telling)
    _children_moved(chronicle, left, keeper, taken_away.get(keeper), telling)
    _appeals(chronicle, left, host, telling)
    return left


def _ids(members: list[Member]) -> str:
    return "; ".join(member.id for member in members)


def _cared_for(
    chronicle: Chronicle,
    left: list[Member],
    keeper: str,
    leaving: Happening,
    telling: Testimony,
) -> None:
    for child in left:
        if child.born <= leaving.day and chronicle.chance.random() < 0.6:
            chronicle.tie(keeper, "cares_for", child.id, telling)
    chronicle.later("care_began", keeper, leaving.day, telling, after=leaving, to=_ids(left))


def _relatives(
    chronicle: Chronicle, couple: Couple, leavers: list[Member], day: date
) -> list[Member]:
    """Return whom those who left know at home: parents, brothers, sisters, in-laws."""
    chance, family = chronicle.chance, chronicle.family
    found: dict[Member, None] = {}
    for one in couple.both():
        near = [*one.parents, *family.siblings(one)]
        near += [child for parent in one.parents for child in family.siblings(parent)]
        found |= dict.fromkeys(near[:14])
    stayed = [m for m in couple.both() if m not in leavers]
    grown = [m for m in found if GROWN <= m.age(day) < OLD and m not in leavers]
    return [*stayed, *(m for m in grown if chance.random() < 0.85)]


def _keeper(chronicle: Chronicle, relatives: list[Member], telling: Testimony) -> str:
    if relatives and chronicle.chance.random() < 0.9:
        return chronicle.chance.choice(relatives[:4]).id
    return chronicle.acquaintance("person", "", telling)


def _papers(chronicle: Chronicle, left: list[Member], telling: Testimony) -> None:
    """Tell which children had no passport to leave with."""
    chance = chronicle.chance
    for child in left:
        if chance.random() < 0.35 and child.born < telling.left:
            chronicle.event(
                f"passport_{chance.choice(('denied', 'lacking', 'confiscated'))}",
                child.id,
                said.some_day_in(chance, child.born, telling.left),
                telling,
                others="responsible: office-of-passports",
                reason=chance.choice(("too young", "the parents are abroad", "")),
            )


def _friends(chronicle: Chronicle, relatives: list[Member], telling: Testimony) -> None:
    """Add the friends of who left, as a group and one by one, and what they pass on."""
    chance, inquirer = chronicle.chance, telling.informant
    group = chronicle.acquaintance("group", f"friends of {inquirer.name}", telling)
    telling.friend = chronicle.acquaintance("person", "", telling, member_of=group)
    chronicle.tie(telling.friend, "knows", inquirer.id, telling, term="friend")
    first = max(telling.left, date(2017, 4, 1))
    about = "; ".join(f"about: {member.id}" for member in relatives[:2])
    for _ in range(chance.randint(0, 2)):
        heard = said.some_day_in(chance, first, date(2020, 6, 30))
        kind = chance.choice(("news_relayed", "messaged", "video_received", "warned"))
        others = about if kind in {"news_relayed", "video_received"} else ""
        chronicle.event(kind, telling.friend, heard, telling, to=inquirer.id, others=others)
    if chance.random() < 0.35:
        cut = said.some_day_in(chance, first, date(2018, 12, 31))
        chronicle.event("unfriended", group, cut, telling, to=inquirer.id, scope="some")


def _befall_all(
    chronicle: Chronicle, relatives: list[Member], telling: Testimony
) -> dict[str, date]:
    """Tell the fate of each relative; return who was taken, and when."""
    taken: dict[str, date] = {}
    for relative in relatives:
        if chronicle.chance.random() < RELATIVE:
            held = befall(chronicle, relative, telling)
            if held is not None:
                taken[relative.id] = held
    if relatives and chronicle.chance.random() < 0.4:
        _all_lost(chronicle, relatives, telling)
    return taken


def _all_lost(chronicle: Chronicle, relatives: list[Member], telling: Testimony) -> None:
    """Tell that no relative can be reached any more: one event of a group."""
    chance, inquirer = chronicle.chance, telling.informant
    kin = chronicle.acquaintance("group", f"relatives of {inquirer.name}", telling)
    for member in relatives[: chance.randint(1, 5)]:
        chronicle.members[member.id].append(kin)
    lost = said.some_day_in(chance, max(telling.left, date(2017, 3, 1)), date(2018, 6, 30))
    chronicle.event(
        chance.choice(("contact_lost", "contact_lost", "no_one_left")),
        kin,
        lost,
        telling,
        to=inquirer.id,
        scope="all",
        when=f"since {said.MONTHS[lost.month - 1]} {lost.year}",
    )


def _children_moved(
    chronicle: Chronicle,
    left: list[Member],
    keeper: str,
    taken: date | None,
    telling: Testimony,
) -> None:
    """Tell where the children came to: an orphanage, a boarding school, a video of them."""
    chance = chronicle.chance
    begun = taken or date(2018, 1, 1)
    for child in left:
        town = chance.choice(chronicle.setting.towns)
        if chance.random() < (0.7 if taken else 0.15):
            kind = chance.choice(("orphanage", "boarding_school"))
            day = begun + timedelta(days=chance.randint(1, 120))
            place = f"{kind}-{town}"
            chronicle.event(f"placed_in_{kind}", child.id, day, telling, place=place)
        if chance.random() < 0.25:
            seen = said.some_day_in(chance, date(2018, 2, 1), date(2020, 8, 1))
            chronicle.event("video_seen", child.id, seen, telling, to=telling.informant.id)
        if chance.random() < 0.3:
            came = said.some_day_in(chance, date(2017, 1, 1), date(2019, 12, 31))
            chronicle.event("visited", keeper, came, telling, to=child.id)
        if chance.random() < 0.1:
            chronicle.event("forced_move", child.id, begun, telling, place=town)


def _appeals(chronicle: Chronicle, left: list[Member], host: str, telling: Testimony) -> None:
    """Tell of an appeal to the embassy, and of what came of it."""
    chance, inquirer, children = chronicle.chance, telling.informant.id, _ids(left)
    if chance.random() > 0.45:
        return
    embassy = chronicle.setting.embassy(host)
    day = said.some_day_in(chance, date(2018, 1, 1), date(2020, 6, 1))
    appeal = chronicle.event(
        "appeal_sent", inquirer, day, telling, to=children, others=f"addressee: {embassy}"
    )
    kind = chance.choice(("answered", "refused", "redirected", "unanswered"))
    chronicle.later(
        f"appeal_{kind}",
        inquirer,
        day + timedelta(days=chance.randint(5, 150)),
        telling,
        after=appeal,
        to=children,
        others=f"responsible: {embassy}",
    )


def _name_everyone(chronicle: Chronicle) -> None:
    """Add a row of each member, and say who told of the ties that nobody has told of yet."""
    family, first = chronicle.family, chronicle.tables["sources"][0]
    told = date.fromisoformat(first["said_on"])
    telling = Testimony(first["id"], family.members[0], told, LAST_LEAVING, passage=10_000)
    for member in family.members:
        chronicle.tables["people"].append(_row(chronicle, member, telling))
        if member.age(BEFORE) > OLD:
            day = said.some_day_in(chronicle.chance, date(2000, 1, 1), date(2013, 12, 31))
            chronicle.event("died", member.id, day, telling, place=INLAND)
    chronicle.tables["kinship"] += [
        tie if "source" in tie else tie | telling.cite() for tie in family.ties
    ]


def _row(chronicle: Chronicle, member: Member, telling: Testimony) -> Row:
    chance = chronicle.chance
    row = {"id": member.id, "name": member.name, "sex": member.sex}
    if member.age(telling.told) < YOUNG and chance.random() < 0.04:
        row["sought"] = "yes"
    elif member.age(telling.told) < YOUNG or chance.random() < 0.4:
        row |= said.birth(chance, member.born, telling.told)
    row["member_of"] = "; ".join(chronicle.members[member.id])
    return row | telling.cite()
