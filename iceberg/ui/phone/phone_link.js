// Linking: two cards from lists that can be searched, and what one does to the other.
import { addLink, editsOf, newId, remove } from "./acts.js";
import { button, el, keyed, section } from "./phone_elements.js";

// A list box would cut long cards off, and phones show one as a single line.
class Chooser {
  constructor(label, words, id) {
    this.name = `${id}-card`;
    this.search = el("input", { type: "search", id, placeholder: words.link_search, autocomplete: "off" });
    this.list = el("div", { className: "options", role: "radiogroup", ariaLabel: label });
    this.nothing = el("p", { className: "quiet" }, words.all_empty);
    this.element = el(
      "div", { className: "chooser" }, el("label", { htmlFor: id }, label), this.search, this.list, this.nothing,
    );
    this.search.addEventListener("input", () => this.show(this.cards));
  }

  show(cards) {
    this.cards = cards;
    const wanted = this.search.value.trim().toLowerCase();
    const found = cards.filter(({ text }) => text.toLowerCase().includes(wanted));
    this.list.hidden = !found.length;
    this.nothing.hidden = found.length > 0;
    keyed(this.list, found.map(({ id, text }) => ({ key: id, text })), (row) => this.option(row));
  }

  option({ key }) {
    const text = el("span", { dir: "auto" });
    const made = el("label", { className: "option" }, el("input", { type: "radio", name: this.name, value: key }), text);
    made.update = (row) => (text.textContent = row.text);
    return made;
  }

  get checked() {
    return this.list.querySelector("input:checked");
  }

  get chosen() {
    return this.checked?.value ?? "";
  }

  clear() {
    this.search.value = "";
    if (this.checked) this.checked.checked = false;
    this.show(this.cards);
  }
}

export class LinkForm {
  constructor(phone, words) {
    this.phone = phone;
    this.words = words;
    this.from = new Chooser(words.link_from, words, "from");
    this.to = new Chooser(words.link_to, words, "to");
    this.verb = el("select", { id: "verb" });
    const verb = el("div", { className: "chooser" }, el("label", { htmlFor: "verb" }, words.link_verb), this.verb);
    const add = button(words.link_add, () => this.add(), { className: "primary" });
    this.list = el("ul", { className: "cards" });
    this.mine = el("h3", {}, words.my_links);
    this.element = section(
      words.link_title, this.from.element, verb, this.to.element, add, this.mine, this.list,
    );
    this.element.hidden = true;
  }

  show() {
    const { meeting, about, cards } = this.phone.pieces;
    // While anything may be done, the first thing is to add.
    this.element.hidden = !this.phone.may("link") || cards.length < 2;
    if (this.element.hidden) return;
    this.element.classList.toggle("later", meeting.phase === "open");
    if (!this.verb.children.length) {
      const verbs = Object.entries(about.verbs);
      this.verb.replaceChildren(...verbs.map(([value, label]) => el("option", { value }, label)));
    }
    for (const chooser of [this.from, this.to]) chooser.show(cards);
    const rows = this.rows();
    this.mine.hidden = !rows.length;
    keyed(this.list, rows, (row) => this.item(row));
  }

  rows() {
    const { pieces } = this.phone;
    const links = new Map(pieces.own.links.map((id) => [id, pieces.link(id)]).filter(([, link]) => link));
    for (const edit of this.phone.waiting.flatMap(editsOf)) {
      if (edit.kind === "add_link") links.set(edit.link.id, edit.link);
      if (edit.kind === "remove_link") links.delete(edit.link);
    }
    return [...links.values()].map((link) => ({ key: link.id, ...link }));
  }

  item({ key }) {
    const text = el("p", { className: "text", dir: "auto" });
    const gone = button(this.words.remove, () => this.phone.act(remove({ links: [key] })));
    const item = el("li", {}, text, el("div", { className: "tools" }, gone));
    item.update = ({ source, target, verb }) => {
      const { pieces } = this.phone;
      text.textContent = `${pieces.textOf(source)} → ${pieces.about.verbs[verb]} → ${pieces.textOf(target)}`;
      gone.setAttribute("aria-label", `${this.words.remove}: ${text.textContent}`);
    };
    return item;
  }

  add() {
    const [source, target] = [this.from.chosen, this.to.chosen];
    if (!source || !target) return this.phone.say(this.words.link_none, true);
    this.phone.act(addLink({ id: newId(), source, target, verb: this.verb.value }));
    this.from.clear();
    this.to.clear();
  }
}
