"""The style of all pages, and of a first screen of two columns.

`FILLED` and `BESIDE` are the keys of two containers: the network that fills the window, and the
words beside it. Below 1000 pixels, and on paper, they follow each other.
`TEXT` is the key of the text of a source.
"""

from graph.pages.kit.page_words import PRINTED

FILLED, BESIDE, TEXT = "filled", "beside", "testimony-text"

STYLE = f"""<style>
/* Grids have a toolbar that hands out pictures and rows past the audience, the
   search and the ledger of Export; Streamlit has no switch for it. */
[data-testid=stElementToolbar] {{ display: none !important; }}
[data-testid=stMainBlockContainer] {{ padding-top: 4rem; }}
@media (max-width: 1200px) {{
  [data-testid=stMainBlockContainer] {{ padding-inline: 1.2rem; }}
}}
[data-testid=stMainBlockContainer]:has(.st-key-board) {{ gap: 0.6rem; padding-inline: 1.2rem; }}
[data-testid=stMainBlockContainer]:has(.st-key-{FILLED}) {{
  padding: 3.6rem 1.2rem 1rem; max-width: none;
}}
.st-key-{FILLED} {{ gap: 0.5rem; }}
.st-key-{BESIDE} {{ overflow-y: auto; padding: 3px; gap: 0.6rem; }}
@media screen and (min-width: 1000px) {{
  .st-key-{BESIDE} {{ max-height: calc(100vh - var(--above, 9.5rem)); }}
}}
/* A text stays beside its form, and its lines are broken where they are numbered. */
.st-key-{TEXT} [data-testid=stText] {{ font-size: 0.8rem; }}
@media screen and (min-width: 1000px) {{
  [data-testid=stColumn]:has(.st-key-{TEXT}) {{
    position: sticky; top: 4rem; align-self: flex-start;
  }}
}}
@media print {{
  /* What is pressed is of no use on paper. */
  [data-testid=stButton], [data-testid=stPopover], [data-testid=stCheckbox],
  [data-testid=stDownloadButton], [data-testid=stFormSubmitButton] {{ display: none; }}
  /* Fixed: it stands at the foot of every sheet. */
  body::after {{
    content: "{PRINTED}"; position: fixed; inset: auto 0 0 0; z-index: 999999;
    padding: 2px 6px; border: 1px solid #000; background: #fff; color: #000;
    font: 10pt sans-serif;
  }}
}}
@media print, (max-width: 640px) {{
  [data-testid=stCode] :is(pre, code) {{
    white-space: pre-wrap !important; overflow-wrap: anywhere;
  }}
}}
@media print, (max-width: 999px) {{
  [data-testid=stHorizontalBlock]:has(.st-key-{FILLED}) {{ flex-direction: column; }}
  [data-testid=stHorizontalBlock]:has(.st-key-{FILLED}) > [data-testid=stColumn] {{
    width: 100%; flex: none;
  }}
}}
</style>"""
