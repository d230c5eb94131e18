// The panel that narrows the cards down: by iceberg, level, force, reading and tag.
const ANY = "";

const readOf = {
  layer: (card) => [card.layer],
  level: (card) => [card.level],
  force: (card, fact) => [fact.force?.effect ?? "none"],
  reading: (card, fact) => [fact.reading ?? "none"],
  tag: (card, fact) => fact.tags,
};

export class Filters {
  // `changed` is called whenever another choice is made.
  constructor(strip, words, changed) {
    this.words = words;
    this.changed = changed;
    this.selects = {};
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.textContent = words.filter;
    this.button.addEventListener("click", () => this.open(this.panel.hidden));
    this.panel = document.createElement("div");
    this.panel.className = "filters";
    this.panel.hidden = true;
    this.panel.setAttribute("role", "group");
    this.panel.setAttribute("aria-label", words.filter_title);
    for (const name of Object.keys(readOf)) this.panel.append(this.row(name));
    this.panel.append(this.clearButton());
    this.panel.addEventListener("keydown", (event) => this.onKey(event));
    strip.append(this.button);
    this.open(false);
  }

  row(name) {
    const label = document.createElement("label");
    const select = (this.selects[name] = document.createElement("select"));
    select.setAttribute("aria-label", this.words.filters[name]);
    select.addEventListener("change", () => this.tell());
    label.append(this.words.filters[name], select);
    return label;
  }

  clearButton() {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = this.words.filter_clear;
    made.addEventListener("click", () => this.clear());
    return made;
  }

  open(isOpen) {
    this.panel.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", `${isOpen}`);
    if (isOpen) this.selects.layer.focus({ preventScroll: true });
  }

  onKey(event) {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    this.open(false);
    this.button.focus({ preventScroll: true });
  }

  /** Offers what there is on these cards; earlier readings of the canvas have no facts. */
  use(cards, facts) {
    this.facts = facts;
    this.button.hidden = !facts;
    if (!facts) return this.open(false);
    const { words } = this;
    const titles = (rows) => rows.map(({ id, title }) => [id, title]);
    const tags = [...new Set(Object.values(facts.cards).flatMap(({ tags }) => tags))].sort();
    this.offer("layer", titles(facts.layers));
    this.offer("level", titles(facts.levels));
    this.offer("force", Object.entries(words.filter_forces));
    this.offer("reading", Object.entries(words.filter_readings));
    this.offer("tag", tags.map((tag) => [tag, tag]));
    this.selects.tag.parentElement.hidden = tags.length === 0;
    this.mark();
  }

  offer(name, options) {
    const select = this.selects[name];
    const kept = select.value;
    select.replaceChildren(new Option(this.words.filter_any, ANY), ...options.map(([key, text]) => new Option(text, key)));
    select.value = options.some(([key]) => key === kept) ? kept : ANY;
  }

  get isOn() {
    return Boolean(this.facts) && Object.values(this.selects).some(({ value }) => value !== ANY);
  }

  /** Whether a card has all that was chosen. */
  passes(card) {
    const fact = this.facts?.cards[card.id];
    if (!fact) return !this.isOn;
    return Object.entries(this.selects).every(
      ([name, { value }]) => value === ANY || readOf[name](card, fact).includes(value),
    );
  }

  clear() {
    for (const select of Object.values(this.selects)) select.value = ANY;
    this.tell();
  }

  tell() {
    this.mark();
    this.changed();
  }

  // Closed, the button alone says that something is narrowed down.
  mark() {
    this.button.setAttribute("aria-pressed", `${this.isOn}`);
  }
}
