// What was added on this phone: to change, to remove, and what still waits to be sent.
import { addCards, editsOf, newId, remove, reword, step } from "./acts.js";
import { button, el, keyed, section } from "./phone_elements.js";

export class OwnCards {
  constructor(phone, words) {
    this.phone = phone;
    this.words = words;
    this.list = el("ul", { className: "cards" });
    this.empty = el("p", { className: "quiet" }, words.own_empty);
    this.undo = button(words.undo, () => phone.act(step("undo")), { className: "quiet-button" });
    this.element = section(words.own_title, this.empty, this.list, this.undo);
    this.element.hidden = true;
  }

  rows() {
    const cards = new Map(this.phone.pieces.own.cards.map((card) => [card.id, { ...card }]));
    for (const edit of this.phone.waiting.flatMap(editsOf)) {
      if (edit.kind === "add_card") cards.set(edit.card.id, { ...edit.card, waits: true });
      if (edit.kind === "change_card" && cards.has(edit.card)) {
        Object.assign(cards.get(edit.card), edit.changes, { waits: true });
      }
      if (edit.kind === "remove_card") cards.delete(edit.card);
    }
    const returned = this.phone.returned.cards.map((card) => ({ key: `returned-${card.id}`, ...card }));
    return [...returned, ...[...cards.values()].reverse().map((card) => ({ key: card.id, ...card }))];
  }

  show() {
    const may = this.phone.may("own");
    // Where nothing can be done with them they stand among all cards, once.
    const rows = this.rows().filter(({ waits, why }) => may || waits || why);
    this.empty.hidden = rows.length > 0;
    this.undo.hidden = !may || !(rows.length || this.phone.outbox.acts);
    this.element.hidden = !rows.length && this.undo.hidden && !this.phone.may("add");
    keyed(this.list, rows.map((row) => ({ ...row, may })), (row) => (row.why ? this.returned(row) : this.item(row)));
  }

  where({ layer, level }) {
    const { layers, levels } = this.phone.pieces.about;
    const title = (list, id) => list.find((one) => one.id === id)?.title ?? "";
    return `${title(layers, layer)} · ${title(levels, level)}`;
  }

  item(row) {
    const { words, phone } = this;
    const text = el("p", { className: "text", dir: "auto" });
    const place = el("p", { className: "quiet" });
    const edit = button(words.edit, () => this.edit(item));
    const gone = button(words.remove, () => phone.act(remove({ cards: [row.key] })));
    const tools = el("div", { className: "tools" }, edit, gone);
    const item = el("li", {}, text, place, tools);
    item.text = text;
    item.update = (now) => {
      item.now = now;
      text.textContent = now.text;
      const waits = phone.isConnected ? words.sending : words.kept;
      place.textContent = now.waits ? waits : this.where(now);
      tools.hidden = !now.may;
      for (const [tool, label] of [[edit, words.edit], [gone, words.remove]]) {
        tool.setAttribute("aria-label", `${label}: ${now.text}`);
      }
    };
    return item;
  }

  /** What was not taken, with the reason: a card, or what was done about one that is there. */
  returned({ id, layer, level, text, why, doing }) {
    const { words, phone } = this;
    const drop = () => phone.returned.drop(id);
    const again = () => {
      drop();
      phone.act(doing ?? addCards([{ id: newId(), layer, level, text }]));
    };
    const leave = () => {
      drop();
      phone.show();
    };
    const [first, other] = [button(words.again, again), button(words.remove, leave)];
    first.setAttribute("aria-label", `${words.again}: ${text}`);
    other.setAttribute("aria-label", `${words.remove}: ${text}`);
    const tools = el("div", { className: "tools" }, first, other);
    return el(
      "li", {}, el("p", { className: "text", dir: "auto" }, text), el("p", { className: "warning" }, why), tools,
    );
  }

  edit(item) {
    const box = el("textarea", { rows: 3, value: item.now.text, ariaLabel: this.words.text });
    const done = () => {
      form.remove();
      item.classList.remove("edited");
    };
    const save = () => {
      const text = box.value.trim();
      if (text && text !== item.now.text) this.phone.act(reword(item.dataset.key, text));
      done();
    };
    const tools = el("div", { className: "tools" }, button(this.words.save, save), button(this.words.cancel, done));
    const form = el("div", {}, box, tools);
    item.classList.add("edited");
    item.append(form);
    box.focus();
  }
}
