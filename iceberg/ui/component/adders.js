// A + in every band of every iceberg, where there is room, to add a card right there.
import { cellName, roomsIn } from "./cells.js";

const MARGIN_MM = 6;
// When others change the canvas, the picture comes first and what is only needed by a hand later.
const LATER_MS = 150;

export class Adders {
  // `on` are the answers: add(cell, point, button), see(point) when a button gets the focus, and
  // moved() when the buttons have other places.
  constructor(parent, on) {
    this.parent = parent;
    this.on = on;
    this.buttons = new Map();
  }

  /** A button for each cell; none on a picture that is only looked at, which has no facts.
   *  Where it can wait, those that are known find their new places a moment later. */
  use(scene, facts, words, canWait) {
    clearTimeout(this.later);
    const wanted = new Map(facts && scene.icebergs.length ? cellsOf(scene, facts, words) : []);
    for (const [name, { button }] of this.buttons) {
      if (wanted.has(name)) continue;
      button.remove();
      this.buttons.delete(name);
    }
    const isMore = [...wanted.keys()].some((name) => !this.buttons.has(name));
    for (const [name, { cell, label }] of wanted) {
      const known = this.buttons.get(name) ?? this.make(name, cell);
      known.button.setAttribute("aria-label", (known.button.title = label));
    }
    if (canWait && !isMore) this.later = setTimeout(() => this.settle(scene), LATER_MS);
    else this.find(scene);
  }

  find(scene) {
    if (!this.buttons.size) return;
    const roomIn = roomsIn(scene, MARGIN_MM);
    for (const known of this.buttons.values()) known.point = roomIn(known.cell);
  }

  settle(scene) {
    this.find(scene);
    this.on.moved();
  }

  /** Looks for no places any more. */
  close() {
    clearTimeout(this.later);
  }

  make(name, cell) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "adder";
    button.textContent = "+";
    const made = { button, cell };
    button.addEventListener("click", () => this.on.add(cell, made.point, button));
    button.addEventListener("focus", () => this.on.see(made.point));
    this.buttons.set(name, made);
    this.parent.append(button);
    return made;
  }

  /** Where the buttons stand, in mm. */
  points() {
    return [...this.buttons.values()].map(({ point }) => point);
  }

  /** Puts the buttons in their places; where cards are too small to read, they show on focus only. */
  place(toPixels, isSmall) {
    this.parent.classList.toggle("small", isSmall);
    for (const { button, point } of this.buttons.values()) {
      const { x, y } = toPixels(point);
      button.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(-50%, -50%)`;
    }
  }
}

function* cellsOf(scene, facts, words) {
  const shown = new Set(scene.icebergs.map(({ layer }) => layer));
  for (const level of facts.levels) {
    for (const layer of facts.layers) {
      if (!shown.has(layer.id)) continue;
      const cell = { layer: layer.id, level: level.id };
      const label = words.add_in.replace("{cell}", () => cellName(facts, cell));
      yield [`${layer.id}/${level.id}`, { cell, label }];
    }
  }
}
