// What the parts of a page agree on: the day that is shown, and who is chosen. Each part is a
// component of its own, with a script of its own; they meet here and nowhere else.

function hub() {
  globalThis.kinthreadHub ??= Object.assign(new EventTarget(), {
    day: null,
    selected: null,
    gathered: [],
  });
  return globalThis.kinthreadHub;
}

function tell(type, detail = null) {
  hub().dispatchEvent(new CustomEvent(type, { detail }));
}

// The day that the page shows from now on; parts that stand for another one say so.
function setDay(day) {
  if (hub().day === day) return;
  hub().day = day;
  tell("day");
}

function setSelected(node) {
  if (hub().selected === node) return;
  hub().selected = node;
  tell("selected");
}

// Who is chosen beside the one that was chosen last.
function setGathered(nodes) {
  if (String(hub().gathered) === String(nodes)) return;
  hub().gathered = nodes;
  tell("selected");
}

// Until the returned function is called, `heard` is called for each of these.
function listen(handlers) {
  for (const [type, heard] of Object.entries(handlers)) hub().addEventListener(type, heard);
  return () => {
    for (const [type, heard] of Object.entries(handlers)) hub().removeEventListener(type, heard);
  };
}
