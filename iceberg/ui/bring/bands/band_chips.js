// The groups: what each is called, how many cards it has, the first of them, and why it might go
// where it is suggested. Those that stay are the same elements, so that focus outlives a change.
function element(tag, className, parent) {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

export class Chips {
  // `on` is the answer: pick(key, isByKey).
  constructor(on) {
    this.on = on;
    this.chips = new Map();
  }

  show(groups, zones, picked, words) {
    const kept = new Set(groups.map(({ key }) => key));
    for (const [key, { item }] of this.chips) {
      if (kept.has(key)) continue;
      item.remove();
      this.chips.delete(key);
    }
    const next = new Map();
    for (const group of groups) {
      const list = zones.listOf(group.where);
      const n = next.get(list) ?? 0;
      next.set(list, n + 1);
      this.tell(group, list, n, group.key === picked, words);
    }
    const open = zones.listOf("open");
    open.dataset.empty = next.has(open) ? "" : words.open_none;
  }

  tell(group, list, n, isPicked, words) {
    const chip = this.chips.get(group.key) ?? this.make(group.key);
    const { item, face, name, texts, why } = chip;
    name.textContent = `${group.name} (${group.count})`;
    item.classList.toggle("by-place", group.is_place);
    texts.textContent = group.texts;
    why.textContent = group.where === "mixed" ? words.mixed : group.why;
    face.setAttribute("aria-pressed", `${isPicked}`);
    if (list.children[n] === item) return;
    const hadFocus = item.getRootNode().activeElement === face;
    list.insertBefore(item, list.children[n] ?? null);
    if (hadFocus) face.focus({ preventScroll: true });
  }

  make(key) {
    const item = document.createElement("li");
    item.dataset.group = key;
    const face = element("button", "face", item);
    face.type = "button";
    const [name, texts, why] = ["name", "texts", "why"].map((part) => element("span", part, face));
    const grip = element("span", "grip", item);
    grip.textContent = "⠿";
    grip.setAttribute("aria-hidden", "true");
    face.addEventListener("click", (event) => this.on.pick(key, event.detail === 0));
    const made = { item, face, name, texts, why };
    this.chips.set(key, made);
    return made;
  }

  focus(key) {
    this.chips.get(key)?.face.focus();
  }
}
