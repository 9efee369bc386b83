// Colours a query while it is typed: words, labels, texts, parameters and comments. A field has
// one colour only, so its letters are clear and the same letters lie over it, in colours. What is
// no label of the store has no colour: a slip of the pen is seen.

const MORE_WORDS = "AS ASC DESC BY OR XOR IN ON TRUE FALSE NULL CALL YIELD ANY ALL NONE SINGLE IS ENDS STARTS WITH";
const LOOK_EVERY = 150; // the page writes into the field too, and says nothing
const TAKEN = ["font", "letterSpacing", "lineHeight", "padding", "tabSize", "textAlign", "borderWidth", "boxSizing"];
const TINTS = {
  word: ["#0b3fd6", "#8fb2ff"],
  label: ["#8a3b00", "#f0a870"],
  text: ["#17682b", "#86d39a"],
  parameter: ["#7d1f87", "#e2a3ea"],
  comment: ["#55555c", "#b4b4bc"],
};
const TOKEN =
  /(?<comment>\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<text>'(?:[^'\\]|\\[^])*'?|"(?:[^"\\]|\\[^])*"?)|(?<parameter>\$\w+)|(?<after>[:|&!]\s*)?(?<name>[\p{L}_]\w*)/gu;

function coloured(isField, { labels, types }) {
  const words = new Set([...CYPHER_WORDS.flatMap((one) => one.split(" ")), ...MORE_WORDS.split(" ")]);
  const known = new Set([...Object.keys(labels), ...Object.keys(types)]);
  const over = document.createElement("pre");
  over.setAttribute("aria-hidden", "true");
  over.dataset.colours = "";
  let field = null;
  let painted = null;
  const paint = () => {
    if (!field?.isConnected) field = [...document.querySelectorAll("textarea")].find(isField);
    if (!field) return;
    if (over.parentElement !== field.parentElement) field.parentElement.append(over);
    lay(over, field);
    const dark = Number(getComputedStyle(field).color.match(/\d+/g)[0]) > 127;
    if (painted === `${dark}${field.value}`) return;
    painted = `${dark}${field.value}`;
    over.replaceChildren(...tokens(field.value, words, known, Number(dark)));
  };
  const timer = setInterval(paint, LOOK_EVERY);
  document.addEventListener("input", paint);
  document.addEventListener("scroll", paint, true);
  paint();
  return () => {
    clearInterval(timer);
    document.removeEventListener("input", paint);
    document.removeEventListener("scroll", paint, true);
    over.remove();
    field?.style.removeProperty("-webkit-text-fill-color");
  };
}

// The letters in colours lie exactly over those of the field.
function lay(over, field) {
  const style = getComputedStyle(field);
  for (const name of TAKEN) over.style[name] = style[name];
  Object.assign(over.style, {
    position: "absolute", left: `${field.offsetLeft}px`, top: `${field.offsetTop}px`, margin: 0,
    width: `${field.clientWidth}px`, height: `${field.clientHeight}px`, overflow: "hidden",
    whiteSpace: "pre-wrap", overflowWrap: "break-word", pointerEvents: "none", background: "none",
    borderStyle: "solid", borderColor: "transparent", color: style.color,
  });
  field.parentElement.style.position = "relative";
  field.style.setProperty("-webkit-text-fill-color", "transparent");
  over.scrollTop = field.scrollTop;
}

function tokens(text, words, known, dark) {
  const made = [];
  let last = 0;
  const add = (until, tint) => {
    const part = document.createElement("span");
    part.textContent = text.slice(last, until);
    if (tint) part.style.color = TINTS[tint][dark];
    if (tint) part.dataset.kind = tint;
    made.push(part);
    last = until;
  };
  for (const { 0: all, index, groups } of text.matchAll(TOKEN)) {
    const tint = kindOf(groups, words, known);
    if (!tint) continue;
    add(index + (groups.after?.length ?? 0), "");
    add(index + all.length, tint);
  }
  add(text.length, "");
  made.at(-1).append("\n"); // an empty last line has its height too
  return made;
}

function kindOf({ comment, text, parameter, after, name }, words, known) {
  if (comment) return "comment";
  if (text) return "text";
  if (parameter) return "parameter";
  if (after) return known.has(name) ? "label" : "";
  return words.has(name.toUpperCase()) ? "word" : "";
}
