// Cards that the server did not take, as when the phase ended while the network was away: their
// texts stay on this phone until somebody tries again or removes them.
import { editsOf } from "./acts.js";

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
      return gone && !gone.has(id) && !there.has(id) ? this.words.not_taken : "";
    };
    const returned = added(answered).map(([seq, card]) => ({ ...card, why: whyNot(seq, card) }));
    const kept = returned.filter(({ why }) => why);
    if (kept.length) this.keep([...this.cards, ...kept]);
  }

  drop(id) {
    this.keep(this.cards.filter((card) => card.id !== id));
  }
}

const edits = (acts) => acts.flatMap(({ seq, do: doing }) => editsOf(doing).map((edit) => [seq, edit]));

const added = (acts) =>
  edits(acts).filter(([, { kind }]) => kind === "add_card").map(([seq, { card }]) => [seq, card]);

const removed = (acts) =>
  new Set(edits(acts).filter(([, { kind }]) => kind === "remove_card").map(([, { card }]) => card));
