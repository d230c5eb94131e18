// What was just done, with a way back; or why it could not be done, until somebody has read it.
const STAYS_MS = 8000;

export class Toast {
  // `handOn(isByKeys)` is called when its button had the focus and goes.
  constructor(root, handOn) {
    this.handOn = handOn;
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
    if (!refused) this.timer = setTimeout(() => this.hide(), STAYS_MS);
  }

  hide() {
    const had = this.box.querySelector(":focus");
    const isByKeys = had?.matches(":focus-visible");
    this.box.hidden = true;
    if (had) this.handOn(isByKeys);
  }
}
