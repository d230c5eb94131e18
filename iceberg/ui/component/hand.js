// What the hand is doing on the picture: dragging cards, drawing a link, drawing a frame around
// cards. Everything else is left to vis-network, which pans and zooms.
import { HANDLE_AWAY_PX, arrow, handlesOf } from "./strokes.js";

const SLOP_PX = 4;
const FINGER_SLOP_PX = 10;
const HANDLE_PX = 11;
const LONG_PRESS_MS = 500;
const NOWHERE = { x: 0, y: 0 };

const boxOf = (a, b) => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

export class Hand {
  // `on` are the answers to what is done: cardAt, press, aim, drop, link, frame, hold, redraw; and
  // revision(), the one that shows now.
  constructor(stage, on) {
    this.stage = stage;
    this.on = on;
    this.doing = null;
    this.offers = null;
    const listen = (event, listener) => stage.addEventListener(event, listener, { capture: true });
    listen("pointerdown", (event) => this.down(event));
    listen("pointermove", (event) => this.move(event));
    listen("pointerup", (event) => this.up(event));
    listen("pointercancel", () => this.cancel());
    listen("dblclick", (event) => this.twice(event));
  }

  get isBusy() {
    return this.doing !== null && this.doing.isUnderWay;
  }

  down(event) {
    clearTimeout(this.pressing);
    if (!this.on.isActive() || event.button !== 0 || !event.isPrimary) return this.cancel();
    const at = this.on.point(event);
    const doing = this.begin(event, at);
    if (!doing) return;
    // vis-network must not pan with the same movement.
    event.stopPropagation();
    this.stage.setPointerCapture(event.pointerId);
    const pressedAt = [event.clientX, event.clientY];
    const seen = this.on.revision();
    this.doing = { ...doing, start: at, now: at, pressedAt, seen, isUnderWay: false };
  }

  begin(event, at) {
    const from = this.handleAt(at);
    if (from) return { what: "link", from };
    const card = this.on.cardAt(at);
    if (event.pointerType === "touch") return this.beginTouch(event, card);
    if (card) return { what: "drag", card, cards: new Set(this.on.together(card)), shift: event.shiftKey };
    return event.shiftKey ? { what: "frame" } : null;
  }

  // A finger pans, unless it is on a card that has been chosen before.
  beginTouch(event, card) {
    if (!card) return null;
    if (this.on.isChosen(card)) return { what: "drag", card, cards: new Set(this.on.together(card)) };
    this.pressedAt = [event.clientX, event.clientY];
    this.pressing = setTimeout(() => this.on.hold(card), LONG_PRESS_MS);
    return null;
  }

  handleAt(at) {
    const reach = HANDLE_PX * this.on.perPixel();
    const away = HANDLE_AWAY_PX * this.on.perPixel();
    const isNear = (point) => Math.hypot(point.x - at.x, point.y - at.y) <= reach;
    const near = (id) => id && this.on.box(id) && handlesOf(this.on.box(id), away).some(isNear);
    return [this.offers, this.on.chosenCard()].find(near) ?? null;
  }

  move(event) {
    const { doing } = this;
    if (!doing) return this.hover(event);
    const [x, y] = doing.pressedAt;
    if (Math.hypot(event.clientX - x, event.clientY - y) > SLOP_PX) {
      clearTimeout(this.pressing);
      doing.isUnderWay = true;
    }
    if (!doing.isUnderWay) return;
    event.stopPropagation();
    doing.now = this.on.point(event);
    doing.over = this.on.cardAt(doing.now, doing.cards);
    doing.merges = doing.what === "drag" && event.altKey && doing.over;
    if (doing.what === "drag") this.on.aim(doing, event);
    this.stage.style.cursor = doing.what === "drag" ? "grabbing" : "crosshair";
    this.on.redraw();
  }

  // A finger is never quite still: only one that has set off ends a long press.
  hover(event) {
    const [x, y] = this.pressedAt ?? [];
    if (Math.hypot(event.clientX - x, event.clientY - y) > FINGER_SLOP_PX) clearTimeout(this.pressing);
    if (event.pointerType === "touch" || event.buttons || !this.on.isActive()) return;
    const at = this.on.point(event);
    const card = this.on.cardAt(at) ?? this.handleAt(at);
    if (card === this.offers) return;
    this.offers = card;
    this.on.redraw();
  }

  up(event) {
    clearTimeout(this.pressing);
    const { doing } = this;
    if (!doing) return;
    event.stopPropagation();
    this.letGo();
    if (!doing.isUnderWay) this.on.press(doing.card ?? doing.from ?? null, doing.shift);
    else this.finish(doing, event);
    this.on.redraw();
  }

  finish(doing, event) {
    const box = boxOf(doing.start, doing.now);
    if (doing.what === "frame") return this.on.frame(box);
    if (doing.what === "link") return this.on.link(doing.from, doing.over);
    if (this.on.isOverTray(event)) return this.on.putInTray([...doing.cards]);
    const by = { x: doing.now.x - doing.start.x, y: doing.now.y - doing.start.y };
    return this.on.drop([...doing.cards], by, event.altKey ? doing.over : null, doing.seen);
  }

  // vis-network does not hear of the clicks on cards, so it cannot tell when there are two.
  twice(event) {
    const card = this.on.isActive() && this.on.cardAt(this.on.point(event));
    if (card) this.on.edit(card);
  }

  cancel() {
    clearTimeout(this.pressing);
    if (!this.doing) return;
    this.letGo();
    this.on.redraw();
  }

  letGo() {
    if (this.isBusy) this.on.aim(null);
    this.doing = null;
    this.stage.style.cursor = "";
  }

  /** The card that the dragged ones would be merged into, or null. */
  get mergesInto() {
    return (this.isBusy && this.doing.merges) || null;
  }

  /** Whether a card is off its place, in a hand or carried with the keys. */
  holds(id) {
    if (this.on.carried()?.id === id) return true;
    return this.isBusy && this.doing.what === "drag" && this.doing.cards.has(id);
  }

  shiftOf(id) {
    if (this.on.carried()?.id === id) return this.on.carried().by;
    if (!this.holds(id)) return NOWHERE;
    const { start, now } = this.doing;
    return { x: now.x - start.x, y: now.y - start.y };
  }

  draw(ctx, drawing) {
    if (!this.isBusy) return;
    const { what, start, now, from, over } = this.doing;
    if (what === "link" && drawing.boxOf(from)) {
      const to = (over && drawing.boxOf(over)) ?? { ...now, width: 0, height: 0 };
      arrow(ctx, drawing.boxOf(from), to);
    }
    if (what === "frame") this.drawFrame(ctx, boxOf(start, now));
  }

  drawFrame(ctx, { x, y, width, height }) {
    ctx.save();
    ctx.fillStyle = "rgba(11, 95, 165, 0.12)";
    ctx.strokeStyle = globalThis.icebergScene.tone("#0b5fa5");
    ctx.lineWidth = 1.5 * this.on.perPixel();
    ctx.fillRect(x, y, width, height);
    ctx.strokeRect(x, y, width, height);
    ctx.restore();
  }
}
