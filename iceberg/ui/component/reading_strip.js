// How far and which way a choice lights up, a search and filters over the cards, and the way from
// what stands out to a picture of just that.
import { Filters } from "./filters.js";

const STEPS = { 1: 1, 2: 2, all: Infinity };

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export class ReadingStrip {
  // `on` are the answers: light({steps, way}), found(ids or null), go(id), leave(), show(): just what
  // stands out, showAll().
  constructor(place, words, on) {
    this.place = place;
    this.on = on;
    this.reading = { steps: 1, way: "both" };
    this.search = document.createElement("input");
    this.search.type = "search";
    this.search.placeholder = words.search;
    this.search.setAttribute("aria-label", words.search);
    this.search.addEventListener("input", () => this.look());
    this.search.addEventListener("keydown", (event) => this.onKey(event));
    this.count = document.createElement("span");
    this.count.className = "count";
    this.count.setAttribute("role", "status");
    this.words = words;
    const steps = this.select(words.steps_title, words.steps, (value) => ({ steps: STEPS[value] }));
    const way = this.select(words.way_title, words.ways, (value) => ({ way: value }));
    place.append(this.search, this.count);
    this.filters = new Filters(place, words, () => this.look());
    this.justThese = this.button(words.show_these, words.show_these_title, () => this.show());
    this.all = this.button("", words.show_all_title, () => this.on.showAll());
    this.reach = [steps, way];
    place.append(...this.reach, this.justThese, this.all, this.filters.panel);
    this.offer(0);
    this.choose(null);
  }

  select(title, options, change) {
    const made = document.createElement("select");
    made.setAttribute("aria-label", (made.title = title));
    for (const [key, text] of Object.entries(options)) made.add(new Option(text, key));
    made.addEventListener("change", () => {
      this.reading = { ...this.reading, ...change(made.value) };
      this.on.light(this.reading);
    });
    return made;
  }

  button(text, title, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.title = title;
    made.addEventListener("click", act);
    return made;
  }

  use(cards, facts) {
    this.cards = cards;
    this.leftOut = facts?.left_out ?? 0;
    // One card needs no looking for, and the next step is told in this place.
    this.place.classList.toggle("idle", cards.length + this.leftOut < 2);
    this.filters.use(cards, facts);
    this.all.hidden = !this.leftOut;
    this.all.textContent = this.words.show_all.replace("{count}", cards.length + this.leftOut);
    if (this.isLooking || this.hits) this.look();
  }

  /** How far a choice reaches is asked only while there is one. */
  choose(chosen) {
    for (const select of this.reach) select.hidden = chosen?.kind !== "card";
  }

  /** Offers to leave all but so many cards out; none or all of them are no offer. */
  offer(count) {
    this.justThese.hidden = !count || count === this.cards.length || !this.filters.facts;
  }

  get isLooking() {
    return Boolean(this.search.value.trim()) || this.filters.isOn;
  }

  look() {
    const wanted = plain(this.search.value.trim());
    const says = ({ lines, spoken }) => plain(`${lines.join(" ")} ${spoken}`).includes(wanted);
    const hits = this.cards.filter((card) => this.filters.passes(card) && says(card));
    this.hits = this.isLooking ? hits.map(({ id }) => id) : null;
    this.at = -1;
    this.count.textContent = this.hits ? this.words.found.replace("{count}", hits.length) : "";
    this.on.found(this.hits && new Set(this.hits));
  }

  onKey(event) {
    event.stopPropagation();
    if (event.key === "Escape") return this.clear();
    if (event.key !== "Enter" || !this.hits?.length) return;
    const step = event.shiftKey ? -1 : 1;
    this.at = (this.at + step + this.hits.length) % this.hits.length;
    this.on.go(this.hits[this.at]);
  }

  clear() {
    this.search.value = "";
    this.look();
    this.on.leave();
  }

  // What was looked for is now all there is.
  show() {
    this.on.show();
    this.search.value = "";
    this.filters.open(false);
    this.filters.clear();
    this.on.leave();
  }

  focus() {
    this.search.focus({ preventScroll: true });
    this.search.select();
  }
}
