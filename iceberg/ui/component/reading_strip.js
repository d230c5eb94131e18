// How far and which way a choice lights up, and a search over the cards.
const STEPS = { 1: 1, 2: 2, all: Infinity };

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export class ReadingStrip {
  // `on` are the answers: light({steps, way}), found(ids or null), go(id), leave().
  constructor(place, words, on) {
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
    place.append(this.search, this.count, steps, way);
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

  use(cards) {
    this.cards = cards;
    if (this.search.value) this.look();
  }

  look() {
    const wanted = plain(this.search.value.trim());
    const hits = this.cards.filter(({ lines, spoken }) => plain(`${lines.join(" ")} ${spoken}`).includes(wanted));
    this.hits = wanted ? hits.map(({ id }) => id) : [];
    this.at = -1;
    this.count.textContent = wanted ? this.words.found.replace("{count}", hits.length) : "";
    this.on.found(wanted ? new Set(this.hits) : null);
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

  focus() {
    this.search.focus({ preventScroll: true });
    this.search.select();
  }
}
