// The tray beside the picture: cards whose place is decided later. They are dragged onto the picture,
// or picked and put where a list says; their words can be changed, and cards added and removed.
import { liftOnto } from "./lift.js";
import { Placer } from "./placer.js";
import { Writing } from "./writing.js";

const SHOWN = 200;
const FOLDED = "iceberg-tray-folded";

function element(tag, className, parent, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  if (tag === "button") made.type = "button";
  parent.append(made);
  return made;
}

function isFoldedBefore() {
  try {
    return sessionStorage.getItem(FOLDED) === "yes";
  } catch {
    return false;
  }
}

export class Tray {
  constructor(board, place) {
    this.board = board;
    this.place = place;
    this.picked = new Set();
    this.items = new Map();
    this.waiting = [];
    const { words, doing } = board;
    place.setAttribute("aria-label", words.tray_label);
    this.head = element("button", "head", place);
    this.head.addEventListener("click", () => this.fold(!this.isFolded));
    this.inside = element("div", "inside", place);
    this.line = element("p", "line", this.inside, words.tray_line);
    this.list = element("ul", "waiting", this.inside);
    this.more = element("p", "line", this.inside);
    this.placer = new Placer(this.inside, words, {
      pick: (choice) => this.pickThose(choice),
      place: (cell) => doing.place(this.ids, cell),
      edit: () => this.edit(this.ids[0]),
      remove: () => doing.removeWaiting(this.ids),
    });
    this.writing = new Writing(this.inside, words, () => this.add());
    liftOnto(board, this.list, this);
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.fold(isFoldedBefore());
  }

  /** Those that are picked and still wait, in the order of the tray. */
  get ids() {
    return this.waiting.filter(({ id }) => this.picked.has(id)).map(({ id }) => id);
  }

  /** Shows the cards that wait; the tray is there only while some do, or somebody writes in it. */
  show(waiting) {
    this.waiting = waiting;
    const kept = new Set(waiting.map(({ id }) => id));
    for (const id of this.picked) if (!kept.has(id)) this.picked.delete(id);
    this.place.hidden = waiting.length === 0 && !this.writing.isOpen;
    this.board.elements.root.setAttribute("data-tray", waiting.length);
    const shown = waiting.slice(0, SHOWN);
    const hadFocus = this.drop(new Set(shown.map(({ id }) => id)));
    shown.forEach((card, n) => this.item(card, n));
    if (hadFocus) this.list.querySelector("button")?.focus({ preventScroll: true });
    const more = waiting.length - shown.length;
    this.more.textContent = more > 0 ? this.board.words.tray_more.replace("{count}", more) : "";
    this.tell();
  }

  drop(kept) {
    let hadFocus = false;
    for (const [id, { item }] of this.items) {
      if (kept.has(id)) continue;
      hadFocus ||= item.contains(item.getRootNode().activeElement);
      item.remove();
      this.items.delete(id);
    }
    return hadFocus;
  }

  // Items that stay are the same elements, so that focus outlives a change.
  item({ id, text }, n) {
    const { item, face } = this.items.get(id) ?? this.make(id);
    if (face.textContent !== text) face.textContent = text;
    if (this.list.children[n] !== item) this.list.insertBefore(item, this.list.children[n] ?? null);
  }

  make(id) {
    const item = element("li", "", this.list);
    item.dataset.card = id;
    const face = element("button", "face", item);
    face.addEventListener("click", () => this.toggle(id));
    element("span", "grip", item, "⠿").setAttribute("aria-hidden", "true");
    const made = { item, face };
    this.items.set(id, made);
    return made;
  }

  tell() {
    const { words, doing } = this.board;
    const count = words.tray_count.replace("{count}", this.waiting.length);
    this.head.textContent = `${words.tray} · ${count}`;
    this.head.title = this.isFolded ? words.tray_open : words.tray_fold;
    const first = this.items.get(this.current) ? this.current : this.waiting[0]?.id;
    for (const [id, { face }] of this.items) {
      face.setAttribute("aria-pressed", `${this.picked.has(id)}`);
      face.tabIndex = id === first ? 0 : -1;
    }
    this.line.hidden = this.picked.size > 0;
    if (this.waiting.length) this.placer.show(this.picked.size, this.tags, doing.facts);
  }

  get tags() {
    return [...new Set(this.waiting.flatMap(({ tags }) => tags))].sort();
  }

  fold(isFolded) {
    this.isFolded = isFolded;
    this.head.setAttribute("aria-expanded", `${!isFolded}`);
    this.place.classList.toggle("folded", isFolded);
    try {
      sessionStorage.setItem(FOLDED, isFolded ? "yes" : "no");
    } catch {
      // It opens again after a reload, then.
    }
    this.tell();
  }

  /** What is lifted with a card: all that are picked if it is one of them. */
  lifted(id) {
    const ids = this.picked.has(id) ? this.ids : [id];
    return { ids, count: ids.length, text: this.items.get(id)?.face.textContent };
  }

  // Picking

  toggle(id) {
    this.current = id;
    if (!this.picked.delete(id)) this.picked.add(id);
    this.tell();
  }

  pickThose({ tag, isAll }) {
    this.picked = new Set(this.waiting.filter((card) => isAll || card.tags.includes(tag)).map(({ id }) => id));
    this.tell();
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const id = event.target.closest("li")?.dataset.card;
    if (!step || !id) return;
    event.preventDefault();
    event.stopPropagation();
    const order = [...this.list.children].map(({ dataset }) => dataset.card);
    this.current = order[Math.min(Math.max(order.indexOf(id) + step, 0), order.length - 1)];
    this.tell();
    this.items.get(this.current).face.focus();
  }

  // Writing

  add() {
    const { words, doing } = this.board;
    this.writing.open({
      label: words.tray_add_title,
      text: "",
      limit: doing.facts.text_limit,
      keep: (text) => doing.addWaiting(text),
    });
  }

  edit(id) {
    const { words, doing, data } = this.board;
    const { text } = this.waiting.find((card) => card.id === id);
    const seen = data.revision;
    this.writing.open({
      label: words.edit_title,
      text,
      limit: doing.facts.text_limit,
      keep: (said) => said !== text && doing.rewordWaiting(id, said, seen),
    });
  }

  /** Whether a pointer is over the tray. */
  isAt({ clientX, clientY }) {
    if (this.place.hidden) return false;
    const { left, right, top, bottom } = this.place.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  }
}
