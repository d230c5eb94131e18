// The live channel: one WebSocket to the server, which brings what is new on the canvas that is shown
// and takes what is done here. It comes back by itself, each time a little later and never all
// pages at once.
const SOONEST_MS = 250;
const LATEST_MS = 8000;

export class Live {
  constructor({ opened, heard }) {
    this.opened = opened;
    this.heard = heard;
    this.wait = SOONEST_MS;
    this.shown = null;
    this.goNow = () => this.go();
    addEventListener("online", this.goNow);
  }

  /** Shows a canvas, of which the drawing with this digest is held here. */
  show(path, document, holds) {
    this.path = path;
    if (this.shown === document) return;
    this.shown = document;
    if (this.isOpen) this.send({ show: document, holds });
    else this.go();
  }

  /** What is held here is not what the server builds on: ask for the whole. */
  showAnew() {
    this.send({ show: this.shown, holds: "" });
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  send(message) {
    if (this.isOpen) this.socket.send(JSON.stringify(message));
  }

  go() {
    clearTimeout(this.later);
    if (this.gone || !this.path || this.socket?.readyState <= WebSocket.OPEN) return;
    const url = new URL(this.path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = (this.socket = new WebSocket(url));
    socket.onopen = () => ((this.wait = SOONEST_MS), this.opened(this.shown));
    socket.onmessage = ({ data }) => this.heard(JSON.parse(data));
    socket.onclose = () => socket === this.socket && this.goLater();
  }

  goLater() {
    if (this.gone) return;
    this.later = setTimeout(this.goNow, this.wait * (0.5 + Math.random()));
    this.wait = Math.min(this.wait * 2, LATEST_MS);
  }

  destroy() {
    this.gone = true;
    clearTimeout(this.later);
    removeEventListener("online", this.goNow);
    this.socket?.close();
  }
}
