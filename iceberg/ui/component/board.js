// The picture on screen: takes in data, keeps what is chosen, and joins the parts that draw it and
// the parts that change it.
import { Adders } from "./adders.js";
import { Aiming } from "./aiming.js";
import { Bar } from "./bar.js";
import { barContent, betterSeen } from "./bar_content.js";
import { Camera } from "./camera.js";
import { CardList } from "./card_list.js";
import { Carrying } from "./carrying.js";
import { roomsIn } from "./cells.js";
import { Doing } from "./doing.js";
import { Drawing } from "./drawing.js";
import { Editor } from "./editor.js";
import { build } from "./elements.js";
import { loadFonts } from "./fonts.js";
import { handOf } from "./gestures.js";
import { Glide } from "./glide.js";
import { Help } from "./help.js";
import { Keys } from "./keys.js";
import { Live } from "./live.js";
import { Outbox } from "./outbox.js";
import { PhaseStrip } from "./phase_strip.js";
import { Picking } from "./picking.js";
import { Provisional } from "./provisional.js";
import { ReadingStrip } from "./reading_strip.js";
import { sceneOf } from "./scenes.js";
import { short } from "./short.js";
import { Speaker } from "./speaker.js";
import { Toast } from "./toast.js";
import { takeTones } from "./tones.js";
import { Tray } from "./tray.js";
import { createView } from "./view.js";

const ROOM_MM = 6;
const ADDER_PX = 16;

// The rectangle (mm) of all bands, from the first to the last.
const icebergsOf = ({ page, bands }) => {
  const [top, bottom] = [Math.min(...bands.map(({ y0 }) => y0)), Math.max(...bands.map(({ y1 }) => y1))];
  return { x: 0, y: top, width: page.width, height: bottom - top };
};

export class Board {
  constructor(place) {
    this.elements = build(place);
    this.live = new Live({
      opened: (document) => this.onLive(document),
      lost: () => this.hint(this.hinted),
      back: () => this.hint(this.hinted),
      heard: (news) => this.hear(news),
    });
    this.outbox = new Outbox(this.live);
    this.provisional = new Provisional();
    this.doing = new Doing(this);
    this.aiming = new Aiming(this);
    this.chosen = null;
    this.picked = new Set();
    this.carrying = null;
    [this.hinted, this.shut] = ["", ""];
    this.turn = Promise.resolve();
    this.gone = false;
  }

  // One after the other, so that a slow first drawing cannot overtake what came after it.
  show(data, send) {
    this.outbox.connect(send);
    this.turn = this.turn.then(() => this.take(data)).catch((error) => this.fail(error));
  }

  async take(data) {
    if (this.gone) return;
    if (this.isOlder(data)) return this.follow(data);
    const scene = sceneOf(data);
    if (!scene) return this.outbox.askForScene(data.chosen);
    await this.outbox.take(data);
    this.live.pen = this.outbox.pen;
    if (this.gone) return;
    await loadFonts(data.assets, scene);
    if (this.gone) return;
    const isNew = this.data?.document !== data.document;
    this.data = data;
    this.words = data.words;
    takeTones(this.elements.root, scene);
    if (!this.view) await this.start(data, scene);
    if (this.gone) return;
    this.settle(scene, data, isNew);
    this.follow(data);
    this.showProvisional();
    this.told = data.revision;
    this.elements.root.setAttribute("data-told", data.revision);
    if (data.live) this.live.show(data);
  }

  // A choice made in a list counts, unless one has been made here that the page has not heard of.
  follow({ heard, chosen }) {
    if (this.outbox.isHeard(heard)) this.outbox.chosen = chosen;
    if (this.outbox.chosen && this.picked.size > 1) this.pick([]);
    this.mark(this.outbox.chosen);
  }

  isOlder(data) {
    if (this.data?.document !== data.document) return false;
    // The same revision may be shown differently as a workshop goes on.
    const { revision, turns } = this.data;
    return data.revision < revision || (data.revision === revision && data.turns < turns);
  }

  settle(scene, { digest, revision }, isNew, isOwn) {
    takeTones(this.elements.root, scene);
    if (scene !== this.scene) this.draw(scene, isNew, isOwn);
    this.outbox.holds(digest);
    this.elements.root.setAttribute("data-revision", revision);
  }

  // Live: what is new comes here first, and the rest of the page follows in the next pause.

  // Also while an earlier moment is looked at, it is the canvas as it is now that is followed.
  onLive(document) {
    if (this.hinted === this.shut) this.hint("");
    const holds = document === this.data.document ? this.outbox.digest : "";
    this.live.ask(holds);
    this.outbox.sendAll();
  }

  hear(news) {
    this.turn = this.turn.then(() => this.takeNews(news)).catch((error) => this.fail(error));
  }

  async takeNews(news) {
    if (this.gone || news.document !== this.data.document) return;
    if (news.gone) return this.outbox.speakSoon();
    if (news.shut) return this.hint((this.shut = news.shut));
    const warnings = this.outbox.warned(news);
    if (warnings.length) this.refuse(warnings.join(" "));
    if (this.isOlder(news)) return this.hearAnswers(news);
    const scene = sceneOf(news);
    if (!scene) return this.live.ask();
    await loadFonts(this.data.assets, scene);
    if (this.gone || news.document !== this.data.document) return;
    const isNews = news.revision > this.data.revision;
    const { revision, turns, digest, now } = news;
    this.data = { ...this.data, revision, turns, digest, now };
    this.settle(scene, news, false, this.outbox.awaits(news.answers));
    const isOwn = this.hearAnswers(news);
    if (isOwn) this.outbox.speakSoon();
    else if (isNews) this.followSoon();
  }

  // What was done with a form comes by both ways: then the rest of the page knows it already.
  followSoon() {
    const wait = this.data.patience_ms * (0.5 + Math.random());
    if (this.outbox.speaksWithin(wait)) return;
    this.outbox.speakSoon(wait, () => this.told < this.data.revision, wait);
  }

  /** Takes the answers to what was done here; true when there were any. */
  hearAnswers({ answers }) {
    const told = answers ? this.outbox.hear(answers) : [];
    this.speaker.tellDone(told, this.words);
    this.mark(told.length ? this.outbox.chosen : this.chosen);
    this.showProvisional();
    this.doing.hear(told);
    return told.length > 0;
  }

  get canChange() {
    return Boolean(this.scene?.facts);
  }

  async start(data, scene) {
    const { elements } = this;
    elements.label(data.words, data.height, scene.page);
    await elements.styled(data.assets);
    this.hand = handOf(this, elements.stage);
    this.glide = new Glide(() => this.view.redraw());
    this.drawing = new Drawing(this.provisional, this.hand, this.glide);
    this.drawing.picked = this.picked;
    this.view = createView(elements.stage, scene, this.drawing);
    this.camera = new Camera(this.view, elements.stage, elements.phase);
    this.picking = new Picking();
    this.speaker = new Speaker(elements.said);
    this.keys = new Keys(this);
    const onToast = { handOn: (isByKeys) => this.handOn(isByKeys), changed: () => this.showBar() };
    this.toast = new Toast(elements.root, onToast);
    this.help = new Help(elements.root);
    this.phase = new PhaseStrip(elements.phase, data.words);
    const handOn = (isByKeys, id) => this.handOn(isByKeys, id);
    this.bar = new Bar(elements.root, elements.stage, elements.strip, handOn);
    this.editor = new Editor(elements.root);
    this.adders = new Adders(elements.adders, {
      add: (...cell) => this.doing.add(...cell),
      see: (point) => this.camera.sees({ ...point, width: 0, height: 0 }) || this.camera.fit(),
      moved: () => this.place(),
    });
    this.tray = new Tray(this, elements.tray);
    this.list = new CardList(elements.list, {
      choose: (id) => this.chooseWithKeys(id),
      clear: () => this.choose(null),
      look: (id, isGoneTo) => this.look(id, isGoneTo),
      key: (event, id) => this.keys.onCard(event, id),
      handOn: (id) => this.focusCard(id),
    });
    this.strip = new ReadingStrip(elements.strip, data.words, {
      light: (reading) => this.light({ reading }),
      found: (found) => this.light({ found }),
      go: (id) => (this.choose({ kind: "card", id }), this.look(id)),
      leave: () => this.focusCard(this.list.current),
      show: () => this.doing.show(this.standingOut),
      showAll: () => this.doing.show([]),
    });
    this.listen();
  }

  /** Changes what stands out: how far a choice reaches, or what a search has found. */
  light(how) {
    Object.assign(this.drawing, how);
    this.drawing.choose(this.drawing.has(this.chosen) ? this.chosen : null);
    const lit = this.drawing.standingOut;
    this.elements.root.setAttribute("data-lit", lit ? lit.cards.size : "");
    this.strip.offer(this.standingOut.length);
    this.view.redraw();
  }

  /** The ids of the cards that stand out: those picked, else those found or reached. */
  get standingOut() {
    return [...(this.drawing.standingOut?.cards ?? [])];
  }

  fit() {
    this.camera.part = null;
    this.camera.fit();
  }

  // A room reads the icebergs; title and sources are there for whoever asks for the whole picture.
  onPresent() {
    const isOn = Boolean(this.elements.root.getRootNode().fullscreenElement);
    this.camera.part = isOn && this.scene.bands.length ? icebergsOf(this.scene) : null;
    this.camera.fit(false);
  }

  present() {
    const { root } = this.elements;
    if (root.getRootNode().fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => this.refuse(this.words.no_present));
  }

  // What was done here is told by its answer, which knows best what it was.
  draw(scene, isNew, isOwn) {
    if (!isNew && !isOwn) this.speaker.tellChanges(this.scene, scene, this.words);
    const before = new Map(isNew ? [] : this.provisional.middles());
    const { focused, cards } = this.drawing;
    const isAwaited = Boolean(focused) && !cards?.has(focused);
    this.scene = scene;
    this.drawing.use(scene);
    this.glide.start(before, scene.cards);
    this.provisional.use(scene, this.outbox.waiting);
    if (this.carrying && !this.drawing.cards.has(this.carrying.id)) this.carrying.lose();
    this.picking.use(scene);
    this.view.sync(scene.network);
    this.listCards();
    this.camera.use(scene.page, isNew, this.camera.part && icebergsOf(scene));
    this.elements.shape(this.data.height, scene.page);
    this.elements.root.classList.toggle("open", this.canChange);
    this.strip.use(scene.cards, scene.facts);
    this.phase.use(scene.meeting, this.data.now);
    this.adders.use(scene, scene.facts, this.words, !isNew && !isOwn);
    this.pick([...this.picked].filter((id) => this.drawing.cards.has(id)));
    this.editor.follow();
    if (isAwaited && this.drawing.cards.has(focused)) this.look(focused, false);
  }

  // A card can have the keyboard before the server has placed it.
  listCards() {
    const { cards } = this.provisional;
    const listed = [this.scene, ...cards.map(({ id }) => id)];
    if (listed.length === this.listed?.length && listed.every((part, n) => part === this.listed[n])) return;
    this.listed = listed;
    const coming = cards.map((card) => ({ ...card, spoken: card.text }));
    this.list.use([...this.scene.cards, ...coming], this.words);
  }

  /** Shows at once what has been done here, before the server has answered. */
  showProvisional() {
    this.provisional.use(this.scene, this.outbox.waiting);
    this.listCards();
    this.elements.root.setAttribute("data-waiting", this.outbox.waiting.length);
    this.tray.show(this.canChange ? this.provisional.waiting : []);
    this.view.redraw();
    this.showBar();
  }

  listen() {
    const { tools, root } = this.elements;
    this.view.on("click", ({ pointer }) => this.press(this.found(pointer.canvas)));
    this.view.on("doubleClick", (event) => this.onDoubleClick(event));
    this.view.onHover((point) => this.found(point));
    this.view.on("afterDrawing", () => this.place());
    tools.zoomIn.onclick = () => this.camera.zoomBy(1.4);
    tools.zoomOut.onclick = () => this.camera.zoomBy(1 / 1.4);
    tools.fit.onclick = () => this.fit();
    root.addEventListener("fullscreenchange", () => this.onPresent());
    tools.present.onclick = () => this.present();
    root.addEventListener("keydown", (event) => this.onKey(event));
  }

  onKey(event) {
    const act = {
      "+": () => this.camera.zoomBy(1.4),
      "=": () => this.camera.zoomBy(1.4),
      "-": () => this.camera.zoomBy(1 / 1.4),
      0: () => this.fit(),
      "?": () => this.help.show(this.words, event.target),
      Escape: () => this.escape(),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === "SELECT") return;
    event.preventDefault();
    act();
  }

  escape() {
    if (this.help.hide()) return;
    this.toast.hide();
    this.hand.cancel();
    if (this.doing.endLink(null)) return;
    if (!this.picked.size) return this.choose(null);
    this.pick([]);
    this.speaker.tellChosen(this.chosen, this.scene, this.words);
  }

  // Where things stand on the page

  found(point) {
    return this.picking.at(this.view.toMillimetres(point), this.view.millimetresPerPixel());
  }

  /** A rectangle in mm as {left, top, width, height} in CSS pixels of the board. */
  inPixels({ x, y, width = 0, height = 0 }) {
    const corner = this.view.toPixels({ x, y });
    const perPixel = this.view.millimetresPerPixel();
    return { left: corner.x, top: corner.y, width: width / perPixel, height: height / perPixel };
  }

  place() {
    this.adders.place((point) => this.view.toPixels(point), this.drawing.isSmall);
    this.editor.place();
    this.bar.place();
    this.carrying?.place();
  }

  /** Marks the card that has the focus. One that somebody goes to is brought so near that it can be
   *  read; one that gets the focus back only has to be there. */
  look(id, isGoneTo = true) {
    this.drawing.focused = id;
    this.view.redraw();
    const card = this.drawing.cards.get(id);
    if (card && (isGoneTo || !this.camera.sees(card))) this.camera.show(card);
  }

  /** Keeps a rectangle in mm in sight, where neither strip nor hint lie over it. */
  keepClear(box) {
    const { strip, hint, stage } = this.elements;
    const above = Math.max(strip.offsetTop + strip.offsetHeight, 0);
    this.camera.keepClear(box, above, stage.clientHeight - hint.offsetTop);
  }

  focusCard(id) {
    if (!this.list.focus(id)) this.elements.root.focus({ preventScroll: true });
  }

  /** Hands the focus on from what is no longer there: with keys to a card, else to the board. */
  handOn(isByKeys, id) {
    if (isByKeys) this.focusCard(id);
    else this.elements.root.focus({ preventScroll: true });
  }

  // Choosing

  press(found) {
    const isCard = found?.kind === "card";
    if (this.doing.endLink(isCard ? found.id : null)) return;
    this.choose(found);
  }

  pressCard(id, isMore) {
    if (!id) return;
    if (isMore) this.togglePick(id);
    else this.press({ kind: "card", id });
  }

  chooseWithKeys(id) {
    if (this.doing.endLink(id)) return;
    if (this.chosen?.id === id && this.canChange) this.doing.edit(id);
    else this.choose({ kind: "card", id });
  }

  // Chosen here: the server hears of it and answers with what it then holds to be chosen.
  choose(chosen) {
    this.pick([]);
    this.turnTo(chosen);
  }

  turnTo(chosen) {
    if (chosen?.kind === this.chosen?.kind && chosen?.id === this.chosen?.id) return;
    this.mark(chosen);
    this.outbox.choose(chosen);
  }

  mark(chosen) {
    const known = this.drawing.has(chosen) ? chosen : null;
    const changed = known?.kind !== this.chosen?.kind || known?.id !== this.chosen?.id;
    this.chosen = known;
    this.light({});
    this.strip.choose(known);
    this.list.press(known?.kind === "card" ? known.id : null);
    if (changed && (known || !this.picked.size)) this.speaker.tellChosen(known, this.scene, this.words);
    this.elements.root.setAttribute("data-chosen", known ? `${known.kind}:${known.id}` : "");
    this.showBar();
  }

  /** Several cards at once, to move, merge or remove them together. */
  pick(ids) {
    this.picked.clear();
    for (const id of ids) this.picked.add(id);
    this.elements.root.setAttribute("data-picked", this.picked.size);
    this.light({});
    if (this.picked.size > 1) this.turnTo(null);
    this.showBar();
  }

  pickMany(ids) {
    this.pick(ids);
    this.tellPicked();
  }

  tellPicked() {
    const count = this.picked.size;
    this.speaker.say(count === 1 ? this.words.picked_one : this.words.picked.replace("{count}", count));
  }

  togglePick(id) {
    const chosen = this.chosen?.kind === "card" && !this.picked.size ? [this.chosen.id] : [];
    const ids = new Set([...chosen, ...this.picked]);
    if (!ids.delete(id)) ids.add(id);
    this.pickMany(ids);
  }

  mergePicked(id) {
    this.doing.merge(id, [...this.picked].filter((other) => other !== id));
  }

  showBar() {
    if (!this.bar || !this.scene) return;
    const nothing = { label: "", rows: [], about: [], box: null };
    const { label, rows, about, box } = barContent(this) ?? nothing;
    const boxOf = () => this.inPixels(box() ?? { x: 0, y: 0 });
    this.bar.show(label, rows, { about, boxOf, avoid: () => betterSeen(this) });
  }

  // Changing

  onDoubleClick({ pointer, event }) {
    if (!this.canChange || event.srcEvent?.shiftKey) return;
    const found = this.found(pointer.canvas);
    if (found?.kind === "card") return this.doing.edit(found.id);
    if (!found) this.doing.addAt(this.view.toMillimetres(pointer.canvas));
  }

  addBeside(id) {
    const { layer, level } = this.drawing.cards.get(id);
    const cell = { layer, level };
    this.doing.add(cell, roomsIn(this.scene, ROOM_MM)(cell), { focus: () => this.focusCard(id) });
  }

  carry(id) {
    this.toast.hide();
    this.carrying = new Carrying(this, id);
  }

  effectOf(id) {
    return this.provisional.forceOf(id)?.effect;
  }

  /** Opens the editor; `at()` is its place in mm. */
  write({ at, ...task }) {
    const limit = this.scene.facts.text_limit;
    let last = { x: 0, y: 0 };
    const box = () => this.inPixels((last = at() ?? last));
    const aside = (text, keep) => {
      const sentence = this.words.put_aside.replace("{text}", () => short(text));
      this.speaker.say(sentence);
      this.toast.show(sentence, keep ? this.words.keep_it : this.words.close, keep);
    };
    this.editor.open({ ...task, limit, words: this.words, box, aside });
    this.showBar();
  }

  /** Says why something could not be done; `label` and `act` are a way to do it after all. */
  refuse(sentence, label = this.words.close, act = null) {
    this.toast.show(sentence, label, act, true);
  }

  /** Says a sentence until another is said; with none that there is no connection, if so. */
  hint(sentence) {
    this.hinted = sentence;
    if (sentence) this.speaker?.say(sentence);
    if (!this.words) return;
    const said = sentence || (this.live.isLost ? this.words.not_connected : "");
    this.elements.tell(said || this.words.hint, Boolean(said));
  }

  /** The boxes, in mm, that a new card should not lie on: cards and buttons. */
  *boxesTaken() {
    const { drawing, provisional } = this;
    for (const { id } of [...this.scene.cards, ...provisional.cards]) {
      const box = drawing.boxOf(id);
      if (box) yield box;
    }
    const half = ADDER_PX * this.view.millimetresPerPixel();
    for (const { x, y } of this.adders.points()) yield { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  }

  fail(error) {
    console.error(error);
    this.elements.said.textContent = this.words?.failed ?? "";
  }

  destroy() {
    this.gone = true;
    this.live.destroy();
    this.outbox.destroy();
    this.phase?.destroy();
    this.keys?.destroy();
    this.adders?.close();
    this.camera?.destroy();
    this.view?.destroy();
    this.elements.beside.remove();
  }
}
