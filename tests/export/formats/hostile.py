"""Texts that break out of formats: whatever somebody may be called."""

HOSTILE = (
    'O"Neil',
    "O'Neil",
    "back\\slash",
    "\\u0027}) DETACH DELETE n //",
    '"}) MATCH (n) DETACH DELETE n; //',
    "<script>alert(1)</script>&amp;]]>",
    "=HYPERLINK(1)",
    "@SUM(A1)",
    "two\nlines\rand\ttabs",
    "comma, semicolon; both",
    "\u202eturned\u2066 around",
    "line\u2028separator\x85next",
    "مېھرىبان قادىر",
    "米日班·卡德尔",
    "😀 astral 𠀀",
    "n" * 10_000,
    "@@void@",
    "  blanks around  ",
    "null",
    "nul\x00 bell\x07",
)
