// The question of a layer and level with an example, and a box for an answer. The draft is kept.
import { addCards, newId } from "./acts.js";
import { button, el, fill, section } from "./phone_elements.js";

export class AddForm {
  constructor(phone, words) {
    this.phone = phone;
    this.words = words;
    this.key = `iceberg-draft-${phone.canvas}`;
    this.layers = el("div", { className: "choices", role: "group", ariaLabel: words.layer });
    this.level = el("select", { id: "level" });
    this.question = el("label", { htmlFor: "text", className: "question" });
    this.example = el("p", { className: "quiet" });
    this.text = el("textarea", { id: "text", rows: 3 });
    this.left = el("p", { className: "quiet", role: "status" });
    const add = button(words.add, () => this.add(), { className: "primary" });
    const level = el("label", { htmlFor: "level" }, words.level);
    this.element = section(
      words.add_title, this.layers, level, this.level, this.question, this.example, this.text, this.left, add,
    );
    this.element.hidden = true;
    this.text.addEventListener("input", () => this.keep());
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.add();
    });
    this.level.addEventListener("change", () => this.choose(this.layer, this.level.value));
    this.restore();
  }

  restore() {
    try {
      const { layer, level, text } = JSON.parse(localStorage.getItem(this.key)) ?? {};
      [this.layer, this.wanted, this.text.value] = [layer, level, text ?? ""];
    } catch {
      this.text.value = "";
    }
  }

  keep() {
    const { layer, level, text } = this;
    try {
      localStorage.setItem(this.key, JSON.stringify({ layer, level: level.value, text: text.value }));
    } catch {
      // A full phone keeps no draft; adding goes on all the same.
    }
    this.count();
  }

  count() {
    const left = this.phone.pieces.about.text_limit - [...this.text.value].length;
    this.left.textContent = left < 60 ? fill(this.words.letters_left, { count: left }) : "";
    this.left.classList.toggle("warning", left < 0);
  }

  choose(layer, level) {
    this.layer = layer;
    this.level.value = level;
    this.keep();
    this.show();
  }

  show() {
    this.element.hidden = !this.phone.may("add");
    if (this.element.hidden) return;
    const { layers, levels } = this.phone.pieces.about;
    this.layer = (layers.find(({ id }) => id === this.layer) ?? layers.at(-1)).id;
    this.showChoices(layers, levels);
    const layer = layers.find(({ id }) => id === this.layer);
    this.question.textContent = layer.questions[this.level.value] || this.words.text;
    const example = layer.examples[this.level.value];
    this.example.textContent = example ? fill(this.words.example, { example }) : "";
    this.count();
  }

  showChoices(layers, levels) {
    const made = layers.map(({ id }) => id).join(" ");
    if (this.layers.dataset.made !== made) {
      this.layers.dataset.made = made;
      const one = ({ id, title }) => button(title, () => this.choose(id, this.level.value), { value: id });
      this.layers.replaceChildren(...layers.map(one));
      this.level.replaceChildren(...levels.map(({ id, title }) => el("option", { value: id }, title)));
      if (levels.some(({ id }) => id === this.wanted)) this.level.value = this.wanted;
    }
    for (const choice of this.layers.children) {
      choice.setAttribute("aria-pressed", choice.value === this.layer);
    }
  }

  add() {
    const text = this.text.value.trim();
    if (!text) return this.phone.say(this.words.empty, true);
    if ([...text].length > this.phone.pieces.about.text_limit) return this.text.focus();
    const card = { id: newId(), layer: this.layer, level: this.level.value, text };
    this.text.value = "";
    this.keep();
    this.phone.say(this.phone.isConnected ? this.words.added : this.words.kept);
    this.phone.act(addCards([card]));
    this.text.focus();
  }
}
