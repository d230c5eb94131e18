// Where a group can be put: what is not decided, each band of each iceberg, and the tray.
const OPEN = "open";
const LATER = "later";

function element(tag, className, parent, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  parent.append(made);
  return made;
}

export class Zones {
  // `on` is the answer: put(to, isByKey) for what is picked.
  constructor(root, on) {
    this.root = root;
    this.on = on;
    this.zones = new Map();
  }

  /** Builds the zones; they stay the same elements as long as the icebergs do. */
  show({ layers, levels, words }) {
    const said = JSON.stringify([layers, levels]);
    if (said === this.saidBefore) return;
    this.saidBefore = said;
    for (const part of this.parts ?? []) part.remove();
    this.zones.clear();
    const open = this.zone(this.root, OPEN, words.open, words.open);
    open.classList.add("open");
    const icebergs = element("div", "icebergs", this.root);
    for (const layer of layers) this.iceberg(icebergs, layer, levels, words);
    const later = this.zone(this.root, LATER, words.later, words.later);
    this.parts = [open, icebergs, later];
  }

  iceberg(parent, layer, levels, words) {
    const box = element("section", "iceberg", parent);
    box.setAttribute("aria-label", layer.title);
    element("h4", "title", box, layer.title);
    for (const level of levels) {
      const name = words.place.replace("{layer}", layer.title).replace("{level}", level.title.toLowerCase());
      const made = this.zone(box, `${layer.id}|${level.id}`, level.title, name);
      made.classList.toggle("above", level === levels[0]);
    }
  }

  zone(parent, to, title, name) {
    const box = element("div", "zone", parent);
    box.dataset.to = to;
    const head = element("div", "head", box);
    element("span", "level", head, title);
    const here = element("button", "here", head);
    here.type = "button";
    here.hidden = true;
    const list = element("ul", "chips", box);
    list.setAttribute("aria-label", name);
    this.zones.set(to, { box, here, list, name });
    // A press anywhere in the band will do, but not one on a group that is there already.
    box.addEventListener("click", (event) => {
      if (!here.hidden && !event.target.closest("li")) this.on.put(to, event.detail === 0);
    });
    return box;
  }

  listOf(to) {
    return (this.zones.get(to) ?? this.zones.get(OPEN)).list;
  }

  nameOf(to) {
    return this.zones.get(to).name;
  }

  /** Offers every other band to the group that is picked, if one is. */
  offer(group, words) {
    for (const [to, { box, here, name }] of this.zones) {
      const isSuggested = group?.suggested === to;
      here.hidden = !group || group.where === to;
      here.textContent = isSuggested ? words.here_suggested : words.here;
      const title = words.here_title.replace("{group}", group?.name ?? "").replace("{place}", name);
      here.setAttribute("aria-label", `${here.textContent}. ${title}`);
      box.classList.toggle("suggested", isSuggested);
    }
  }

  /** Lights up the band that a group would be let go over; null for none. */
  aim(to) {
    for (const [name, { box }] of this.zones) box.classList.toggle("aim", name === to);
  }

  /** Gives the focus to what puts a group in a band, or where it is there to the first that does. */
  focus(to) {
    const all = [...this.zones.values()].map(({ here }) => here);
    const wanted = this.zones.get(to)?.here;
    (wanted && !wanted.hidden ? wanted : all.find((here) => !here.hidden))?.focus();
  }
}
