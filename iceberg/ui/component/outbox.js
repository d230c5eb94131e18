// What the server is to hear, in one state value: who speaks, how many times they have spoken, what
// is chosen, and which drawing is held here so that it need not be sent again.
// `outbox` is where edits made on the picture will wait until the server has acknowledged them.
export class Outbox {
  constructor() {
    this.client = crypto.getRandomValues(new Uint32Array(2)).join("-");
    this.seq = 0;
    this.chosen = null;
    this.digest = null;
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

  speak() {
    this.seq += 1;
    const { client, seq, chosen, digest } = this;
    this.send("said", { client, seq, chosen, holds: digest, outbox: [] });
  }

  /** Whether the server knew all that was said here when it answered. */
  isHeard(heard) {
    return this.seq === 0 || (heard?.client === this.client && heard.seq >= this.seq);
  }
}
