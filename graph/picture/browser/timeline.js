// A timeline: a row a person, which opens to the same in words. Each place is a share of the width,
// so a row is drawn once for every window, for paper and for a phone.

function timelineElement({ rows, years, day, today, legend }, page) {
  const box = element("div", "timeline");
  const top = element("div", "years");
  top.append(...years.map(({ at, text }) => placed(element("span", "", text), at)));
  top.setAttribute("aria-hidden", "true");
  const list = element("ul", "people");
  list.append(...rows.map((row) => lineOfLife(row, { years, day, today }, page)));
  const signs = element("ul", "marks");
  signs.append(...legend.map(legendItem));
  box.append(top, list, signs);
  return box;
}

function placed(made, at, width = null) {
  made.style.insetInlineStart = `${at * 100}%`;
  if (width !== null) made.style.width = `${width * 100}%`;
  return made;
}

function lineOfLife(row, across, page) {
  const item = element("li");
  const box = element("details");
  const head = element("summary");
  const track = element("div", "lived");
  const words = row.bars.filter((bar) => bar.word);
  track.append(
    drawnLife(row, across),
    ...words.map((bar) => placed(element("span", "word", bar.word), bar.begin, bar.end - bar.begin)),
  );
  track.setAttribute("aria-hidden", "true");
  head.append(element("span", row.stop ? "who stop" : "who", row.name), track);
  head.dataset.line = row.name;
  const list = element("ul", "said");
  list.append(...row.words.map((said) => element("li", "", said)));
  box.append(head, list);
  box.open = page.lines.has(row.name);
  item.append(box);
  return item;
}

const ROW = { bar: 26, spell: 35 };

function drawnLife({ bars, points }, { years, day, today }) {
  const drawing = shape("svg", { width: "100%", height: "100%" });
  const part = (tag, facts, said = "") => {
    const made = shape(tag, facts);
    drawing.append(said ? titled(made, said) : made);
    return made;
  };
  const x = (share) => `${share * 100}%`;
  const line = (begin, end, y, style) => part("line", { x1: x(begin), x2: x(end), y1: y, y2: y, class: style });
  for (const { at } of years) part("line", { x1: x(at), x2: x(at), y1: 0, y2: "100%", class: "ground" });
  for (const { begin, end, fill, soft, said } of bars) {
    const height = soft ? 6 : 12;
    const facts = { x: x(begin), width: x(Math.max(end - begin, 0)), y: ROW.bar - height / 2, height, fill };
    part("rect", { ...facts, class: soft ? "soft" : "sure" }, said);
  }
  for (const { begin, end, at, ended } of points) {
    if (end > begin) line(begin, end, ROW.bar, "window");
    if (ended === null) continue;
    line(at, ended, ROW.spell, "spell");
    part("line", { x1: x(ended), x2: x(ended), y1: ROW.spell - 5, y2: ROW.spell + 4, class: "spell" });
  }
  part("line", { x1: x(day), x2: x(day), y1: 0, y2: "100%", class: "day" }, today);
  for (const { at, shape: outline, doubtful, said } of points) {
    const spot = part("svg", { x: x(at), y: ROW.bar, overflow: "visible", class: doubtful ? "hollow" : "mark" }, said);
    spot.append(shape("path", { d: outline }));
  }
  return drawing;
}

// The words of a part that is drawn, under a mouse.
function titled(made, said) {
  made.append(Object.assign(shape("title", {}), { textContent: said }));
  return made;
}

function legendItem({ style, shape: outline, text }) {
  const item = element("li");
  const drawing = shape("svg", { width: 20, height: 20, viewBox: "-10 -10 20 20", "aria-hidden": "true", class: style });
  drawing.append(shape("path", { d: outline }));
  item.append(drawing, element("span", "", text));
  return item;
}
