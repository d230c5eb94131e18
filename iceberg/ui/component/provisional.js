// What was done here and is not answered yet, so that it shows at once: read off the acts that wait
// and laid over the last drawing. The next drawing from the server settles it.
import { editsOf } from "./acts.js";

const centre = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

export class Provisional {
  constructor() {
    this.places = new Map();
    this.use({ cards: [], links: [] }, []);
  }

  /** Remembers where a new card is to show until the server has placed it: its middle, in mm. */
  place(id, point) {
    this.places.set(id, point);
  }

  use(scene, waiting) {
    if (scene !== this.scene) this.known = new Map(scene.cards.map((card) => [card.id, card]));
    this.scene = scene;
    this.gone = new Set();
    this.texts = new Map();
    this.forces = new Map();
    this.moved = new Map();
    this.cards = [];
    this.links = [];
    this.taken = new Set();
    this.wordsWaiting = new Map();
    this.come = [];
    for (const { do: act } of waiting) this.take(act);
    const known = new Set([...scene.cards, ...scene.links].map(({ id }) => id));
    this.cards = this.cards.filter(({ id }) => !known.has(id) && !this.gone.has(id));
    this.links = this.links.filter(({ id }) => !known.has(id) && !this.gone.has(id));
  }

  take(act) {
    for (const { card, x, y } of act.drop ?? []) this.moved.set(card, { x, y });
    if (act.place) this.put(act.place, act.place);
    for (const edit of editsOf(act)) this[edit.kind]?.(edit);
  }

  // Of the tray

  put({ card }, at) {
    const waiting = this.waiting.find(({ id }) => id === card);
    this.taken.add(card);
    if (!waiting || !at) return;
    this.places.set(card, at);
    this.add_card({ card: { id: card, text: waiting.text } });
  }

  place_from_tray(edit) {
    this.put(edit, this.places.get(edit.card));
  }

  put_in_tray({ card }) {
    const text = this.texts.get(card) ?? this.scene.facts?.cards[card]?.text;
    if (text !== undefined) this.come.push({ id: card, text, tags: [] });
    this.remove_card({ card });
  }

  add_tray_card({ card }) {
    this.come.push({ ...card, tags: [] });
  }

  change_tray_card({ card, changes }) {
    if (changes.text !== undefined) this.wordsWaiting.set(card, changes.text);
  }

  remove_tray_card({ card }) {
    this.taken.add(card);
  }

  /** The cards of the tray as they show now: {id, text, tags}. */
  get waiting() {
    const kept = this.scene.facts?.tray ?? [];
    const known = new Set(kept.map(({ id }) => id));
    return [...kept, ...this.come.filter(({ id }) => !known.has(id))]
      .filter(({ id }) => !this.taken.has(id))
      .map((card) => ({ ...card, text: this.wordsWaiting.get(card.id) ?? card.text }));
  }

  // Of the picture

  add_card({ card }) {
    const like = this.scene.cards[0] ?? { width: 46, height: 15, font_pt: 9 };
    const at = this.places.get(card.id) ?? { x: 0, y: 0 };
    const { width, height, font_pt } = like;
    this.cards.push({ ...card, x: at.x - width / 2, y: at.y - height / 2, width, height, font_pt });
  }

  change_card({ card, changes }) {
    if (changes.text !== undefined) this.texts.set(card, changes.text);
    if (changes.force !== undefined) this.forces.set(card, changes.force);
  }

  remove_card({ card }) {
    this.gone.add(card);
    for (const { id, source, target } of this.scene.links)
      if (source === card || target === card) this.gone.add(id);
  }

  merge_cards({ cards }) {
    for (const card of cards) this.gone.add(card);
  }

  add_link({ link }) {
    this.links.push(link);
  }

  remove_link({ link }) {
    this.gone.add(link);
  }

  /** The force of a card as it shows now, or null; null too while nothing may be changed. */
  forceOf(id) {
    return this.forces.has(id) ? this.forces.get(id) : (this.scene.facts?.cards[id]?.force ?? null);
  }

  /** Whether the route of a link no longer fits what it joins. */
  isLoose({ source, target }) {
    return [source, target].some((id) => this.moved.has(id) || this.gone.has(id));
  }

  /** The middle of every card that shows now, as [id, middle]. */
  *middles() {
    for (const { id } of [...this.scene.cards, ...this.cards]) {
      const middle = this.middleOf(id);
      if (middle) yield [id, middle];
    }
  }

  /** The middle of a card as it shows now, or null. */
  middleOf(id) {
    if (this.moved.has(id)) return this.moved.get(id);
    const card = this.known.get(id) ?? this.cards.find((other) => other.id === id);
    return card && !this.gone.has(id) ? centre(card) : null;
  }
}
