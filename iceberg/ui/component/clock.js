// The timer of a phase, by the server's clock: a device's own may be wrong.
const EVERY_MS = 500;

export class Clock {
  constructor(words) {
    this.words = words;
    this.element = document.createElement("span");
    this.element.className = "clock";
    this.element.setAttribute("role", "timer");
    this.skew = 0;
    this.ticking = setInterval(() => this.tick(), EVERY_MS);
  }

  /** Counts down to a moment, in milliseconds since 1970; none given hides the timer. */
  until(ends) {
    this.ends = ends;
    this.tick();
  }

  tick() {
    this.element.hidden = !this.ends;
    if (!this.ends) return;
    const left = Math.ceil((this.ends - Date.now() - this.skew) / 1000);
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    const said = left > 0 ? this.words.time_left.replace("{time}", time) : this.words.time_over;
    if (this.element.textContent !== said) this.element.textContent = said;
  }

  destroy() {
    clearInterval(this.ticking);
  }
}
