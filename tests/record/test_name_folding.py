"""A name is found again whatever stands within its words and shows nothing, or nearly so."""

import unicodedata

import pytest

from graph.record.name_folding import fold, sounds

APOSTROPHES = (
    "'`\u00b4\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u05f3\u2018\u2019\u201b\u2032\uff07"
)
HIDDEN = [
    chr(code)
    for block in ((0x80, 0x3000), (0xFE00, 0xFE10), (0xFEFF, 0xFF00), (0xE0000, 0xE01F0))
    for code in range(*block)
    if unicodedata.category(chr(code)) == "Cf"
    or "VARIATION SELECTOR" in unicodedata.name(chr(code), "")
]
PREPENDED = {
    "\u0600",
    "\u0601",
    "\u0602",
    "\u0603",
    "\u0604",
    "\u0605",
    "\u06dd",
    "\u070f",
    "\u0890",
    "\u0891",
    "\u08e2",
}
"""Signs of numbers and verses, which are seen."""


@pytest.mark.parametrize("sign", APOSTROPHES, ids=ascii)
@pytest.mark.parametrize(
    "name", ["Me{}sum Sher{}ili", "Ma{}suma Qur{}an", "\u041c\u0435{}\u0441\u0443\u043c"]
)
def test_an_apostrophe_of_any_kind_parts_no_word(sign, name):
    written, plain = name.replace("{}", sign), name.replace("{}", "'")
    assert fold(written) == fold(plain)
    assert list(sounds(written)) == list(sounds(plain))


@pytest.mark.parametrize(
    "name",
    [
        "Gul{}nar E{}met",
        "\u06af\u06c8\u0644{}\u0646\u0627\u0631",
        "\u0413\u04af\u043b{}\u043d\u0430\u0440",
    ],
)
def test_a_sign_that_is_not_seen_parts_no_word(name):
    plain = fold(name.replace("{}", ""))
    for sign in [*HIDDEN, "\u034f", "\u180e"]:
        if sign not in PREPENDED:
            assert fold(name.replace("{}", sign)) == plain, ascii(sign)
