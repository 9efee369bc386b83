// Shows blocks of plain text: headings, sentences, details, tables. Every string goes in as text,
// never as markup; each is set apart, so that a name's direction stays its own.

// A browser offers to save a drawing as a picture, past the audience, the search and the ledger.
addEventListener("contextmenu", (event) => {
  const drawn = (one) => one instanceof HTMLCanvasElement || one instanceof HTMLImageElement;
  if (event.composedPath().some(drawn)) event.preventDefault();
});

export default function ({ data, parentElement, setTriggerValue }) {
  const sheet = parentElement.querySelector("[data-sheet]");
  const opened = Boolean(sheet.querySelector("details.fold")?.open); // stays so on another day
  const shown = [...sheet.querySelectorAll("[data-opens][aria-expanded=true]")];
  const rows = new Set(shown.map((button) => button.dataset.opens));
  const read = [...sheet.querySelectorAll("details[open] > [data-line]")];
  const lines = new Set(read.map((line) => line.dataset.line));
  const page = { looks: data.looks, opened, rows, lines, pick: (row) => setTriggerValue("picked", row) };
  sheet.replaceChildren(...data.blocks.map((block) => BLOCKS[block.kind](block, page)));
  return standingFor(sheet, data.day);
}

// A part that stands for another day than the one that is shown says so until it has followed.
function standingFor(sheet, day) {
  const say = () => {
    const behind = Boolean(day && hub().day && hub().day !== day);
    sheet.classList.toggle("behind", behind);
    sheet.dataset.asOf = day ?? "";
    if (behind) sheet.setAttribute("data-behind", `as of ${day}`);
    else sheet.removeAttribute("data-behind");
  };
  say();
  return listen({ day: say });
}

const BLOCKS = {
  heading: ({ level, text }) => element(`h${level}`, "", text),
  text: ({ text, tone, mark }, page) => {
    const line = element("p", tone);
    if (mark) line.append(markElement(page.looks[mark], tone === "lead" ? 30 : 20));
    line.append(element("span", "", text));
    return line;
  },
  details: ({ details }, page) => {
    const list = element("dl", "details");
    for (const { label, cell } of details) {
      const told = element("dd");
      for (const part of cell) told.append(cellPart(part, page, null));
      list.append(element("dt", "", label), told);
    }
    return list;
  },
  fold: ({ title, blocks }, page) => {
    const box = element("details", "fold");
    box.append(element("summary", "", title), ...blocks.map((one) => BLOCKS[one.kind](one, page)));
    box.open = page.opened;
    return box;
  },
  marks: ({ marks }, page) => {
    const list = element("ul", "marks");
    for (const { mark, tint, size, text } of marks) {
      const item = element("li");
      const sign = mark ? markElement(page.looks[mark], 22) : tint ? tintElement(tint) : sizeElement(size);
      item.append(sign, element("span", "", text));
      list.append(item);
    }
    return list;
  },
  timeline: (block, page) => timelineElement(block, page),
  map: (block) => mapElement(block),
  table: (block, page) => {
    const scroll = element("div", "scroll");
    const table = element("table", block.widths.length ? "dense" : "");
    if (block.caption) table.append(element("caption", "", block.caption));
    const head = element("tr");
    block.columns.forEach((title, at) => {
      const cell = element("th", "", title);
      cell.scope = "col";
      if (block.widths.length) cell.style.width = `${block.widths[at]}%`;
      head.append(cell);
    });
    const top = element("thead");
    top.append(head);
    const body = element("tbody");
    body.append(...block.rows.flatMap((row) => tableRows(row, page)));
    for (const line of body.children) headed(line, block.columns);
    table.append(top, body);
    scroll.append(table);
    return scroll;
  },
};

// Where a row is a list, each cell but the first says which column it is of.
function headed(line, columns) {
  [...line.cells].forEach((cell, at) => {
    if (at && columns[at]) cell.dataset.head = columns[at];
  });
}

// A row, and those under it, which are shown when it is opened; it stays so on another day.
function tableRows(row, page) {
  const line = tableRow(row, page);
  if (!row.rows.length) return [line];
  const under = row.rows.map((one) => tableRow(one, page));
  const button = element("button", "link opens", row.opens);
  const open = (shown) => {
    button.setAttribute("aria-expanded", String(shown));
    for (const one of under) one.hidden = !shown;
  };
  const beside = (row.cells.at(1) ?? []).map((part) => part.text); // a name, and its stop
  const key = [row.opens, ...beside].join(" ").trim();
  button.type = "button";
  button.dataset.opens = key;
  button.setAttribute("aria-label", key);
  button.onclick = () => open(button.getAttribute("aria-expanded") === "false");
  line.querySelector("td").prepend(button);
  for (const one of under) one.classList.add("under");
  open(page.rows.has(key));
  return [line, ...under];
}

function tableRow({ cells, pick, selected, tone }, page) {
  const line = element("tr", tone);
  if (selected) line.setAttribute("aria-selected", "true");
  if (selected) line.classList.add("selected");
  cells.forEach((lines, column) => {
    const cell = element("td");
    for (const part of lines) cell.append(cellPart(part, page, column === 0 ? pick : null));
    line.append(cell);
  });
  return line;
}

function cellPart({ text, mark, tone, pick, spark, bar, runs }, page, rowPick) {
  if (runs) return runElement(runs, page);
  const picked = pick ?? (tone === "name" ? rowPick : null);
  const line = element(picked === null ? "div" : "button", bar ? "barred" : tone);
  if (mark) line.append(markElement(page.looks[mark], 20));
  if (bar) line.append(barElement(bar, page.looks));
  if (spark) line.append(sparkElement({ ...spark, label: text }));
  else line.append(element("span", "", text));
  if (picked !== null) {
    line.type = "button";
    line.classList.add("link");
    line.onclick = () => page.pick(picked);
  }
  return line;
}

// A sentence of several parts, of which some lead somewhere. A button cannot be broken between
// two lines, so what leads somewhere is none: it is pressed like one.
function runElement(runs, page) {
  const line = element("p", "run");
  line.append(...runs.map(({ pick = null, ...one }) => pressed(cellPart(one, page, null), pick, page)));
  return line;
}

function pressed(line, pick, page) {
  if (pick === null) return line;
  line.classList.add("link");
  line.setAttribute("role", "button");
  line.tabIndex = 0;
  line.onclick = () => page.pick(pick);
  line.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    page.pick(pick);
  };
  return line;
}

function element(tag, style = "", text = null) {
  const made = document.createElement(tag);
  if (style) made.className = style;
  if (text !== null) {
    made.append(...unbroken(text));
    made.dir = "auto";
  }
  return made;
}

// Plain text, in which no day is broken at the end of a line.
function unbroken(text) {
  return text.split(/(\d{4}-\d{2}-\d{2})/).map((piece, i) => {
    if (i % 2 === 0) return document.createTextNode(piece);
    const day = document.createElement("span");
    day.className = "day";
    day.textContent = piece;
    return day;
  });
}

// How the contacts of a child shrank: a step line for yes, a dashed one for possibly, and the
// day that is looked at. The words beside it say the same.
function sparkElement({ steps, first, last, day, most, label }) {
  const [width, height, foot] = [132, 34, 30];
  const x = (at) => Math.max(0, Math.min(width, ((at - first) / (last - first || 1)) * width));
  const y = (count) => foot - (count / most) * (foot - 4);
  const path = (count) =>
    steps.map((step, i) => `${i ? "H" : "M"}${x(step.at)} ${i ? "V" : ""}${y(count(step))}`).join(" ") +
    ` H${width}`;
  const drawing = shape("svg", {
    width, height, viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none",
    role: "img", "aria-label": label, class: "spark",
  });
  drawing.append(
    shape("line", { x1: 0, y1: foot, x2: width, y2: foot, class: "ground" }),
    shape("path", { d: path((step) => step.yes + step.possibly), class: "possibly" }),
    shape("path", { d: path((step) => step.yes), class: "yes" }),
    shape("line", { x1: x(day), y1: 0, x2: x(day), y2: height, class: "day" }),
  );
  return drawing;
}

// A colour of ours, for a property of one's choice.
function tintElement(tint) {
  const drawing = shape("svg", { width: 22, height: 12, "aria-hidden": "true" });
  drawing.append(shape("rect", { width: 22, height: 12, fill: tint, stroke: "currentColor" }));
  return drawing;
}

// A card of a size, beside the others of the legend.
function sizeElement(size) {
  const [width, height] = [30 * size, 20 * size];
  const drawing = shape("svg", { width: width + 2, height: height + 2, "aria-hidden": "true" });
  drawing.append(shape("rect", { x: 1, y: 1, width, height, fill: "none", stroke: "currentColor" }));
  return drawing;
}

// How many there are of each, one beside the other; who is only possible has a dashed edge and
// no colour. The words below say the same.
function barElement({ parts, most }, looks) {
  const drawing = shape("svg", { width: "100%", height: 18, "aria-hidden": "true", class: "bar" });
  let before = 0;
  for (const { count, mark } of parts) {
    const [x, width] = [before, count].map((at) => `${(at / most) * 100}%`);
    const facts = { x, y: 1, width, height: 16, class: mark ? "sure" : "possible" };
    drawing.append(shape("rect", mark ? { ...facts, fill: looks[mark].fill } : facts));
    before += count;
  }
  return drawing;
}

function shape(tag, facts) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(facts)) made.setAttribute(name, String(value));
  return made;
}
