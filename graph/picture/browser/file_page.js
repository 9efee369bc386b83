// A page in a file of its own: draws each family, and says in words who is chosen.

const families = JSON.parse(document.getElementById("families").textContent);
const cardOf = new Map(families.flatMap(({ drawings }) => drawings.flatMap(cardsOf)));

function cardsOf({ nodes }) {
  return nodes.map(([id, , , spans]) => [id, spans[0][1]]);
}

function part(tag, text, style = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.dir = "auto";
  if (style) made.className = style;
  return made;
}

function choose(id, section) {
  const card = cardOf.get(id);
  if (!card || !section) return;
  setSelected(id);
  const said = [card.relation, [card.word, card.status].filter(Boolean).join(": "), card.note];
  const lines = [part("p", card.name, "name"), ...said.filter(Boolean).map((text) => part("p", text))];
  if (card.stop) lines.push(part("p", card.stop, "stop"));
  section.querySelector("[data-chosen]").replaceChildren(...lines);
  for (const row of document.querySelectorAll("tr[data-node]")) {
    row.classList.toggle("chosen-row", row.dataset.node === id);
  }
}

function sectionOf(id) {
  return [...document.querySelectorAll("section[data-family]")].find((section) =>
    families[Number(section.dataset.family)].drawings.some(({ nodes }) => nodes.some(([one]) => one === id)),
  );
}

for (const section of document.querySelectorAll("section[data-family]")) {
  const { drawings } = families[Number(section.dataset.family)];
  const looks = drawings[0].looks;
  drawNetwork({ data: drawings[0], parentElement: section });
  for (const item of section.querySelectorAll("[data-mark]")) {
    item.prepend(markElement(looks[item.dataset.mark], 22));
  }
  const all = section.querySelector("[data-all]");
  all.hidden = drawings.length < 2;
  all.onclick = () => {
    const whole = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(whole));
    drawNetwork({ data: drawings[whole ? 1 : 0], parentElement: section });
  };
  for (const button of section.querySelectorAll("td button")) {
    button.onclick = () => choose(button.closest("tr").dataset.node, section);
  }
}

listen({ picked: ({ detail }) => choose(detail, sectionOf(detail)) });
