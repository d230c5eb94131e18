// The small bar at what is chosen. It is described by rows of plain data (see bar_rows.js), and made
// anew only when these change, so that focus stays where it is.
import { bestWay, covers, stand } from "./beside.js";

const TOOLS_PX = 64;
// A second click of a hurried hand was meant for what stood there at the first.
const HURRY_MS = 700;
const STILL_PX = 6;

const makers = {
  button({ text, title, pressed, off, act }) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    // The name is what is written on it, so that it can be spoken to; the title only tells more.
    if (title) made.title = title;
    if (pressed !== undefined) made.setAttribute("aria-pressed", `${pressed}`);
    made.disabled = Boolean(off);
    made.addEventListener("click", act);
    return made;
  },
  select({ title, options, value, off, act }) {
    const made = document.createElement("select");
    made.setAttribute("aria-label", made.title = title);
    made.disabled = Boolean(off);
    for (const [key, text] of options) made.add(new Option(text, key, false, key === value));
    made.addEventListener("change", () => act(made.value));
    return made;
  },
  text({ title, value, limit, act }) {
    const made = document.createElement("input");
    made.setAttribute("aria-label", (made.title = made.placeholder = title));
    made.maxLength = limit;
    made.value = value;
    made.addEventListener("change", () => act(made.value.trim()));
    made.addEventListener("keydown", (event) => {
      if (event.key === "Escape") made.value = value;
      else event.stopPropagation();
    });
    return made;
  },
};

export class Bar {
  // `above` is what the bar must not cover: it stays below it. `handOn(isByKeys, about)` is called
  // when the control that had the focus is no longer there.
  constructor(root, after, above, handOn) {
    this.root = root;
    this.above = above;
    this.handOn = handOn;
    this.box = document.createElement("div");
    this.box.className = "bar";
    this.box.hidden = true;
    this.box.setAttribute("role", "toolbar");
    after.after(this.box);
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("click", (event) => this.onClick(event), { capture: true });
  }

  /** Shows rows of {name, kind, …} under a label; no rows hide the bar. `about` are the ids of the
   *  cards that it is about, `boxOf()` gives their place in CSS pixels of the board, `avoid()` what
   *  else is better seen. */
  show(label, rows, { about, boxOf, avoid }) {
    const had = this.box.querySelector(":focus");
    const isByKeys = had?.matches(":focus-visible");
    const before = this.about;
    const isOther = `${label} ${about}` !== this.subject;
    Object.assign(this, { about, boxOf, avoid, subject: `${label} ${about}` });
    const said = JSON.stringify([label, rows, about]);
    if (said !== this.said) this.build(label, rows);
    this.said = said;
    if (isOther) this.changed = performance.now();
    // While somebody is on it, it stays where it is.
    if (isOther || !this.box.matches(":hover, :focus-within")) this.way = null;
    this.box.hidden = rows.length === 0;
    this.place();
    if (had && !this.box.querySelector(":focus")) this.handOn(isByKeys, before[0]);
  }

  build(label, rows) {
    const focused = this.box.querySelector(":focus")?.dataset.name;
    this.box.setAttribute("aria-label", label);
    this.box.replaceChildren(
      ...rows.map((row) => {
        const made = makers[row.kind](row);
        made.dataset.name = row.name;
        return made;
      }),
    );
    if (focused) this.box.querySelector(`[data-name="${focused}"]`)?.focus({ preventScroll: true });
  }

  place() {
    if (this.box.hidden) return;
    const { limits } = this;
    const box = this.boxOf();
    const size = { width: this.box.offsetWidth, height: this.box.offsetHeight };
    if (this.way && covers(stand(this.way, box, size, limits), box)) this.way = null;
    this.way ??= bestWay(box, size, limits, this.avoid());
    const { left, top } = stand(this.way, box, size, limits);
    this.box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  get limits() {
    const { clientWidth, clientHeight } = this.root;
    const top = Math.max(this.above.offsetTop + this.above.offsetHeight, 0) + 4;
    const tools = this.root.querySelector(".tools");
    // Beside the picture they stand one above the other, below it side by side.
    const isRow = tools.offsetWidth > tools.offsetHeight;
    const right = isRow ? clientWidth - 4 : clientWidth - TOOLS_PX;
    return { left: 4, right, top, bottom: isRow ? tools.offsetTop - 4 : clientHeight - 4 };
  }

  focus() {
    this.box.querySelector("button, select, input")?.focus({ preventScroll: true });
  }

  onKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.target.tagName === "SELECT") return;
    event.preventDefault();
    event.stopPropagation();
    const items = [...this.box.children].filter((item) => !item.disabled);
    const at = items.indexOf(event.target);
    items[(at + step + items.length) % items.length].focus({ preventScroll: true });
  }

  onClick(event) {
    const { clientX: x, clientY: y, detail } = event;
    if (!detail) return;
    const { x: x0, y: y0, subject } = this.pressed ?? {};
    const isHurried = performance.now() - this.changed < HURRY_MS && subject !== this.subject;
    if (isHurried && Math.hypot(x - x0, y - y0) <= STILL_PX) return event.stopPropagation();
    this.pressed = { x, y, subject: this.subject };
  }
}
