// The picture on screen: takes in data, keeps what is chosen, and joins the parts that draw it.
import { Camera } from "./camera.js";
import { CardList } from "./card_list.js";
import { Drawing } from "./drawing.js";
import { build } from "./elements.js";
import { loadFonts } from "./fonts.js";
import { Outbox } from "./outbox.js";
import { Picking } from "./picking.js";
import { sceneOf } from "./scenes.js";
import { Speaker } from "./speaker.js";
import { createView } from "./view.js";

export class Board {
  constructor(place) {
    this.elements = build(place);
    this.outbox = new Outbox();
    this.chosen = null;
    this.turn = Promise.resolve();
    this.gone = false;
  }

  // One after the other, so that a slow first drawing cannot overtake what came after it.
  show(data, send) {
    this.outbox.connect(send);
    this.turn = this.turn.then(() => this.take(data)).catch((error) => this.fail(error));
  }

  async take(data) {
    if (this.gone || this.isOlder(data)) return;
    const scene = sceneOf(data);
    if (!scene) return this.outbox.askForScene(data.chosen);
    await loadFonts(data.assets, scene);
    if (this.gone) return;
    const isNew = this.data?.document !== data.document;
    this.data = data;
    this.words = data.words;
    if (!this.view) await this.start(data, scene);
    if (this.gone) return;
    if (scene !== this.scene) this.draw(scene, isNew);
    this.outbox.holds(data.digest);
    if (this.outbox.isHeard(data.heard)) this.mark(data.chosen);
    else this.mark(this.chosen);
    this.elements.root.setAttribute("data-revision", data.revision);
  }

  isOlder(data) {
    return this.data?.document === data.document && data.revision < this.data.revision;
  }

  async start(data, scene) {
    this.elements.label(data.words, data.height, scene.page);
    await this.elements.styled(data.assets);
    this.drawing = new Drawing();
    this.view = createView(this.elements.stage, scene, this.drawing);
    this.camera = new Camera(this.view, this.elements.stage);
    this.picking = new Picking();
    this.speaker = new Speaker(this.elements.said);
    this.list = new CardList(this.elements.list, {
      choose: (id) => this.choose({ kind: "card", id }),
      clear: () => this.choose(null),
      look: (id) => this.look(id),
    });
    this.listen();
  }

  draw(scene, isNew) {
    if (!isNew) this.speaker.tellChanges(this.scene, scene, this.words);
    this.scene = scene;
    this.drawing.use(scene);
    this.picking.use(scene);
    this.view.sync(scene.network);
    this.list.use(scene.cards, this.words);
    this.camera.use(scene.page, isNew);
    this.elements.shape(this.data.height, scene.page);
  }

  listen() {
    const { tools, root } = this.elements;
    this.view.on("click", ({ pointer }) => this.choose(this.pick(pointer.canvas)));
    this.view.onHover((point) => this.pick(point));
    tools.zoomIn.onclick = () => this.camera.zoomBy(1.4);
    tools.zoomOut.onclick = () => this.camera.zoomBy(1 / 1.4);
    tools.fit.onclick = () => this.camera.fit();
    root.addEventListener("keydown", (event) => this.onKey(event));
  }

  onKey(event) {
    const act = {
      "+": () => this.camera.zoomBy(1.4),
      "=": () => this.camera.zoomBy(1.4),
      "-": () => this.camera.zoomBy(1 / 1.4),
      0: () => this.camera.fit(),
      Escape: () => this.choose(null),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  pick(point) {
    return this.picking.at(this.view.toMillimetres(point), this.view.millimetresPerPixel());
  }

  look(id) {
    this.drawing.focused = id;
    this.view.redraw();
    const card = this.scene.cards.find((other) => other.id === id);
    if (card) this.camera.show(card);
  }

  // Chosen here: the server hears of it and answers with what it then holds to be chosen.
  choose(chosen) {
    if (chosen?.kind === this.chosen?.kind && chosen?.id === this.chosen?.id) return;
    this.mark(chosen);
    this.outbox.choose(chosen);
  }

  mark(chosen) {
    const known = this.drawing.has(chosen) ? chosen : null;
    const changed = known?.kind !== this.chosen?.kind || known?.id !== this.chosen?.id;
    this.chosen = known;
    this.drawing.choose(known);
    this.list.press(known?.kind === "card" ? known.id : null);
    this.view.redraw();
    if (changed) this.speaker.tellChosen(this.drawing.lit, known, this.scene, this.words);
    this.elements.root.setAttribute("data-chosen", known ? `${known.kind}:${known.id}` : "");
  }

  fail(error) {
    console.error(error);
    this.elements.said.textContent = this.words?.failed ?? "";
  }

  destroy() {
    this.gone = true;
    this.camera?.destroy();
    this.view?.destroy();
    this.elements.root.remove();
  }
}
