// The small bar at what is chosen. It is described by rows of plain data (see bar_rows.js), and made
// anew only when these change, so that focus stays where it is.
const GAP_PX = 12;
const TOOLS_PX = 64;

const makers = {
  button({ text, title, pressed, act }) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    // The name is what is written on it, so that it can be spoken to; the title only tells more.
    if (title) made.title = title;
    if (pressed !== undefined) made.setAttribute("aria-pressed", `${pressed}`);
    made.addEventListener("click", act);
    return made;
  },
  select({ title, options, value, act }) {
    const made = document.createElement("select");
    made.setAttribute("aria-label", made.title = title);
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
  }

  /** Shows rows of {name, kind, …} under a label; no rows hide the bar. `about` are the ids of the
   *  cards that it is about, `boxOf()` gives their place in CSS pixels of the board. */
  show(label, rows, about, boxOf) {
    const had = this.box.querySelector(":focus");
    const isByKeys = had?.matches(":focus-visible");
    const before = this.about;
    [this.about, this.boxOf] = [about, boxOf];
    const said = JSON.stringify([label, rows, about]);
    if (said !== this.said) this.build(label, rows);
    this.said = said;
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
    const { left, top, width, height } = this.boxOf();
    const { clientWidth, clientHeight } = this.root;
    const { offsetWidth, offsetHeight } = this.box;
    const least = this.above.offsetTop + this.above.offsetHeight + 4;
    const above = top - offsetHeight - GAP_PX;
    const below = Math.min(top + height + GAP_PX, clientHeight - offsetHeight - 4);
    const y = Math.max(above >= least ? above : below, least);
    const x = Math.min(left + (width - offsetWidth) / 2, clientWidth - offsetWidth - TOOLS_PX);
    this.box.style.transform = `translate(${Math.round(Math.max(x, 4))}px, ${Math.round(y)}px)`;
  }

  focus() {
    this.box.querySelector("button, select, input")?.focus({ preventScroll: true });
  }

  onKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.target.tagName === "SELECT") return;
    event.preventDefault();
    event.stopPropagation();
    const items = [...this.box.children];
    const at = items.indexOf(event.target);
    items[(at + step + items.length) % items.length].focus({ preventScroll: true });
  }
}
