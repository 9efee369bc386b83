"""Figure: a testimony of one page, written down through the browser, fact by fact.

It ends with what the store holds, so a fact that is lost is a failure.
"""

import time
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from graph.pages.writing import write_words as words
from graph.server import running
from graph.store import Store, connect
from tests.bench.figures import Figure
from tests.browsing import launched
from tests.pages.conftest import Visit, filled_home, served
from tests.pages.hands import press, settle
from tests.pages.test_claim_page import write
from tests.pages.test_testimony_page import keep_source, sources

AIM = 30
"""Minutes, with the time to read it."""
EVIDENCE = "The few words that are the evidence"
TITLE = "Testimony of Rahile (invented)"
TEXT = """\
I, Rahile of Ghulja, left for Munich in May 2016, where I have lived since.
My husband Erkinjan stayed with our daughter Aysu and our son Imran.
My mother is Tursunay, my father was Abdusalam, my brother is Yasinjan.
Yasinjan is married to Rabigul; Hepize is the neighbour of my mother.
In June 2017 the police came and took Erkinjan; my mother wrote of it in August 2017.
From then on Tursunay cared for both. Qadir, a friend of my husband, brought them food.
Yasinjan sent voice messages until August 2018; in December 2018 he was sentenced.
My father died in January 2018. Hepize came to Almaty and called me in December 2018.
In spring 2019 my mother said: the weather is very cold here. I did not call again.
On 2 June 2019 Rabigul wrote: please do not write any more. Then I heard from nobody.
In February 2020 I saw Aysu in a video of a boarding school. Imran was there too, I believe.
Qadir was questioned in March 2020, and again in May 2020.
"""
PEOPLE = {
    "I, Rahile": "Rahile of Ghulja",
    "My husband Erkinjan": "Erkinjan",
    "our daughter Aysu": "Aysu",
    "our son Imran": "Imran",
    "My mother is Tursunay": "Tursunay",
    "my father was Abdusalam": "Abdusalam",
    "my brother is Yasinjan": "Yasinjan",
    "married to Rabigul": "Rabigul",
    "Hepize is the neighbour": "Hepize",
    "Qadir, a friend": "Qadir",
}
TIES = (
    ("our daughter Aysu", "Rahile of Ghulja", "is a parent of", "Aysu"),
    ("our son Imran", "Rahile of Ghulja", "is a parent of", "Imran"),
    ("stayed with our daughter", "Erkinjan", "is a parent of", "Aysu"),
    ("My husband Erkinjan", "Rahile of Ghulja", "is married to", "Erkinjan"),
    ("My mother is Tursunay", "Tursunay", "is a parent of", "Rahile of Ghulja"),
    ("my father was Abdusalam", "Abdusalam", "is a parent of", "Rahile of Ghulja"),
    ("my father was", "Abdusalam", "is a parent of", "Yasinjan"),
    ("my brother is Yasinjan", "Tursunay", "is a parent of", "Yasinjan"),
    ("Yasinjan is married", "Yasinjan", "is married to", "Rabigul"),
    ("the neighbour of my mother", "Hepize", "knows", "Tursunay"),
    ("a friend of my husband", "Qadir", "knows", "Erkinjan"),
    ("cared for both", "Tursunay", "cares for", "Aysu"),
    ("Tursunay cared for both", "Tursunay", "cares for", "Imran"),
)
EVENTS = (
    ("left for Munich", "left the country", "Who left", "Rahile of Ghulja", "May 2016"),
    ("took Erkinjan", "taken into custody", "Who was taken", "Erkinjan", "June 2017"),
    ("wrote of it", "sent a message", "Who sent the message", "Tursunay", "August 2017"),
    ("sent voice", "sent a message", "Who sent the message", "Yasinjan", "August 2018"),
    ("he was sentenced", "sentenced", "Who was sentenced", "Yasinjan", "December 2018"),
    ("My father died", "died", "Who died", "Abdusalam", "January 2018"),
    ("called me", "spoke by telephone", "The relative who spoke", "Hepize", "December 2018"),
    ("very cold", "asked not to be contacted", "Who asked", "Tursunay", "spring 2019"),
    ("do not write", "asked not to be contacted", "Who asked", "Rabigul", "2 June 2019"),
    ("from nobody", "contact lost", "Who cannot be reached any more", "Rabigul", ""),
    ("saw Aysu", "seen in a video", "Who is seen in the video", "Aysu", "February 2020"),
    ("of a boarding school", "placed in a boarding school", "Who was placed", "Aysu", ""),
    ("Imran was there", "placed in a boarding school", "Who was placed", "Imran", ""),
    ("questioned in March", "interrogated", "Who was interrogated", "Qadir", "March 2020"),
    ("again in May", "interrogated", "Who was interrogated", "Qadir", "May 2020"),
    ("the police came", "interrogated", "Who was interrogated", "Erkinjan", "June 2017"),
    ("I did not call again", "contact lost", "Who cannot be reached any more", "Tursunay", ""),
)
FACTS = len(PEOPLE) + len(TIES) + len(EVENTS)


@dataclass(slots=True)
class Writer:
    """A hand that reads no slower than it types."""

    page: Page
    seconds: list[float]

    def somebody(self, quoted: str, name: str) -> None:
        begun = self._begin(quoted, words.SOMEBODY)
        write(self.page, "Name, or a description", name)
        self._keep(begun)

    def tie(self, quoted: str, who: str, kind: str, whom: str) -> None:
        begun = self._begin(quoted, words.TIED)
        self._choose("Who", who)
        self._choose("Is what to whom", kind)
        self._choose("To whom", whom)
        self._keep(begun)

    def event(self, quoted: str, type_: str, role: str, who: str, when: str) -> None:
        begun = self._begin(quoted, words.HAPPENED)
        self._choose("What happened", type_)
        self._choose(role, who)
        self.page.keyboard.press("Escape")  # the list of several stays open for more
        if when:
            write(self.page, "When, as it was said", when)
        self._keep(begun)

    def _choose(self, label: str, option: str) -> None:
        """Type what is looked for into a list, and take it."""
        settle(self.page)
        self.page.get_by_role("combobox", name=label, exact=True).click()
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option).first.click()
        settle(self.page)

    def _begin(self, quoted: str, what: str) -> float:
        begun = time.perf_counter()
        write(self.page, EVIDENCE, quoted)
        self.page.get_by_text(what, exact=True).click()
        settle(self.page)
        return begun

    def _keep(self, begun: float) -> None:
        press(self.page, words.KEEP)
        expect(self.page.get_by_text(words.KEPT, exact=True)).to_be_visible(timeout=90_000)
        settle(self.page)
        self.seconds.append(time.perf_counter() - begun)


def writing() -> Figure:
    """Write the whole testimony, and look that every fact is there."""
    with filled_home(hostile=False) as home, served(home) as app, launched() as browser:
        context = browser.new_context(viewport={"width": 1400, "height": 950})
        hand = Writer(Visit(context, app).open("testimony"), [])
        start = time.perf_counter()
        keep_source(hand.page, TITLE, TEXT)
        for quoted, name in PEOPLE.items():
            hand.somebody(quoted, name)
        for fact in TIES:
            hand.tie(*fact)
        for fact in EVENTS:
            hand.event(*fact)
        minutes = (time.perf_counter() - start) / 60
        context.close()
        with connect(running(home)) as store:
            kept = _kept(store)
    if kept != FACTS:
        raise AssertionError(f"{kept} of {FACTS} facts are in the store")
    return Figure(
        name="writing",
        says=f"a page with {FACTS} facts, without the time to read it",
        people=len(PEOPLE),
        value=minutes,
        unit="minutes",
        aim=f"< {AIM} with it",
        met=minutes < AIM,
        more={"seconds a fact": sum(hand.seconds) / FACTS, "the longest": max(hand.seconds)},
    )


def _kept(store: Store) -> int:
    """Return how many claims the store has of the testimony."""
    [source] = [one["id"] for one in sources(store) if one["title"] == TITLE]
    claims = store.told_in_sources([source]).claims()
    return sum(one.source == source for one in claims)
