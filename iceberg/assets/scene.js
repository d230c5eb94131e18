// Draws a scene, as *.scene.json holds it, on a canvas whose unit is the millimetre.
// A classic script: it defines globalThis.icebergScene and needs nothing else.
(() => {
  "use strict";

  const MM_PER_PT = 25.4 / 72;
  // Text is set at one large size and scaled, so that widths stay those that were measured.
  const TYPE_UNIT = 64;
  const ALIGN = { start: "left", middle: "center", end: "right" };
  const FAMILY = '"Source Sans 3", "IBM Plex Sans Arabic", "Noto Emoji", sans-serif';
  const outlines = new WeakMap();

  // `tones` are the colours to draw in by those of the scene; null draws it as it is.
  const api = { fontFamily: FAMILY, tones: null };

  /** The colour to draw in for one of the scene's. */
  api.tone = (colour) => api.tones?.[colour] ?? colour;

  const font = (bold, size) => `${bold ? 700 : 400} ${size}px ${api.fontFamily}`;

  function outlineOf(mark) {
    if (!outlines.has(mark)) outlines.set(mark, new Path2D(mark.d));
    return outlines.get(mark);
  }

  function colourOf(ctx, fill, dy) {
    if (typeof fill === "string") return api.tone(fill);
    const gradient = ctx.createLinearGradient(0, fill.y0 + dy, 0, fill.y1 + dy);
    for (const [stop, colour] of fill.stops) gradient.addColorStop(stop, api.tone(colour));
    return gradient;
  }

  function paint(ctx, mark, outline, dy) {
    if (mark.fill) {
      ctx.fillStyle = colourOf(ctx, mark.fill, dy);
      ctx.fill(outline);
    }
    if (mark.stroke && mark.stroke_width > 0) {
      ctx.strokeStyle = api.tone(mark.stroke);
      ctx.lineWidth = mark.stroke_width;
      ctx.setLineDash(mark.dash ?? []);
      ctx.stroke(outline);
      ctx.setLineDash([]);
    }
  }

  function drawBox(ctx, mark, dx, dy) {
    const outline = new Path2D();
    outline.roundRect(mark.x + dx, mark.y + dy, mark.width, mark.height, mark.radius);
    paint(ctx, mark, outline, dy);
  }

  function drawPath(ctx, mark, dx, dy) {
    ctx.save();
    ctx.translate(dx, dy);
    ctx.lineJoin = "round";
    ctx.lineCap = "butt";
    paint(ctx, mark, outlineOf(mark), 0);
    ctx.restore();
  }

  function drawText(ctx, mark, dx, dy) {
    const scale = (mark.font_pt * MM_PER_PT) / TYPE_UNIT;
    ctx.save();
    ctx.translate(mark.x + dx, mark.y + dy);
    ctx.scale(scale, scale);
    ctx.font = font(mark.bold, TYPE_UNIT);
    ctx.direction = mark.rtl ? "rtl" : "ltr";
    ctx.textAlign = ALIGN[mark.anchor];
    ctx.textBaseline = "alphabetic";
    ctx.fillStyle = api.tone(mark.colour);
    ctx.fillText(mark.text, 0, 0);
    ctx.restore();
  }

  const draw = { box: drawBox, path: drawPath, text: drawText };

  /** Draws marks, moved by (dx, dy) mm: a dragged card's marks move along with it. */
  api.drawMarks = (ctx, marks, dx = 0, dy = 0) => {
    for (const mark of marks) draw[mark.kind](ctx, mark, dx, dy);
  };

  /** Everything that lies under the links: sheet, water, bands, icebergs, waterline. */
  api.drawGround = (ctx, scene) => {
    api.drawMarks(ctx, scene.background);
    for (const band of scene.bands) api.drawMarks(ctx, band.marks);
    for (const iceberg of scene.icebergs) api.drawMarks(ctx, iceberg.marks);
    api.drawMarks(ctx, scene.waterline);
  };

  /** A link's line; what stands over lines comes after all of them (drawBadge). */
  api.drawLink = (ctx, link) => api.drawMarks(ctx, link.marks);

  /** A link's arrowhead, and its sign if it has one. */
  api.drawBadge = (ctx, link) => {
    api.drawMarks(ctx, link.over);
    if (link.badge) api.drawMarks(ctx, link.badge.marks);
  };

  /** A card; (dx, dy) mm is how far it has been dragged. */
  api.drawCard = (ctx, card, dx = 0, dy = 0) => api.drawMarks(ctx, card.marks, dx, dy);

  /** Header, legend and footer. */
  api.drawFurniture = (ctx, scene) => api.drawMarks(ctx, scene.furniture);

  /** A whole scene in its order: ground, links, badges, cards, furniture. */
  api.drawScene = (ctx, scene) => {
    api.drawGround(ctx, scene);
    for (const link of scene.links) api.drawLink(ctx, link);
    for (const link of scene.links) api.drawBadge(ctx, link);
    for (const card of scene.cards) api.drawCard(ctx, card);
    api.drawFurniture(ctx, scene);
  };

  /** A link's route as a Path2D in mm, for picking with isPointInStroke. */
  api.linkPath = (link) => {
    const path = new Path2D();
    link.path.forEach(([x0, y0, x1, y1, x2, y2, x3, y3], i) => {
      if (i === 0) path.moveTo(x0, y0);
      path.bezierCurveTo(x1, y1, x2, y2, x3, y3);
    });
    return path;
  };

  /** Resolves once every face that a scene is drawn with has been loaded. */
  api.fontsReady = () =>
    Promise.all([false, true].map((bold) => document.fonts.load(font(bold, TYPE_UNIT), "Aأ☺")));

  globalThis.icebergScene = api;
})();
