// Every key that does something, for those who ask with "?".
export class Help {
  constructor(root) {
    this.box = document.createElement("div");
    this.box.className = "help";
    this.box.hidden = true;
    this.box.setAttribute("role", "dialog");
    root.append(this.box);
  }

  /** Shows the keys; `back` gets the focus again when they are closed. */
  show(words, back) {
    const list = document.createElement("dl");
    for (const [key, meaning] of words.keys) {
      const [term, said] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = key;
      said.textContent = meaning;
      list.append(term, said);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = words.close;
    close.addEventListener("click", () => this.hide(back));
    this.box.setAttribute("aria-label", words.keys_title);
    this.box.replaceChildren(list, close);
    this.box.hidden = false;
    close.focus({ preventScroll: true });
    this.back = back;
  }

  /** True when there was something to hide. */
  hide(back = this.back) {
    if (this.box.hidden) return false;
    this.box.hidden = true;
    back?.focus?.({ preventScroll: true });
    return true;
  }
}
