// The live channel: one WebSocket to the server, which brings what is new on the canvas that is shown
// and takes what is done here. It comes back by itself, each time a little later and never all
// pages at once.
const SOONEST_MS = 250;
const LATEST_MS = 8000;
// A connection can be dead for minutes before the browser knows, as after a change of network.
const ASK_EVERY_MS = 10_000;
const SILENT_MS = 15_000;
const TOLD_AFTER_MS = 2500;
const ANSWERED_WITHIN_MS = 6000;

export class Live {
  // `lost` and `back` are told when there is no connection, and when there is one again.
  constructor({ opened, heard, lost, back = () => {} }) {
    this.opened = opened;
    this.lost = lost;
    this.back = back;
    this.isLost = false;
    this.heard = heard;
    this.wait = SOONEST_MS;
    this.shown = null;
    // The document and revision up to which all warnings have been heard.
    this.told = null;
    this.goNow = () => this.go();
    this.missNow = () => this.miss();
    this.comeBack = () => (this.go(), this.check());
    this.checkNow = () => this.check();
    this.checking = setInterval(this.checkNow, ASK_EVERY_MS);
    addEventListener("online", this.comeBack);
    addEventListener("offline", this.missNow);
    addEventListener("visibilitychange", this.checkNow);
  }

  /** Shows a canvas by the link with this token; `digest` is of the drawing that is held here. */
  show({ live, document, token, digest, as }) {
    [this.path, this.as] = [live, as];
    if (this.shown === document && this.token === token) return;
    [this.shown, this.token] = [document, token];
    if (this.isOpen) this.ask(digest);
    else this.go();
  }

  /** Asks for what is new beside the drawing with this digest; without one for the whole. */
  ask(holds = "") {
    const { shown, token, as, pen } = this;
    const told = this.told?.document === shown ? this.told.revision : undefined;
    this.send({ show: shown, token, holds, as, pen, told });
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  send(message) {
    if (!this.isOpen) return;
    this.socket.send(JSON.stringify(message));
    // What is done is answered: silence says sooner than the browser that the line is dead.
    if (message.acts) this.unanswered ??= setTimeout(this.missNow, ANSWERED_WITHIN_MS);
  }

  miss() {
    if (this.isLost) return;
    this.isLost = true;
    this.lost();
  }

  // Whatever comes shows that the connection holds.
  found() {
    clearTimeout(this.missing);
    clearTimeout(this.unanswered);
    this.missing = this.unanswered = null;
    if (!this.isLost) return;
    this.isLost = false;
    this.back();
  }

  go() {
    clearTimeout(this.later);
    if (this.gone || !this.path || this.socket?.readyState <= WebSocket.OPEN) return;
    const url = new URL(this.path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = (this.socket = new WebSocket(url));
    socket.onopen = () => {
      this.askedAt = null;
      this.found();
      this.opened(this.shown);
    };
    socket.onmessage = ({ data }) => {
      [this.wait, this.askedAt] = [SOONEST_MS, null];
      this.found();
      const news = JSON.parse(data);
      if (!news.still) this.heard(news);
    };
    socket.onclose = () => socket === this.socket && this.goLater();
  }

  // Asks whether the server is still there; one that has long been silent is not.
  check() {
    if (!this.isOpen) return;
    if (this.askedAt !== null && Date.now() - this.askedAt > SILENT_MS) return this.goAnew();
    this.askedAt ??= Date.now();
    this.send({ still: true });
  }

  goAnew() {
    const { socket } = this;
    this.socket = null;
    socket?.close();
    this.go();
  }

  goLater() {
    if (this.gone) return;
    this.missing ??= setTimeout(this.missNow, TOLD_AFTER_MS);
    this.later = setTimeout(this.goNow, this.wait * (0.5 + Math.random()));
    this.wait = Math.min(this.wait * 2, LATEST_MS);
  }

  destroy() {
    this.gone = true;
    clearTimeout(this.later);
    clearInterval(this.checking);
    clearTimeout(this.missing);
    clearTimeout(this.unanswered);
    removeEventListener("online", this.comeBack);
    removeEventListener("offline", this.missNow);
    removeEventListener("visibilitychange", this.checkNow);
    this.socket?.close();
  }
}
