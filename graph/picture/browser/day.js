// The day: a slider over the days on which something changed, a play button, any other day.
// The picture follows at once, over the hub; the rest of the page when the server has answered.

const DAY_WAIT = 140;
const STEP_TIME = 1300;
const STEP_TIME_QUIET = 2600;
const bars = new WeakMap();

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector("[data-bar]");
  const bar = bars.get(root) ?? newBar(root);
  bar.send = setStateValue;
  bar.trigger = setTriggerValue;
  follow(bar, data);
  return () => {
    bars.get(root)?.end();
    bars.delete(root);
  };
}

function newBar(root) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const bar = {
    root, slider: find("slider"), any: find("any"), play: find("play"), state: find("state"),
    years: find("years"), captions: {}, days: [], sent: null, waiting: null, playing: null,
  };
  bar.slider.oninput = () => slid(bar, DAY_WAIT);
  bar.slider.onchange = () => slid(bar, 0);
  bar.any.onchange = () => bar.any.value && choose(bar, bar.any.value, 0);
  bar.play.onclick = () => (bar.playing ? stop(bar) : play(bar));
  for (const button of root.querySelectorAll("[data-step]")) {
    button.onclick = () => step(bar, Number(button.dataset.step));
  }
  const silent = listen({
    picked: ({ detail }) => bar.trigger("picked", detail),
    expanded: ({ detail }) => bar.trigger("expanded", detail),
    gathered: ({ detail }) => bar.trigger("gathered", detail),
    lassoed: ({ detail }) => bar.trigger("lassoed", detail),
    moved: ({ detail }) => bar.trigger("moved", detail),
  });
  const interrupt = (event) => {
    if (bar.playing && !event.composedPath().includes(bar.play)) stop(bar);
  };
  const inputs = ["pointerdown", "keydown", "wheel"];
  for (const type of inputs) addEventListener(type, interrupt, { capture: true, passive: true });
  bar.end = () => {
    silent();
    stop(bar);
    for (const type of inputs) removeEventListener(type, interrupt, { capture: true });
    setDay(null);
    setSelected(null);
    setGathered([]);
  };
  bars.set(root, bar);
  return bar;
}

// The server's answer: its day is taken over once it has heard the last one that was sent.
function follow(bar, data) {
  const heard = bar.sent === null || bar.sent === data.heard;
  const day = heard && bar.waiting === null ? data.day : hub().day;
  bar.behind = day !== data.day;
  bar.days = !day || data.days.includes(day) ? data.days : [...data.days, day].sort();
  bar.captions = data.captions;
  bar.any.min = data.first;
  bar.any.max = data.last;
  bar.root.hidden = !data.days.length && !data.day;
  setDay(day);
  if (heard) setSelected(data.selected);
  setGathered(data.gathered);
  showDay(bar);
  showYears(bar);
}

function slid(bar, wait) {
  choose(bar, bar.days[Number(bar.slider.value)], wait);
}

function step(bar, by) {
  const at = bar.days.indexOf(hub().day) + by;
  if (at < 0 || at >= bar.days.length) return false;
  choose(bar, bar.days[at], 0);
  return true;
}

function choose(bar, day, wait) {
  if (day === hub().day && bar.waiting === null) return;
  clearTimeout(bar.waiting);
  bar.behind = true;
  if (!bar.days.includes(day)) bar.days = [...bar.days, day].sort();
  setDay(day);
  showDay(bar);
  bar.waiting = setTimeout(() => {
    bar.waiting = null;
    bar.sent = Date.now();
    bar.send("day", { day, nth: bar.sent });
  }, wait);
}

function play(bar) {
  if (hub().day === bar.days.at(-1)) choose(bar, bar.days[0], 0);
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const next = () => {
    if (!step(bar, 1)) stop(bar);
  };
  bar.playing = setInterval(next, quiet ? STEP_TIME_QUIET : STEP_TIME);
  showPlay(bar);
}

function stop(bar) {
  clearInterval(bar.playing);
  bar.playing = null;
  showPlay(bar);
}

function showPlay(bar) {
  bar.play.textContent = bar.playing ? "Pause" : "Play";
  bar.play.setAttribute("aria-label", bar.playing ? "Stop playing" : "Play the days one by one");
}

function showDay(bar) {
  const { day } = hub();
  bar.slider.max = Math.max(bar.days.length - 1, 0);
  bar.slider.value = bar.days.indexOf(day);
  bar.slider.setAttribute("aria-valuetext", day);
  bar.slider.disabled = bar.days.length < 2;
  if (bar.any.value !== day) bar.any.value = day;
  // What changed on the day is known at once; the rest of the page may still be behind.
  const changed = bar.captions[day] ? `. ${bar.captions[day]}` : "";
  bar.state.textContent = `Shown day: ${day}${changed}${bar.behind ? " …" : ""}`;
  bar.root.dataset.settled = bar.behind ? "" : day;
}

// The first stop of each year, as far as there is room between them.
function showYears(bar) {
  const most = bar.days.length - 1;
  const gap = Math.max(0.055, 40 / (bar.years.clientWidth || 900));
  let last = -1;
  const labels = bar.days.flatMap((day, i) => {
    const at = most ? i / most : 0;
    const year = day.slice(0, 4);
    if ((i && bar.days[i - 1].startsWith(year)) || (last >= 0 && at - last < gap)) return [];
    last = at;
    const label = document.createElement("span");
    label.textContent = year;
    label.style.insetInlineStart = `${at * 100}%`;
    return [label];
  });
  bar.years.replaceChildren(...labels);
}
