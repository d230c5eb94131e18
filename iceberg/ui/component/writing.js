// The box in the tray in which a card's words are written. What is typed stays whatever goes on
// around it; Enter keeps it, Escape leaves it.
export class Writing {
  constructor(parent, words, begin) {
    this.task = null;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "add";
    this.button.textContent = words.tray_add;
    this.button.addEventListener("click", begin);
    this.box = document.createElement("div");
    this.box.className = "writing";
    this.box.hidden = true;
    this.area = document.createElement("textarea");
    this.area.rows = 3;
    this.note = document.createElement("p");
    this.note.textContent = words.editor_keys;
    this.box.append(this.area, this.note);
    parent.append(this.box, this.button);
    this.area.addEventListener("keydown", (event) => this.onKey(event));
    this.area.addEventListener("blur", () => document.hasFocus() && this.keep());
  }

  get isOpen() {
    return this.task !== null;
  }

  /** Opens for a task: {label, text, limit, keep(text)}. */
  open(task) {
    if (this.isOpen) this.keep();
    this.task = task;
    this.box.hidden = false;
    this.area.value = task.text;
    this.area.maxLength = task.limit;
    this.area.setAttribute("aria-label", (this.area.placeholder = task.label));
    this.area.focus();
  }

  onKey(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") this.close();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.keep();
    this.button.focus();
  }

  keep() {
    const { task } = this;
    const text = this.area.value.trim();
    this.close();
    if (task && text) task.keep(text);
  }

  close() {
    this.task = null;
    this.box.hidden = true;
  }
}
