// What the server is to hear. Acts go over the live channel, and again until each is answered, as
// after a lost connection, so none is lost; each has a number under its pen, so none is done twice.
// What the rest of the page needs to know goes to its script in one state value: who speaks, how
// many times they have spoken, what is chosen, and which drawing is held here.
import { keepPen, takePen } from "./pen.js";

const AGAIN_MS = 3000;
const QUIET_MS = 250;
// Whoever works on without a pause sees the forms follow after this time: a run of the page holds up
// the edits that come meanwhile.
const LONGEST_QUIET_MS = 6000;
// The server takes no message above 2,000,000 characters or 1,000 acts.
const BATCH_LENGTH = 400_000;
const BATCH_ACTS = 500;
// The server takes 120 acts a minute from one device, and refuses what is more. Acts that gathered
// while the network was away wait here instead. An act counts until a minute after its answer: it
// was taken before that, however long it was on its way.
const PACE_ACTS = 110;
const PACE_MS = 61_000;

/** As many acts as one message holds, at least one. */
function firstOf(acts) {
  let length = 0;
  const isFull = (act, n) =>
    n >= BATCH_ACTS || ((length += JSON.stringify(act).length) > BATCH_LENGTH && n > 0);
  const end = acts.findIndex(isFull);
  return end < 0 ? acts : acts.slice(0, end);
}

export class Outbox {
  constructor(live) {
    this.live = live;
    this.client = crypto.getRandomValues(new Uint32Array(2)).join("-");
    this.seq = 0;
    this.chosen = null;
    this.digest = null;
    this.pen = null;
    this.acts = 0;
    this.waiting = [];
    this.answered = [];
    this.tried = 0;
  }

  connect(tell) {
    this.tell = tell;
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

  /** The pen that the page script would use, and how far that pen has got. */
  async take({ pen, done }) {
    if (this.pen === null) {
      const kept = await takePen({ pen, done });
      [this.pen, this.acts, this.waiting] = [kept.pen, kept.acts, [...kept.waiting]];
      this.answered = [...(kept.answered ?? [])];
      this.live.told = kept.told ?? null;
      this.keep();
    }
    // A server that has been started anew gives out a new pen; it has to learn of this one.
    if (pen !== this.pen) this.speak();
  }

  /** Sends an act on a document at a revision until it is answered; several in one turn travel
   *  together. */
  act({ document, revision }, act, chosen = this.chosen) {
    this.acts += 1;
    this.chosen = chosen;
    this.waiting.push({ seq: this.acts, document, seen: revision, do: act });
    this.keep();
    this.soon ??= Promise.resolve().then(() => this.sendNew());
    return this.acts;
  }

  keep() {
    const { pen, acts, waiting, answered, live } = this;
    keepPen({ pen, acts, waiting, answered, told: live.told });
  }

  /** Takes what else comes with news of a document: gives warnings, each once, also after a reload. */
  warned({ document, revision, warnings }) {
    this.live.told = { document, revision };
    if (warnings.length) this.keep();
    return warnings;
  }

  /** Of these acts those that may go now: all that went before, and new ones at the server's pace. */
  paced(acts) {
    const since = Date.now() - PACE_MS;
    this.answered = this.answered.filter((at) => at > since);
    const again = acts.filter(({ seq }) => seq <= this.tried);
    const onTheWay = this.waiting.filter(({ seq }) => seq <= this.tried).length;
    const left = Math.max(0, PACE_ACTS - this.answered.length - onTheWay);
    return [...again, ...acts.filter(({ seq }) => seq > this.tried).slice(0, left)];
  }

  sendNew() {
    this.soon = null;
    this.send(this.waiting.filter(({ seq }) => seq > (this.sent ?? 0)));
  }

  sendAll() {
    this.send(this.waiting);
  }

  send(acts) {
    clearTimeout(this.again);
    const batch = this.live.isOpen ? firstOf(this.paced(acts)) : [];
    if (batch.length) {
      this.live.send({ pen: this.pen, acts: batch });
      this.sent = batch.at(-1).seq;
      this.tried = Math.max(this.tried, this.sent);
    }
    if (this.waiting.length) this.again = setTimeout(() => this.sendAll(), AGAIN_MS);
  }

  /** Whether some of what waits here is answered by these answers. */
  awaits(answers) {
    const done = answers?.pen === this.pen ? answers.done : 0;
    return this.waiting.some(({ seq }) => seq <= done);
  }

  /** Takes the server's answers; gives those that were not known here yet. */
  hear({ pen, done, told }) {
    if (pen !== this.pen) return [];
    const own = new Set(this.waiting.map(({ seq }) => seq));
    this.waiting = this.waiting.filter(({ seq }) => seq > done);
    this.answered.push(...Array(own.size - this.waiting.length).fill(Date.now()));
    if (!this.waiting.length) clearTimeout(this.again);
    else if (this.waiting[0].seq > this.sent) this.sendNew();
    this.keep();
    return told.filter(({ seq }) => own.has(seq));
  }

  speak() {
    clearTimeout(this.later);
    this.since = this.later = null;
    this.seq += 1;
    const { client, seq, chosen, digest, pen } = this;
    this.tell("said", { client, seq, chosen, holds: digest, pen });
  }

  /** Lets the rest of the page follow, once there is a pause and if it is needed then. */
  speakSoon(wait = QUIET_MS, isNeeded = () => true, longest = LONGEST_QUIET_MS) {
    clearTimeout(this.later);
    this.since ??= Date.now();
    const left = Math.max(this.since + longest - Date.now(), 0);
    this.due = Date.now() + Math.min(wait, left);
    this.later = setTimeout(() => this.speakIf(isNeeded), Math.min(wait, left));
  }

  speakIf(isNeeded) {
    this.since = this.later = null;
    if (isNeeded()) this.speak();
  }

  /** Whether the rest of the page will follow in so many milliseconds or sooner. */
  speaksWithin(wait) {
    return Boolean(this.later) && this.due <= Date.now() + wait;
  }

  /** Whether the page script knew all that was said here when it answered. */
  isHeard(heard) {
    return this.seq === 0 || (heard?.client === this.client && heard.seq >= this.seq);
  }

  destroy() {
    clearTimeout(this.again);
    clearTimeout(this.later);
  }
}
