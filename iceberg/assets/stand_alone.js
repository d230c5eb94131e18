// The picture in a page of its own: pan, zoom, and what causes what, without any server.
(() => {
  "use strict";

  const { scene, texts, network: graph, scale, words } = JSON.parse(
    document.getElementById("data").textContent,
  );
  const drawing = globalThis.icebergScene;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const holder = document.getElementById("picture");
  const told = document.getElementById("told");
  const panel = document.getElementById("panel");
  const cards = new Map(scene.cards.map((card) => [card.id, card]));
  const links = new Map(scene.links.map((link) => [link.id, link]));
  const routes = new Map(scene.links.map((link) => [link.id, drawing.linkPath(link)]));
  const FADED = 0.16;
  // Half of what a finger needs on a screen, in CSS pixels.
  const REACH = 7;

  let chosen = null;

  const textOf = (card) => texts[card.id];
  const causesOf = (id) => scene.links.filter((link) => link.target === id);
  const effectsOf = (id) => scene.links.filter((link) => link.source === id);

  function lit() {
    if (!chosen) return null;
    if (chosen.kind === "link") {
      const link = links.get(chosen.id);
      return { cards: new Set([link.source, link.target]), links: new Set([link.id]) };
    }
    const near = [...causesOf(chosen.id), ...effectsOf(chosen.id)];
    return {
      cards: new Set([chosen.id, ...near.flatMap((link) => [link.source, link.target])]),
      links: new Set(near.map((link) => link.id)),
    };
  }

  let shown = lit();

  function inMillimetres(ctx, draw) {
    ctx.save();
    ctx.scale(scale, scale);
    draw();
    ctx.restore();
  }

  function faded(ctx, isLit, draw) {
    ctx.save();
    if (!isLit) ctx.globalAlpha = FADED;
    draw();
    ctx.restore();
  }

  function drawRing(ctx, card) {
    ctx.strokeStyle = words.ring;
    ctx.lineWidth = 0.9;
    const ring = new Path2D();
    ring.roundRect(card.x - 0.9, card.y - 0.9, card.width + 1.8, card.height + 1.8, 1.6);
    ctx.stroke(ring);
  }

  function ctxRenderer({ ctx, id }) {
    const card = cards.get(id);
    return {
      drawNode() {
        inMillimetres(ctx, () => {
          faded(ctx, !shown || shown.cards.has(id), () => drawing.drawCard(ctx, card));
          if (chosen?.id === id) drawRing(ctx, card);
        });
      },
      nodeDimensions: { width: card.width * scale, height: card.height * scale },
    };
  }

  function drawUnder(ctx) {
    inMillimetres(ctx, () => {
      drawing.drawGround(ctx, scene);
      drawing.drawFurniture(ctx, scene);
      for (const draw of [drawing.drawLink, drawing.drawBadge]) {
        for (const link of scene.links) {
          faded(ctx, !shown || shown.links.has(link.id), () => draw(ctx, link));
        }
      }
    });
  }

  const network = new vis.Network(
    holder,
    {
      nodes: new vis.DataSet(graph.nodes.map((node) => ({ ...node, ctxRenderer }))),
      edges: new vis.DataSet(graph.edges),
    },
    { ...graph.options, autoResize: true },
  );
  const canvas = holder.querySelector("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", scene.title);

  function moveTo(x, y, zoom) {
    const animation = still.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" };
    network.moveTo({ position: { x: x * scale, y: y * scale }, scale: zoom, animation });
  }

  const whole = () =>
    0.98 *
    Math.min(
      holder.clientWidth / (scene.page.width * scale),
      holder.clientHeight / (scene.page.height * scale),
    );

  const fit = () => moveTo(scene.page.width / 2, scene.page.height / 2, whole());

  function zoomBy(factor) {
    const at = network.getViewPosition();
    const zoom = Math.min(Math.max(network.getScale() * factor, whole() / 2), 12);
    moveTo(at.x / scale, at.y / scale, zoom);
  }

  function show(card) {
    const { x, y } = network.canvasToDOM({
      x: (card.x + card.width / 2) * scale,
      y: (card.y + card.height / 2) * scale,
    });
    const inside = x > 40 && y > 40 && x < holder.clientWidth - 40 && y < holder.clientHeight - 40;
    const readable = Math.max(network.getScale(), whole());
    if (!inside) moveTo(card.x + card.width / 2, card.y + card.height / 2, readable);
  }

  function element(tag, text, attributes = {}) {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function cardButton(id, before) {
    const button = element("button", `${before}${textOf(cards.get(id))}`, { type: "button", dir: "auto" });
    button.addEventListener("click", () => choose({ kind: "card", id }));
    return button;
  }

  function listed(heading, found, other) {
    if (!found.length) return [];
    const list = document.createElement("ul");
    for (const link of found) {
      const item = document.createElement("li");
      item.append(cardButton(link[other], ""));
      list.append(item);
    }
    return [element("h3", heading), list];
  }

  function fillPanel() {
    if (!chosen) {
      panel.replaceChildren(element("p", words.hint));
    } else if (chosen.kind === "link") {
      panel.replaceChildren(element("p", links.get(chosen.id).spoken));
    } else {
      panel.replaceChildren(
        element("p", cards.get(chosen.id).spoken),
        ...listed(words.causes, causesOf(chosen.id), "source"),
        ...listed(words.effects, effectsOf(chosen.id), "target"),
      );
    }
  }

  function choose(wanted) {
    chosen = wanted;
    shown = lit();
    fillPanel();
    for (const button of document.querySelectorAll("[data-card]")) {
      button.setAttribute("aria-pressed", String(chosen?.id === button.dataset.card));
    }
    if (chosen?.kind === "card") {
      const counts = `${words.causes}: ${causesOf(chosen.id).length}. ${words.effects}: ${effectsOf(chosen.id).length}.`;
      told.textContent = `${cards.get(chosen.id).spoken} ${counts}`;
      show(cards.get(chosen.id));
    } else {
      told.textContent = chosen ? links.get(chosen.id).spoken : "";
    }
    network.redraw();
  }

  function linkAt(point) {
    const ctx = canvas.getContext("2d");
    const { x, y } = network.DOMtoCanvas(point);
    ctx.save();
    ctx.resetTransform();
    ctx.lineWidth = (2 * REACH) / (network.getScale() * scale);
    const hit = scene.links.findLast((link) =>
      ctx.isPointInStroke(routes.get(link.id), x / scale, y / scale),
    );
    ctx.restore();
    return hit;
  }

  function clicked({ pointer }) {
    const card = network.getNodeAt(pointer.DOM);
    const link = card === undefined ? linkAt(pointer.DOM) : undefined;
    if (card !== undefined) choose({ kind: "card", id: card });
    else choose(link ? { kind: "link", id: link.id } : null);
  }

  network.on("beforeDrawing", drawUnder);
  network.on("click", clicked);
  for (const button of document.querySelectorAll("[data-card]")) {
    button.addEventListener("click", () => choose({ kind: "card", id: button.dataset.card }));
    button.addEventListener("focus", () => show(cards.get(button.dataset.card)));
  }
  document.getElementById("closer").addEventListener("click", () => zoomBy(1.4));
  document.getElementById("farther").addEventListener("click", () => zoomBy(1 / 1.4));
  document.getElementById("whole").addEventListener("click", fit);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });
  network.once("resize", fit);
  fillPanel();
  drawing.fontsReady().then(() => {
    fit();
    network.redraw();
    document.documentElement.dataset.ready = "true";
  });
})();
