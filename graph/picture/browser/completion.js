// Completes labels, relationships, properties and words of Cypher while a query is typed. It
// listens to the field of that name; what it offers stands below it, and Tab takes the first.

const MOST_OFFERED = 8;
const CYPHER_WORDS = [
  "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "ORDER BY", "LIMIT", "SKIP", "UNWIND", "UNION",
  "DISTINCT", "EXISTS", "CASE", "WHEN", "THEN", "ELSE", "END", "COLLECT", "COUNT", "AND", "NOT", "CONTAINS",
  "STARTS WITH", "ENDS WITH", "IS NULL", "IS NOT NULL",
];

export default function ({ data, parentElement }) {
  const list = parentElement.querySelector("[data-words]");
  const hint = parentElement.querySelector("[data-hint]");
  const isField = (one) => one instanceof HTMLTextAreaElement && one.getAttribute("aria-label") === data.label;
  let field = null;
  const show = (words) => {
    list.replaceChildren(...words.map((word) => offered(word, () => take(field, word, show))));
    hint.hidden = !words.length;
  };
  const typed = ({ target }) => {
    if (!isField(target)) return;
    field = target;
    show(offers(data, field.value, field.selectionStart));
  };
  const pressed = (event) => {
    if (!isField(event.target) || !list.children.length) return;
    if (event.key === "Escape") show([]);
    else if (event.key !== "Tab" || event.shiftKey) return;
    else take(event.target, list.children[0].textContent, show);
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("input", typed);
  document.addEventListener("keydown", pressed, true);
  const end = coloured(isField, data);
  return () => {
    end();
    document.removeEventListener("input", typed);
    document.removeEventListener("keydown", pressed, true);
  };
}

function offered(word, chosen) {
  const item = document.createElement("button");
  item.type = "button";
  item.textContent = word;
  item.onmousedown = (event) => event.preventDefault(); // the field keeps the caret
  item.onclick = chosen;
  return item;
}

// What may come next: after a colon a label or a relationship, after a dot a property.
function offers({ labels, types }, text, caret) {
  const before = text.slice(0, caret);
  const begun = /\w*$/.exec(before)[0];
  const left = before.slice(0, before.length - begun.length);
  if (/[:|]\s*$/.test(left)) return beginning(Object.keys(inBracket(left) ? types : labels), begun);
  const owner = /(\w+)\.$/.exec(left);
  if (owner) return beginning(propertiesOf({ ...labels, ...types }, text, owner[1]), begun);
  return begun.length > 1 ? beginning(CYPHER_WORDS, begun) : [];
}

function inBracket(left) {
  return left.lastIndexOf("[") > left.lastIndexOf("(");
}

function propertiesOf(kinds, text, name) {
  const kind = new RegExp(`[([]\\s*${name}\\s*:\\s*(\\w+)`).exec(text)?.[1];
  return kinds[kind] ?? [...new Set(Object.values(kinds).flat())].sort();
}

function beginning(words, begun) {
  const small = begun.toLowerCase();
  return words.filter((one) => one.toLowerCase().startsWith(small) && one !== begun).slice(0, MOST_OFFERED);
}

// React keeps the text of the field: it hears of a new one by the event alone.
function take(field, word, show) {
  const caret = field.selectionStart;
  const left = field.value.slice(0, caret).replace(/\w*$/, "") + word;
  const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
  write.call(field, left + field.value.slice(caret));
  field.setSelectionRange(left.length, left.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  show([]);
}
