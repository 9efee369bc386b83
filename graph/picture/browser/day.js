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
  bar.slider.onkeydown = (event) => keyed(bar, event);
  bar.any.onchange = () => typed(bar);
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
  bar.first = data.first;
  bar.last = data.last;
  bar.told = data.told;
  bar.root.hidden = !data.days.length && !data.day;
  setDay(day);
  if (heard) setSelected(data.selected);
  setGathered(data.gathered);
  showDay(bar);
  showYears(bar);
}

// The slider is an axis of time; it goes to the stop that is nearest to where it was put.
function slid(bar, wait) {
  const away = (day) => Math.abs(dayNumber(day) - Number(bar.slider.value));
  choose(bar, bar.days.reduce((best, day) => (away(day) < away(best) ? day : best)), wait);
}

// A key goes to the next stop, however far it is.
function keyed(bar, event) {
  const at = bar.days.indexOf(hub().day);
  const goals = {
    ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1,
    PageDown: at - 5, PageUp: at + 5, Home: 0, End: bar.days.length - 1,
  };
  if (!(event.key in goals)) return;
  event.preventDefault();
  choose(bar, bar.days[Math.max(0, Math.min(bar.days.length - 1, goals[event.key]))], 0);
}

function dayNumber(day) {
  return Date.parse(day) / 86400000;
}

// A day is written in one way, whatever the browser's country: 2017-08-01, never 08/01/2017.
function typed(bar) {
  const day = bar.any.value.trim();
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(day) : new Date(NaN);
  const real = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
  const good = real && bar.first <= day && day <= bar.last;
  bar.any.setAttribute("aria-invalid", String(!good));
  if (good) choose(bar, day, 0);
  else bar.state.textContent = `“${day}” is no day from ${bar.first} to ${bar.last}: write 2018-05-15`;
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
  bar.slider.min = dayNumber(bar.days[0] ?? day);
  bar.slider.max = axisEnd(bar);
  bar.slider.value = dayNumber(day);
  bar.slider.setAttribute("aria-valuetext", day);
  bar.slider.disabled = bar.days.length < 2;
  if (bar.any.value !== day) bar.any.value = day;
  bar.any.setAttribute("aria-invalid", "false");
  // What changed on the day is known at once; the rest of the page may still be behind.
  const changed = bar.captions[day] ? `. ${bar.captions[day]}` : "";
  bar.state.textContent = `Shown day: ${day}${changed}${bar.behind ? " …" : ""}`;
  bar.root.dataset.settled = bar.behind ? "" : day;
}

// The axis ends a little after the last stop: what is beyond the sources is grey.
function axisEnd(bar) {
  const [first, last] = [bar.days[0], bar.days.at(-1)].map(dayNumber);
  return Math.max(last, dayNumber(bar.told)) + Math.ceil((last - first) * 0.04) + 1;
}

// Years where they begin, as far as there is room; a stroke for each stop; grey for later days.
function showYears(bar) {
  if (!bar.days.length) return;
  const [first, end] = [dayNumber(bar.days[0]), axisEnd(bar)];
  const at = (day) => (dayNumber(day) - first) / (end - first);
  const gap = Math.max(0.055, 40 / (bar.years.clientWidth || 900));
  const put = (style, place, text = "") => {
    const one = document.createElement("span");
    one.className = style;
    one.textContent = text;
    one.style.insetInlineStart = `${place * 100}%`;
    return one;
  };
  let last = -1;
  const years = [];
  for (let year = Number(bar.days[0].slice(0, 4)); year <= Number(bar.told.slice(0, 4)); year += 1) {
    const place = Math.max(0, at(`${year}-01-01`));
    if (place > 0.97 || (last >= 0 && place - last < gap)) continue;
    last = place;
    years.push(put("year", place, String(year)));
  }
  const stops = bar.days.map((day) => put("stop", at(day)));
  const beyond = put("beyond", Math.min(1, at(bar.told)));
  beyond.title = `Nothing is recorded after ${bar.told}`;
  bar.years.replaceChildren(beyond, ...stops, ...years);
}
