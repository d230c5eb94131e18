// The cards as a list of buttons that only a keyboard or a screen reader meets. One Tab enters it,
// arrow keys go to the nearest card in that direction, Enter chooses.
const STEPS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
const ASIDE = 2.5;

const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

// The nearest card ahead; what lies aside of the direction counts as farther away.
function nearest(from, cards, [dx, dy]) {
  const [x0, y0] = middle(from);
  let best = null;
  for (const card of cards) {
    const [x, y] = middle(card);
    const ahead = (x - x0) * dx + (y - y0) * dy;
    if (card.id === from.id || ahead <= 0.5) continue;
    const aside = Math.abs((x - x0) * dy) + Math.abs((y - y0) * dx);
    const distance = ahead + ASIDE * aside;
    if (!best || distance < best.distance) best = { card, distance };
  }
  return best?.card ?? from;
}

export class CardList {
  constructor(list, handlers) {
    this.list = list;
    this.handlers = handlers;
    this.buttons = new Map();
    this.cards = [];
    list.addEventListener("keydown", (event) => this.onKey(event));
    list.addEventListener("focusin", (event) => this.onFocus(event.target.dataset.card, !this.isCalled));
    list.addEventListener("focusout", () => handlers.look(null));
  }

  // Buttons that stay are the same elements, so that focus outlives a change.
  use(cards, words) {
    this.cards = cards;
    this.list.setAttribute("aria-label", words.cards);
    const kept = new Set(cards.map(({ id }) => id));
    for (const [id, button] of this.buttons) if (!kept.has(id)) this.drop(id, button);
    for (const card of cards) this.say(this.buttonOf(card), card.spoken);
    if (!this.buttons.has(this.current)) this.current = cards[0]?.id;
    this.turnTo(this.current);
  }

  say(button, spoken) {
    if (button.textContent !== spoken) button.textContent = spoken;
  }

  buttonOf(card) {
    if (!this.buttons.has(card.id)) this.buttons.set(card.id, this.make(card));
    return this.buttons.get(card.id);
  }

  make({ id }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.card = id;
    button.tabIndex = -1;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => this.handlers.choose(id));
    item.append(button);
    this.list.append(item);
    return button;
  }

  // The focus of a card that goes is handed on to the one beside it.
  drop(id, button) {
    const hadFocus = button.matches(":focus");
    const item = button.parentElement;
    const beside = (item.previousElementSibling ?? item.nextElementSibling)?.firstChild;
    item.remove();
    this.buttons.delete(id);
    if (hadFocus) this.handlers.handOn(beside?.dataset.card);
  }

  press(chosen) {
    this.buttons.get(this.pressed)?.setAttribute("aria-pressed", "false");
    this.buttons.get((this.pressed = chosen))?.setAttribute("aria-pressed", "true");
    if (this.buttons.has(chosen)) this.turnTo(chosen);
  }

  turnTo(id) {
    const before = this.buttons.get(this.turned);
    if (before) before.tabIndex = -1;
    this.current = this.turned = id;
    const now = this.buttons.get(id);
    if (now) now.tabIndex = 0;
  }

  onFocus(id, isGoneTo) {
    this.turnTo(id);
    this.handlers.look(id, isGoneTo);
  }

  /** Gives the focus back, as after a box is closed; nobody has gone anywhere. False when there is
   *  no card to give it to. */
  focus(id) {
    const button = this.buttons.get(id) ?? this.buttons.get(this.current);
    this.isCalled = true;
    button?.focus({ preventScroll: true });
    this.isCalled = false;
    return Boolean(button);
  }

  onKey(event) {
    if (this.handlers.key(event, event.target.dataset.card)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const next = this.after(event.key);
    if (!next) return;
    event.preventDefault();
    this.buttons.get(next.id)?.focus({ preventScroll: true });
  }

  after(key) {
    if (key === "Home") return this.cards[0];
    if (key === "End") return this.cards.at(-1);
    const from = this.cards.find(({ id }) => id === this.current);
    return from && STEPS[key] && nearest(from, this.cards, STEPS[key]);
  }
}
