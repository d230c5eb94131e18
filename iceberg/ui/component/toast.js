// What was just done, with a way back; or why it could not be done, until somebody has read it.
const STAYS_MS = 8000;

export class Toast {
  // `on` are the answers: handOn(isByKeys) when its button had the focus and goes, changed() when
  // it has come or gone.
  constructor(root, on) {
    this.on = on;
    this.box = document.createElement("div");
    this.box.className = "toast";
    this.box.hidden = true;
    this.text = document.createElement("span");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.box.append(this.text, this.button);
    root.append(this.box);
    this.button.addEventListener("click", () => (this.hide(), this.act?.()));
  }

  /** `act` is what the button with this label does; a `refused` sentence stays until it is closed. */
  show(sentence, label, act, refused = false) {
    clearTimeout(this.timer);
    this.act = act;
    this.text.textContent = sentence;
    this.button.textContent = label;
    this.box.classList.toggle("refused", refused);
    // What was done is in the spoken line already, and is not to be heard twice.
    if (refused) this.box.setAttribute("role", "alert");
    else this.box.removeAttribute("role");
    this.box.hidden = false;
    this.on.changed();
    if (!refused) this.timer = setTimeout(() => this.hide(), STAYS_MS);
  }

  hide() {
    const had = this.box.querySelector(":focus");
    const isByKeys = had?.matches(":focus-visible");
    this.box.hidden = true;
    if (had) this.on.handOn(isByKeys);
    this.on.changed();
  }

  /** Where it covers the board, in CSS pixels; null while it is not there. */
  get place() {
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = this.box;
    return this.box.hidden ? null : { left, top, width, height };
  }
}
