"""Say how long kinship takes; run by hand: python tests/kinship/time_kinship.py.

An invented family of about 60 people over four generations, and 100,000 people in one graph.
"""

import random
import sys
import timeit
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from graph.kinship import Kin, KinTie


def family(name, chance, founders=4, generations=4):
    """Couples have three children each; two thirds of these marry among themselves."""
    ties, sexes = [], {}

    def person(sex):
        sexes[f"{name}.{len(sexes)}"] = sex
        return f"{name}.{len(sexes) - 1}"

    couples = [(person("female"), person("male")) for _ in range(founders)]
    for _ in range(generations - 1):
        ties += [KinTie(person=one, kind="spouse_of", relative=two) for one, two in couples]
        children = []
        for couple in couples:
            for _ in range(3):
                child = person(chance.choice(["female", "male"]))
                ties += [KinTie(person=p, kind="parent_of", relative=child) for p in couple]
                children.append(child)
        chance.shuffle(children)
        half = len(children) // 2
        couples = list(
            zip(children[: half // 2], children[half : half + half // 2], strict=False)
        )
    return ties, sexes


def milliseconds(call, *, repeats=7):
    """The quickest of a few runs: what the machine does when it does nothing else."""
    return 1000 * min(timeit.repeat(call, number=1, repeat=repeats))


def main(tell=print):
    chance = random.Random(1)  # noqa: S311 - the same family each time
    ties, sexes = family("f", chance, founders=8)
    people = list(sexes)
    pairs = list(product(people, people))
    kin = Kin(ties, sexes)
    all_pairs = milliseconds(lambda: [kin.relation(a, b) for a, b in pairs])
    tell(f"{len(people)} people: {all_pairs * 1000 / len(pairs):.1f} us a pair")
    child = people[-1]
    size = len(kin.within(child, 5))
    cold = milliseconds(lambda: Kin(ties, sexes).within(child, 5))
    warm = milliseconds(lambda: kin.within(child, 5))
    tell(f"within degree 5, {size} kin: {warm:.2f} ms; with the building {cold:.2f} ms")

    ties, sexes = [], {}
    while len(sexes) < 100_000:
        more, named = family(f"f{len(sexes)}", chance)
        ties += more
        sexes |= named
    built = milliseconds(lambda: Kin(ties, sexes), repeats=2)
    tell(f"{len(sexes)} people, {len(ties)} ties: built in {built:.0f} ms")
    kin = Kin(ties, sexes)
    asked = chance.sample(list(sexes), 200)
    each = milliseconds(lambda: [kin.within(one, 5) for one in asked], repeats=1) / 200
    tell(f"within degree 5 in it, each of 200 for the first time: {each:.2f} ms")


if __name__ == "__main__":
    main()
