// What the server is to hear, in one state value: who speaks, how many times they have spoken, what
// is chosen, which drawing is held here so that it need not be sent again, and every act that has
// not been answered. It is sent again until all acts are answered, as after a lost connection, so no
// act is lost; each has a number under its pen, so none is done twice.
const AGAIN_MS = 3000;

export class Outbox {
  constructor() {
    this.client = crypto.getRandomValues(new Uint32Array(2)).join("-");
    this.seq = 0;
    this.chosen = null;
    this.digest = null;
    this.pen = null;
    this.acts = 0;
    this.waiting = [];
  }

  connect(send) {
    this.send = send;
  }

  holds(digest) {
    this.digest = digest;
  }

  choose(chosen) {
    this.chosen = chosen;
    this.speak();
  }

  // The drawing that the server took to be held here has gone: ask for it again.
  askForScene(chosen) {
    this.digest = null;
    this.chosen = chosen;
    this.speak();
  }

  /** Sends an act on a document at a revision until it is answered; several in one turn travel
   *  together. */
  act({ document, revision }, act, chosen = this.chosen) {
    this.acts += 1;
    this.chosen = chosen;
    this.waiting.push({ seq: this.acts, document, seen: revision, do: act });
    this.soon ??= Promise.resolve().then(() => ((this.soon = null), this.speak()));
    return this.acts;
  }

  /** Takes the server's answers; gives those that were not known here yet. */
  hear({ pen, done, told }) {
    if (this.pen === null) [this.pen, this.acts] = [pen, Math.max(this.acts, done)];
    // A server that has been started anew gives out a new pen; it has to learn of this one.
    if (pen !== this.pen) return this.speak(), [];
    const own = new Set(this.waiting.map(({ seq }) => seq));
    this.waiting = this.waiting.filter(({ seq }) => seq > done);
    return told.filter(({ seq }) => own.has(seq));
  }

  speak() {
    this.seq += 1;
    const { client, seq, chosen, digest, pen, waiting } = this;
    this.send("said", { client, seq, chosen, holds: digest, pen, outbox: waiting });
    clearTimeout(this.again);
    if (waiting.length) this.again = setTimeout(() => this.waiting.length && this.speak(), AGAIN_MS);
  }

  destroy() {
    clearTimeout(this.again);
  }

  /** Whether the server knew all that was said here when it answered. */
  isHeard(heard) {
    return this.seq === 0 || (heard?.client === this.client && heard.seq >= this.seq);
  }
}
