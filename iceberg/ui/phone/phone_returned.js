// What the server did not take, as when the phase ended while the network was away: cards, other
// words for cards, and suggestions stay on this phone until somebody tries again or removes them.
import { editsOf, newId } from "./acts.js";

export class Returned {
  constructor(canvas, words) {
    this.key = `iceberg-returned-${canvas}`;
    this.words = words;
    try {
      this.cards = JSON.parse(localStorage.getItem(this.key)) ?? [];
    } catch {
      this.cards = [];
    }
  }

  keep(cards) {
    this.cards = cards;
    try {
      localStorage.setItem(this.key, JSON.stringify(cards));
    } catch {
      // A full phone keeps them until the page is left.
    }
  }

  /** Looks through acts that have been answered; `told` has the last answers only, `own` all cards. */
  look(answered, told, own) {
    const answers = new Map(told.map((one) => [one.seq, one]));
    const there = new Set(own.cards.map(({ id }) => id));
    const gone = answered.some(({ do: { step } }) => step) ? null : removed(answered);
    const whyNot = (seq, { id }) => {
      const answer = answers.get(seq);
      if (answer) return answer.refused ? answer.sentence : "";
      return id && gone && !gone.has(id) && !there.has(id) ? this.words.not_taken : "";
    };
    const returned = added(answered).map(([seq, card]) => ({ ...card, why: whyNot(seq, card) }));
    const reworded = answered.flatMap(({ seq, do: doing }) => {
      const why = whyNot(seq, {});
      return wordsIn(doing).map((text) => ({ id: newId(), text, why, doing }));
    });
    const kept = [...returned, ...reworded].filter(({ why }) => why);
    if (kept.length) this.keep([...this.cards, ...kept]);
  }

  drop(id) {
    this.keep(this.cards.filter((card) => card.id !== id));
  }
}

const edits = (acts) => acts.flatMap(({ seq, do: doing }) => editsOf(doing).map((edit) => [seq, edit]));

/** What somebody has written about cards that are there already. */
const wordsIn = (doing) =>
  doing.suggest ? [doing.suggest.text] : editsOf(doing).map(({ changes }) => changes?.text).filter(Boolean);

const added = (acts) =>
  edits(acts).filter(([, { kind }]) => kind === "add_card").map(([seq, { card }]) => [seq, card]);

const removed = (acts) =>
  new Set(edits(acts).filter(([, { kind }]) => kind === "remove_card").map(([, { card }]) => card));
