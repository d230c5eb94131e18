// What can be done with the picked cards of the tray: put them in a cell, change or remove them.
import { cellName } from "./cells.js";

const ANY = "";

function element(tag, parent, title) {
  const made = document.createElement(tag);
  if (tag === "button") [made.type, made.textContent] = ["button", title];
  else made.setAttribute("aria-label", (made.title = title));
  parent.append(made);
  return made;
}

export class Placer {
  // `on` are the answers: pick({tag} or {isAll}), place(cell), edit(), remove().
  constructor(parent, words, on) {
    this.words = words;
    const row = parent.appendChild(document.createElement("div"));
    row.className = "picks";
    this.pick = element("select", row, words.tray_pick_title);
    this.pick.addEventListener("change", () => on.pick(this.choices[this.pick.value] ?? {}));
    this.box = document.createElement("div");
    this.box.className = "placer";
    this.box.setAttribute("role", "group");
    parent.append(this.box);
    this.said = row.appendChild(document.createElement("p"));
    this.said.setAttribute("aria-live", "polite");
    this.where = element("select", this.box, words.tray_where);
    this.where.addEventListener("change", () => this.allow());
    this.go = element("button", this.box, words.tray_place);
    this.go.className = "go";
    this.go.addEventListener("click", () => on.place(this.cells[this.where.value]));
    this.change = element("button", this.box, words.tray_edit);
    this.change.addEventListener("click", () => on.edit());
    this.remove = element("button", this.box, words.tray_remove);
    this.remove.addEventListener("click", () => on.remove());
  }

  /** Offers what fits so many picked cards, and the tags that others can be picked by. */
  show(count, tags, facts) {
    const { words } = this;
    this.offerPicks(tags);
    this.box.hidden = count === 0;
    this.said.textContent = count === 0 ? "" : (count === 1 ? words.tray_picked : words.tray_picked_many).replace("{count}", count);
    this.change.hidden = count !== 1;
    this.offerCells(facts);
    this.allow();
  }

  allow() {
    this.go.disabled = this.where.value === ANY;
  }

  offerPicks(tags) {
    const { words } = this;
    const named = tags.map((tag) => [words.tray_pick_tag.replace("{tag}", tag), { tag }]);
    const all = [[words.tray_pick_all, { isAll: true }], [words.tray_pick_none, {}], ...named];
    this.choices = Object.fromEntries(all.map(([, choice], n) => [`${n}`, choice]));
    const options = all.map(([text], n) => new Option(text, `${n}`));
    this.pick.replaceChildren(new Option(words.tray_pick, ANY, true, true), ...options);
  }

  // Made anew only when icebergs come or go, so that what is chosen stays.
  offerCells(facts) {
    const { layers, levels } = facts;
    const said = JSON.stringify([layers.map(({ id, title }) => [id, title]), levels]);
    if (said === this.saidCells) return;
    this.saidCells = said;
    this.cells = {};
    const groups = layers.map((layer) => {
      const group = document.createElement("optgroup");
      group.label = layer.title;
      for (const level of levels) {
        const name = `${layer.id}|${level.id}`;
        const cell = (this.cells[name] = { layer: layer.id, level: level.id });
        group.append(new Option(cellName(facts, cell), name));
      }
      return group;
    });
    this.where.replaceChildren(new Option(this.words.tray_where_hint, ANY), ...groups);
  }
}
