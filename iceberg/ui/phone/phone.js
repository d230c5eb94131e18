// The page for phones: one thing at a time, over a connection that comes and goes. What is typed is
// kept at once, what is done is kept until it is answered, and no text box in use is drawn anew.
import { Clock } from "./clock.js";
import { Live } from "./live.js";
import { Outbox } from "./outbox.js";
import { keepIn } from "./pen.js";
import { AddForm } from "./phone_add.js";
import { AllCards } from "./phone_all.js";
import { el, fill, section } from "./phone_elements.js";
import { LinkForm } from "./phone_link.js";
import { OwnCards } from "./phone_own.js";
import { Pieces } from "./phone_pieces.js";
import { Returned } from "./phone_returned.js";

const { live: LIVE, knock: KNOCK, words } = document.body.dataset;
const WORDS = JSON.parse(words);

function invitation() {
  const [canvas, token] = location.hash.slice(1).split(".");
  return canvas && token ? { canvas, token } : null;
}

/** Some browsers lay the keyboard over the page without telling its styles. */
function stayAboveKeyboard() {
  const below = innerHeight - visualViewport.height - visualViewport.offsetTop;
  document.body.style.setProperty("--below", `${Math.max(0, below)}px`);
}

class Phone {
  constructor({ canvas, token }) {
    [this.canvas, this.token] = [canvas, token];
    keepIn(localStorage, `iceberg-phone-${canvas}`);
    this.pieces = new Pieces();
    this.returned = new Returned(canvas, WORDS);
    this.live = new Live({
      opened: () => this.opened(),
      heard: (news) => this.hear(news),
      lost: () => this.showConnection(false),
    });
    this.outbox = new Outbox(this.live);
    this.outbox.connect(() => {});
    this.build();
    this.isConnected = true;
    addEventListener("offline", () => this.showConnection(false));
    addEventListener("online", () => this.live.ask(this.pieces.digest));
    for (const event of ["resize", "scroll"]) visualViewport?.addEventListener(event, stayAboveKeyboard);
  }

  async start() {
    const fresh = [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("");
    await this.outbox.take({ pen: fresh, done: 0 });
    this.live.pen = this.outbox.pen;
    this.live.show({ live: LIVE, document: this.canvas, token: this.token, digest: "", as: "board" });
    this.show();
  }

  build() {
    this.title = el("h1");
    this.phase = el("strong");
    this.hint = el("p", { className: "hint" });
    this.note = el("p", { className: "note" });
    this.me = el("p", { className: "quiet" });
    this.status = el("p", { className: "status", role: "status" });
    this.status.addEventListener("click", () => this.fade());
    this.clock = new Clock(WORDS);
    const head = el("div", { className: "phase" }, this.phase, this.clock.element);
    this.add = new AddForm(this, WORDS);
    this.link = new LinkForm(this, WORDS);
    this.own = new OwnCards(this, WORDS);
    this.all = new AllCards(this, WORDS);
    const main = el("main", {}, this.add.element, this.link.element, this.own.element, this.all.element);
    document.body.replaceChildren(
      el("header", {}, this.title, head, this.hint, this.note, this.me),
      this.status,
      main,
    );
  }

  opened() {
    this.live.ask(this.pieces.digest);
    this.outbox.sendAll();
    this.back();
    this.show();
  }

  /** A short break may leave the connection itself whole: then it is not opened anew. */
  back() {
    if (!this.isConnected) this.say(WORDS.online);
    this.isConnected = true;
  }

  showConnection(isConnected) {
    this.isConnected = isConnected;
    this.say(WORDS.offline);
    this.show();
  }

  hear(news) {
    if (news.gone) return this.leave(WORDS.gone);
    if (news.shut) return this.leave(news.shut);
    this.back();
    const warnings = this.outbox.warned(news);
    if (warnings.length) this.say(warnings.join(" "), true);
    const before = this.pieces.meeting?.phase;
    if (news.update && !this.pieces.take(news)) return this.live.ask();
    if (before && before !== this.pieces.meeting.phase) this.turnTo(!warnings.length);
    if (news.own) this.pieces.own = news.own;
    this.clock.skew = news.now - Date.now();
    this.answers(news.answers);
    this.show();
  }

  /** Another phase: what was said about the one before counts no more, and its place on the page is
   *  another page's. Whoever is typing is left where they are. */
  turnTo(isFreeToSay) {
    if (isFreeToSay) this.say(fill(WORDS.now, this.pieces.meeting));
    if (!document.activeElement?.matches("input, textarea")) this.isTurned = true;
  }

  answers(answers) {
    if (!answers) return;
    const sent = this.outbox.waiting;
    const told = this.outbox.hear(answers);
    for (const { sentence, refused, late } of told) if (refused || late) this.say(sentence, refused);
    const left = new Set(this.outbox.waiting);
    this.returned.look(sent.filter((act) => !left.has(act)), told, this.pieces.own);
  }

  leave(sentence) {
    this.live.destroy();
    this.hasLeft = true;
    this.say(sentence, true);
    document.querySelector("main").hidden = true;
  }

  say(sentence, isWarning = false) {
    this.status.textContent = sentence;
    this.status.classList.toggle("warning", isWarning);
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.fade(), isWarning ? 12_000 : 6000);
  }

  /** It lies over the page: nothing stays there but what is so all the while. */
  fade() {
    if (this.isConnected && !this.hasLeft) this.status.textContent = "";
  }

  act(doing) {
    this.outbox.act({ document: this.canvas, revision: this.pieces.revision }, doing);
    this.show();
  }

  /** What was done here and has no answer yet. */
  get waiting() {
    return this.outbox.waiting.filter((act) => act.document === this.canvas).map((act) => act.do);
  }

  may(right) {
    return Boolean(this.pieces.meeting?.rights.includes(right));
  }

  show() {
    const { about, meeting, own } = this.pieces;
    if (!about) return this.say(this.isConnected ? WORDS.joining : WORDS.offline);
    if (this.status.textContent === WORDS.joining) this.status.textContent = "";
    document.title = this.title.textContent = about.title;
    this.phase.textContent = meeting.name;
    this.hint.textContent = meeting.hint;
    this.note.textContent = meeting.note;
    this.note.hidden = !meeting.note;
    this.me.textContent = fill(meeting.names ? WORDS.you_are_named : WORDS.you_are, own);
    this.clock.until(meeting.ends);
    for (const part of [this.add, this.link, this.own, this.all]) part.show();
    if (this.isTurned) scrollTo(0, 0);
    this.isTurned = false;
  }
}

/** Asks for the code that is shown in the room. */
function knock() {
  const code = el("input", { id: "code", autocomplete: "off", autocapitalize: "characters", required: true });
  const status = el("p", { className: "status warning", role: "alert" });
  const label = el("label", { htmlFor: "code" }, WORDS.code_label);
  const hint = el("p", { className: "quiet" }, WORDS.code_hint);
  const button = el("button", { className: "primary", type: "submit" }, WORDS.code_go);
  const form = el("form", {}, label, hint, code, button, status);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "";
    const body = JSON.stringify({ code: code.value });
    const answer = await fetch(KNOCK, { method: "POST", body }).catch(() => null);
    const said = await answer?.json().catch(() => null);
    if (!answer?.ok || !said) return (status.textContent = said?.sentence ?? WORDS.offline);
    location.hash = `${said.canvas}.${said.token}`;
    begin();
  });
  document.body.replaceChildren(
    el("header", {}, el("h1", {}, WORDS.code_title)),
    el("main", {}, section(null, form)),
  );
  code.focus();
}

function begin() {
  const invited = invitation();
  if (invited) new Phone(invited).start();
  else knock();
}

begin();
